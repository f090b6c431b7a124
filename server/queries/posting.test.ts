import { expect, test } from "vitest";
import { postingExample } from "@/domain/deals/posting/posting-example";
import { postingMarket, START } from "@/test/posting-market";
import { enterHubState } from "../commands/hubs/enter-hub-state";
import { chosenWay, examineDraft, postingOptions, waysOfPosting } from "./posting";

test("the ways shown are one of each hub, the suggested one first with its reason and the wait of the month", async () => {
  const { database } = await postingMarket();
  const ways = await waysOfPosting(database.read, postingExample(), START);
  expect(ways[0]).toMatchObject({
    hub: { id: "horgos" },
    reason: { code: "shortest_distance" },
    borderWait: { month: 12 },
  });
  expect(ways.length).toBeGreaterThan(1);
  expect(ways.slice(1).every((way) => way.reason === null)).toBe(true);
  expect(new Set(ways.map((way) => way.hub.id)).size).toBe(ways.length);
  expect(ways.map((way) => way.days.min)).toEqual([...ways.map((way) => way.days.min)].sort((a, b) => a - b));
});

test.each([
  ["no ends", { originId: "", destinationId: "" }],
  ["an end nobody knows", { originId: "XX" }],
  ["no mode", { mode: "" }],
  ["both ends in China", { destinationId: "CNYIU" }],
])("with %s there is no way, and no fault", async (_, changes) => {
  const { database } = await postingMarket();
  expect(await waysOfPosting(database.read, postingExample(changes), START)).toEqual([]);
});

test("who can be invited has a listing and is not the buyer", async () => {
  const { database, actors, list } = await postingMarket();
  await list("provider", "customs");
  await list("buyer", "customs");
  const options = await postingOptions(database.read, actors.buyer);
  expect(options.providers).toMatchObject([{ id: "provider", services: ["customs"] }]);
});

test("a posting with nothing to mend has a plan; an empty one names gaps in all four parts", async () => {
  const { database } = await postingMarket();
  const examined = await examineDraft(database.read, { organisationId: "buyer", fields: postingExample(), now: START });
  expect(examined.issues).toEqual([]);
  expect(examined.plan).toMatchObject({ hubId: "horgos", hubChoice: "any" });
  const empty = await examineDraft(database.read, { organisationId: "buyer", fields: {}, now: START });
  const fields = empty.issues.map((issue) => issue.field);
  expect(fields).toEqual(expect.arrayContaining(["title", "cargo[0].hsCode", "wanted", "closesAt"]));
});

test("the chosen hub is shown with the wait that is expected there, beside the best other hub with its days and kilometres", async () => {
  const { database, actors, run } = await postingMarket();
  const fields = postingExample({ readyDate: "2026-11-24", hubId: "horgos" });
  const before = await chosenWay(database.read, fields, START);
  expect(before).toMatchObject({
    hub: { id: "horgos" },
    borderWait: { month: 11 },
    other: { hub: { id: "alashankou" } },
  });
  const state = { hubId: "horgos", mode: "road", backlog: 1_500, throughputPerDay: 700, source: "Port authority" };
  expect(await run(enterHubState, actors.administrator, state)).toMatchObject({ kind: "done" });
  const after = await chosenWay(database.read, fields, START);
  expect(after?.borderWait).toMatchObject({ hours: 51.4, basis: "board", asOf: START });
  // 59.4 hours were 2.48 days, 51.4 are 2.14: 0.34 days less here, so as many more through the other one.
  expect(after?.other?.daysMore).toBeCloseTo((before?.other?.daysMore ?? 0) + 0.34, 5);
  expect(after?.other?.kmMore).toBe(before?.other?.kmMore);
});

test("for any hub the one that would be taken is shown, and another once the queue there is too long", async () => {
  const { database, actors, run } = await postingMarket();
  const fields = postingExample({ readyDate: "2026-11-24" });
  expect((await chosenWay(database.read, fields, START))?.hub.id).toBe("alashankou");
  const state = { hubId: "alashankou", mode: "road", backlog: 7_000, throughputPerDay: 700, source: "Port authority" };
  expect(await run(enterHubState, actors.administrator, state)).toMatchObject({ kind: "done" });
  expect((await chosenWay(database.read, fields, START))?.hub.id).toBe("horgos");
  const examined = await examineDraft(database.read, { organisationId: "buyer", fields, now: START });
  expect(examined.plan).toMatchObject({ hubId: "horgos" });
  expect(await chosenWay(database.read, postingExample({ mode: "" }), START)).toBeNull();
});
