import { describe, expect, test } from "vitest";
import { inspectionMarket } from "@/test/inspection-market";
import { actorOf } from "@/test/order-market";
import { HOUR_MS } from "../../domain/shared/time";
import { execute } from "../platform/execute";
import { decideGoods } from "./decide-goods";
import { issueReport } from "./issue-report";

const refused = (code: string) => ({ kind: "refused", refusal: { code } });
const DONE = { kind: "done" };

describe("a call that comes twice", () => {
  test("with the same key answers the same and does nothing more", async () => {
    const market = await inspectionMarket();
    await market.book();
    await market.checkIn();
    await market.save(await market.found(8));
    await market.stay();
    await market.checkOut();
    const issue = () =>
      execute(
        issueReport,
        { actor: actorOf("timur"), input: { orderId: market.orderId }, idempotencyKey: "issue1" },
        market.on,
      );
    const [first, again] = [await issue(), await issue()];
    expect(first).toMatchObject({ kind: "done", isReplay: false });
    expect(again).toEqual({ ...first, isReplay: true });
    const decide = (key: string) =>
      execute(
        decideGoods,
        {
          actor: actorOf("lin"),
          input: { orderId: market.orderId, decision: "reinspect", reason: "Sort them" },
          idempotencyKey: key,
        },
        market.on,
      );
    expect(await decide("decide1")).toMatchObject({ kind: "done", isReplay: false });
    expect(await decide("decide1")).toMatchObject({ kind: "done", isReplay: true });
    expect(await decide("decide2")).toMatchObject(refused("wrong_state"));
    expect(await market.rounds()).toHaveLength(2);
  });

  test("meant for an earlier visit does not fall to a later one", async () => {
    const market = await inspectionMarket();
    await market.visit(8);
    await market.decide("reinspect", "Sort them");
    await market.book();
    expect(await market.checkIn("timur", { round: 1 })).toMatchObject(refused("wrong_state"));
    expect(await market.checkIn("timur", { round: 2 })).toMatchObject(DONE);
  });
});

test("after five visits a new inspection is ordered", async () => {
  const market = await inspectionMarket();
  for (let number = 1; number <= 5; number++) {
    market.wait(HOUR_MS);
    await market.visit(8);
    const decided = await market.decide("reinspect", "Sort them");
    expect(decided).toMatchObject(number < 5 ? DONE : refused("too_many_rounds"));
  }
}, 60_000);
