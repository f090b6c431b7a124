import { expect, test } from "vitest";
import { announcedLate } from "@/domain/orders/delay/announced-reason";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import { HOUR_MS, later, toIso } from "@/domain/shared/time";
import { findMilestones } from "@/db/repositories/orders";
import { actorOf, START } from "@/test/order-market";
import { type SlotMarket, slotMarket } from "@/test/slot-market";
import { announcedDelays } from "../queries/delay";
import { endException, raiseException } from "./exceptions";
import { reportDelay, withdrawDelay } from "./delays";

const at = (hours: number): string => toIso(later(START, hours * HOUR_MS));

async function offered({ database, order, now }: SlotMarket, who: Parameters<typeof actorOf>[0] = "timur") {
  const found = await order();
  const announced = await announcedDelays(database.read, actorOf(who), { orderId: found.id, now: now() });
  const reasons = lateReasonsOf("logistics", "road");
  return announcedLate(announced, { milestones: await findMilestones(database.read, found), reasons });
}

test("the reason that the carrier gave on the delay clock or for a stop is offered with its next step, until it is taken back or the step is told", async () => {
  const market = await slotMarket();
  await market.step("arrived_hub");
  market.wait(60 * HOUR_MS);
  expect(await offered(market)).toBeNull();
  const told = { place: "border", reason: "queue", from: at(48), words: "2 km of trucks" };
  const reported = await market.run(reportDelay, "timur", told);
  const queue = { reason: "border_queue", words: "2 km of trucks" };
  expect([await offered(market), await offered(market, "lin"), await offered(market, "stranger")]).toEqual([
    queue,
    queue,
    null,
  ]);
  await market.run(raiseException, "timur", { reason: "vehicle", words: "The axle is broken" });
  expect(await offered(market)).toEqual({ reason: "vehicle_breakdown", words: "The axle is broken" });
  await market.run(endException, "timur", { words: "Repaired" });
  const { id: segmentId } = (reported as { value: { id: string } }).value;
  await market.run(withdrawDelay, "timur", { segmentId });
  expect((await offered(market))?.reason).toBe("vehicle_breakdown");
  market.wait(HOUR_MS);
  await market.step("crossed_border");
  expect(await offered(market)).toBeNull();
});
