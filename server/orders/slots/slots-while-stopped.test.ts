import { expect, test } from "vitest";
import { START } from "@/test/order-market";
import { type SlotMarket, slotMarket } from "@/test/slot-market";
import { findMilestones } from "@/db/repositories/orders";
import { HOUR_MS, later } from "@/domain/shared/time";
import { endException, raiseException } from "../delay/exceptions";
import { cancelSlot } from "./mark-slot";
import { confirmSlot, paySlot } from "./confirm-slot";

const DONE = { kind: "done" };
const stepOf = async ({ database, orderId }: SlotMarket) =>
  (await findMilestones(database.read, { id: orderId, service: "logistics" })).find(
    ({ code }) => code === "slot_reserved",
  );

/** An hour into a stop the slot of its truck is confirmed. */
async function confirmedWhileStopped(market: SlotMarket): Promise<string> {
  const { id: slotId } = await market.request();
  await market.run(paySlot, "timur", { slotId });
  await market.run(raiseException, "timur", { reason: "vehicle", words: "Brakes" });
  market.wait(HOUR_MS);
  expect(await market.run(confirmSlot, "timur", { slotId, bookingNumber: "KGD-1" })).toMatchObject(DONE);
  return slotId;
}

const goOn = async (market: SlotMarket) => {
  market.wait(HOUR_MS);
  return market.run(endException, "timur", { words: "Mended" });
};

test("a slot that is confirmed while the work has stopped stands, and the order's step follows of its own time once the work goes on", async () => {
  const market = await slotMarket();
  await confirmedWhileStopped(market);
  expect(await stepOf(market)).toMatchObject({ occurredAt: null });
  const outcome = await goOn(market);
  expect(outcome).toMatchObject({ kind: "done", value: { state: "in_progress" } });
  expect(await stepOf(market)).toMatchObject({
    ...{ occurredAt: later(START, HOUR_MS), reportedAt: later(START, 2 * HOUR_MS), note: "KGD-1" },
  });
  const receipt = outcome.kind === "done" ? outcome.value : null;
  expect(await market.order()).toMatchObject({ version: receipt?.version, exceptionSince: null });
});

test("a slot that was given up again tells nothing", async () => {
  const market = await slotMarket();
  const slotId = await confirmedWhileStopped(market);
  await market.run(cancelSlot, "timur", { slotId, words: "Another truck" });
  expect(await goOn(market)).toMatchObject(DONE);
  expect(await stepOf(market)).toMatchObject({ occurredAt: null });
});

test("an order of which no slot was confirmed meanwhile goes on as it was", async () => {
  const market = await slotMarket();
  await market.run(raiseException, "timur", { reason: "vehicle", words: "Brakes" });
  expect(await goOn(market)).toMatchObject({ kind: "done", value: { state: "scheduled" } });
  expect(await stepOf(market)).toMatchObject({ occurredAt: null });
});
