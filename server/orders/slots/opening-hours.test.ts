import { eq } from "drizzle-orm";
import { borderSlots } from "@/db/schema/orders";
import { expect, test } from "vitest";
import { hubStates } from "@/db/schema/hub-board";
import { HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { actorOf, START } from "@/test/order-market";
import { BOOKING, slotMarket } from "@/test/slot-market";
import { slotsView } from "../queries/slots";
import { moveSlot, rebookSlot, requestSlot } from "./book-slot";
import { confirmSlot } from "./confirm-slot";
import { markSlot } from "./mark-slot";

const NIGHT = { windowFrom: "2026-11-25T23:00:00+08:00", windowTo: "2026-11-26T00:30:00+08:00" };
const DAY = { windowFrom: "2026-11-25T10:00:00+08:00", windowTo: "2026-11-25T12:00:00+08:00" };

/** A truck's order through Pingxiang, whose board says that trucks cross from 8:00 to 20:00 in Beijing. */
async function openByDay(made: Parameters<typeof slotMarket>[0] = {}) {
  const market = await slotMarket({ hubId: "pingxiang", terms: {}, ...made });
  await market.database.write((tx) =>
    tx.insert(hubStates).values({
      ...{ id: "counted", hubId: "pingxiang", mode: "road", backlog: 700, throughputPerDay: 700 },
      ...{ capacityPerDay: null, arrivalsPerDay: null, opensAt: "08:00", shutsAt: "20:00", source: "Port authority" },
      ...{ asOf: START, enteredAt: START },
    }),
  );
  return market;
}

test.each([
  ["cn_port_booking", "CNYYG", "08:00", "20:00"],
  ["cuakhauso", "VN-HUUNGHI", "07:00", "19:00"],
])(
  "In %s no slot is booked, moved or booked anew at %s at night, and the hours are named.",
  async (system, placeId, opensAt, shutsAt) => {
    const market = await openByDay();
    const shut = { refusal: { code: "slot_window_shut", details: { opensAt, shutsAt } } };
    const at = { ...BOOKING, system, placeId };
    expect(await market.run(requestSlot, "timur", { ...at, ...NIGHT })).toMatchObject(shut);
    const { id: slotId } = await market.request({ ...at, ...DAY });
    expect(await market.run(moveSlot, "timur", { slotId, ...NIGHT })).toMatchObject(shut);
    const again = { ...BOOKING, slotId, placeId, atFault: "nobody", words: "Another day" };
    expect(await market.run(rebookSlot, "timur", { ...again, ...NIGHT })).toMatchObject(shut);
    expect(await market.slots()).toHaveLength(1);
    expect(await market.run(moveSlot, "timur", { slotId, ...DAY })).toMatchObject({ kind: "done" });
  },
);

test("A slot is changed and booked anew at the crossings of its own system, whichever system the bid names.", async () => {
  const market = await openByDay({ terms: { slot: { system: "cuakhauso", bookedBy: "provider" } } });
  await market.request({ ...DAY, system: "cn_port_booking", placeId: "CNYYG", systemReason: "No window left" });
  const view = await slotsView(market.database.read, actorOf("timur"), { orderId: market.orderId, now: START });
  expect(view).toMatchObject({
    ...{ system: "cuakhauso", crossings: [{ zone: "Asia/Ho_Chi_Minh" }] },
    hours: { opensAt: "08:00", shutsAt: "20:00", zone: "Asia/Shanghai" },
    slots: [{ crossing: { zone: "Asia/Shanghai" }, crossings: [{ id: "CNYYG", zone: "Asia/Shanghai" }] }],
  });
});

test("A mark long before the window or at night is taken once somebody says that the time is right, and the slot shows it.", async () => {
  const market = await openByDay();
  const { id: slotId } = await market.request({ ...DAY, system: "cn_port_booking", placeId: "CNYYG" });
  await market.run(confirmSlot, "timur", { slotId, bookingNumber: "1" });
  const begins = instant(Date.parse(DAY.windowFrom));
  market.wait(begins + 14 * HOUR_MS - market.now());
  const mark = (as: string, hours: number, more: object = {}) =>
    market.run(markSlot, "timur", { slotId, as, occurredAt: toIso(later(begins, hours * HOUR_MS)), ...more });
  expect(await mark("called", -20)).toMatchObject({ refusal: { code: "slot_mark_early", details: { hours: 20 } } });
  expect(await mark("called", -3)).toMatchObject({ kind: "done" });
  expect(await mark("in", 13)).toMatchObject({ refusal: { code: "slot_mark_shut", details: { opensAt: "08:00" } } });
  expect(await mark("in", 13, { isConfirmed: true })).toMatchObject({ kind: "done" });
  const view = await slotsView(market.database.read, actorOf("lin"), { orderId: market.orderId, now: market.now() });
  const toldAt = market.now();
  const told = [
    { as: "called", at: toldAt, unusual: null },
    { as: "in", at: toldAt, unusual: "shut" },
  ];
  expect(view?.slots).toMatchObject([{ state: "in", told }]);
  // As a slot of before it was kept has it.
  await market.database.write((tx) => tx.update(borderSlots).set({ told: null }).where(eq(borderSlots.id, slotId)));
  const older = await slotsView(market.database.read, actorOf("lin"), { orderId: market.orderId, now: market.now() });
  expect(older?.slots).toMatchObject([{ told: told.map((one) => ({ ...one, at: null })) }]);
});

test("A call is told with when it was reported, and one long before or long after the window with what was said to be right.", async () => {
  const called = async (hours: number) => {
    const market = await openByDay({ terms: { slot: { system: "cuakhauso", bookedBy: "provider" } } });
    // Its system takes nothing from those who come late.
    const { id: slotId } = await market.request({ ...DAY, placeId: "VN-HUUNGHI" });
    const declared = ["goods", "quarantine", "gps"];
    await market.run(confirmSlot, "timur", { slotId, bookingNumber: "1", declared });
    const at = later(instant(Date.parse(DAY.windowTo)), hours * HOUR_MS);
    market.wait(later(at, 5 * HOUR_MS) - market.now());
    const call = (more: object = {}) =>
      market.run(markSlot, "timur", { slotId, as: "called", occurredAt: toIso(at), ...more });
    const asked = await call();
    if (asked.kind === "refused") expect(await call({ isConfirmed: true })).toMatchObject({ kind: "done" });
    const { told, calledAt } = await market.slot();
    expect([calledAt, told?.called?.at]).toEqual([at, market.now()]);
    return [asked.kind === "refused" ? asked.refusal.code : asked.kind, told?.called?.unusual];
  };
  expect(await called(24)).toEqual(["done", null]);
  expect(await called(26)).toEqual(["slot_mark_late", "late"]);
  expect(await called(-20)).toEqual(["slot_mark_early", "early"]);
});
