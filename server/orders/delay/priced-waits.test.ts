import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { insertClosure, insertWithdrawal } from "@/db/repositories/hub-board";
import { findMilestones } from "@/db/repositories/orders";
import { awards } from "@/db/schema/orders";
import { HOUR_MS, later, toIso } from "@/domain/shared/time";
import { confirmSlot, paySlot } from "@/server/orders/slots/confirm-slot";
import { markSlot } from "@/server/orders/slots/mark-slot";
import { requestSlot } from "@/server/orders/slots/book-slot";
import { readDelay, waitingChargeOf } from "./read-delay";
import { START } from "@/test/order-market";
import { BOOKING, SLOT_TERMS, type SlotMarket, slotMarket, WAITING_LINES } from "@/test/slot-market";

const at = (hours: number) => later(START, hours * HOUR_MS);

async function waitsOf({ database, order, now }: SlotMarket) {
  const found = await order();
  return (await readDelay(database.read, { ...found, milestones: await findMilestones(database.read, found) }, now()))
    .waits;
}

test("of closed hours only those of the truck's own hub and mode are left out, up to where a closure was withdrawn", async () => {
  const market = await slotMarket({ terms: { ...SLOT_TERMS, closuresExcluded: true } });
  const close = (id: string, hubId: string, mode: "road" | "rail" | null, from: number, to: number) =>
    market.database.write((tx) =>
      insertClosure(tx, {
        ...{ id, hubId, mode, fromAt: at(from), toAt: at(to), zone: "Asia/Shanghai", reason: "Holiday" },
        ...{ source: "test", enteredByUserId: null, enteredAt: START },
      }),
    );
  await market.step("arrived_hub");
  await close("other-hub", "alashankou", "road", 0, 24);
  await close("other-mode", "horgos", "rail", 0, 24);
  await close("withdrawn", "horgos", "road", 0, 24);
  await close("all-modes", "horgos", null, 30, 33);
  await close("after", "horgos", "road", 75, 90);
  await market.database.write((tx) =>
    insertWithdrawal(tx, { closureId: "withdrawn", hubId: "horgos", reason: "Early", withdrawnAt: at(12) } as never),
  );
  market.wait(70 * HOUR_MS);
  await market.step("crossed_border");
  await market.step("arrived_destination");
  market.wait(30 * HOUR_MS);
  const reckoned = (await waitsOf(market)).map(({ reckoning: { freeMs, excludedMs, chargedMs } }) =>
    [freeMs, excludedMs, chargedMs].map((ms) => ms / HOUR_MS),
  );
  expect(reckoned).toEqual([
    [48, 15, 7],
    [24, 0, 6],
  ]);
});

test("a wait is priced by the offer that was chosen", async () => {
  const rail = WAITING_LINES.map((line) => ({ ...line, unitPriceMinor: "50000" }));
  const alternatives = [{ title: "By rail", lines: rail, totalMinor: "1", transitDays: { min: 1, max: 2 }, note: "" }];
  const market = await slotMarket({ alternatives });
  const { awardId } = await market.order();
  await market.step("arrived_hub");
  market.wait(49 * HOUR_MS);
  const due = async () => (await waitsOf(market))[0]?.reckoning.totals.buyer;
  expect(await due()).toEqual({ minor: 80_000n, currency: "CNY" });
  await market.database.write((tx) => tx.update(awards).set({ alternative: 1 }).where(eq(awards.id, awardId)));
  expect(await due()).toEqual({ minor: 50_000n, currency: "CNY" });
});

test("a truck that comes before the window of its confirmed slot is charged to nobody until the window begins", async () => {
  const market = await slotMarket();
  const { value } = (await market.run(requestSlot, "timur", BOOKING)) as { value: { id: string } };
  await market.run(paySlot, "timur", { slotId: value.id });
  await market.step("arrived_hub");
  const waited = async () =>
    (await waitsOf(market)).map(({ interval: { from, began }, reckoning: { days } }) => [from, began, days.length]);
  market.wait(10 * HOUR_MS);
  expect(await waited()).toEqual([[at(0), "arrived", 0]]);
  await market.run(confirmSlot, "timur", { slotId: value.id, bookingNumber: "1" });
  expect(await waited()).toEqual([]);
  market.wait(14.5 * HOUR_MS);
  await market.run(markSlot, "timur", { slotId: value.id, as: "in", occurredAt: toIso(market.now()) });
  market.wait(45 * HOUR_MS);
  // Of 69 hours at the hub 24 lie before the window; 48 of the others are free.
  expect(await waited()).toEqual([[at(24), "slot_window", 0]]);
  market.wait(4 * HOUR_MS);
  expect(await waited()).toEqual([[at(24), "slot_window", 1]]);
});

test("of two trucks each is charged from the start of its own slot until its own crossing, and what is owed is the sum of both", async () => {
  const market = await slotMarket({ trucks: 2 });
  const { database, order, now } = market;
  const windowOf = (from: number) => ({ windowFrom: toIso(at(from)), windowTo: toIso(at(from + 4)) });
  const book = async (tractorPlate: string, from: number): Promise<string> => {
    const slot = { ...BOOKING, tractorPlate, ...windowOf(from) };
    const { id: slotId } = await market.request(slot);
    await market.run(paySlot, "timur", { slotId });
    await market.run(confirmSlot, "timur", { slotId, bookingNumber: tractorPlate });
    return slotId;
  };
  const mark = async (slotId: string, as: "in" | "crossed") => {
    const marked = await market.run(markSlot, "timur", { slotId, as, occurredAt: toIso(now()) });
    expect(marked).toMatchObject({ kind: "done" });
  };
  const [first, second] = [await book("123 ABC 05", 24), await book("124 ABC 05", 42)];
  await market.step("arrived_hub");
  market.wait(25 * HOUR_MS);
  await mark(first, "in");
  market.wait(18 * HOUR_MS);
  await mark(second, "in");
  market.wait(37 * HOUR_MS);
  await mark(first, "crossed");
  market.wait(9 * HOUR_MS);
  await mark(second, "crossed");
  await market.step("crossed_border");
  market.wait(50 * HOUR_MS);
  const waited = (await waitsOf(market)).map(({ interval: { plates, from, to }, reckoning: { days, totals } }) => [
    ...[plates.join(" "), from, to, days.length, totals.buyer.minor],
  ]);
  // 48 hours are free: the first waited 56 from its slot on, and the second 47.
  expect(waited).toEqual([
    ["123 ABC 05", at(24), at(80), 1, 80_000n],
    ["124 ABC 05", at(42), at(89), 0, 0n],
  ]);
  const found = await order();
  const told = { ...found, milestones: await findMilestones(database.read, found) };
  expect((await waitingChargeOf(database.read, told, now())).minor).toBe(80_000n);
});
