import { afterAll, beforeAll, test } from "vitest";
import { filledDatabase } from "@/test/database";
import { expectOfPeople, fillWithDemo } from "@/test/demo-people";
import { expectOfRooms } from "@/test/demo-orders";

const BUILT_MS = 120_000;

let demo: Awaited<ReturnType<typeof filledDatabase>>;

// One market for all that is read of it: to build it is most of the work.
beforeAll(async () => {
  demo = await filledDatabase((database) => fillWithDemo(database));
}, BUILT_MS);

afterAll(() => demo.drop());

test(
  "the demo's people each find what bidding can say, in a state in which they can act on it",
  async () => expectOfPeople(await demo.copy()),
  BUILT_MS,
);

test(
  "the demo holds every room of an order, each in the states that somebody has to act on, and the clock finds nothing left undone",
  async () => expectOfRooms(await demo.copy()),
  BUILT_MS,
);
