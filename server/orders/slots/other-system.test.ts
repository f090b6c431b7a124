import { expect, test } from "vitest";
import { refusalOf } from "@/test/bidding-market";
import { BOOKING, slotMarket } from "@/test/slot-market";
import { START, actorOf } from "@/test/order-market";
import { HOUR_MS, later } from "@/domain/shared/time";
import { slotsView } from "../queries/slots";
import { rebookSlot, requestSlot } from "./book-slot";
import { confirmSlot, paySlot } from "./confirm-slot";

test("a slot is booked in another system than the bid names with a reason only, which stays with what is booked in its place", async () => {
  const market = await slotMarket();
  const port = { ...BOOKING, system: "cn_port_booking", placeId: "CNHRS" };
  expect(await market.run(requestSlot, "timur", port)).toMatchObject({
    refusal: { code: "slot_system_not_agreed", details: { agreed: "cargoruqsat", system: "cn_port_booking" } },
  });
  expect(refusalOf(await market.run(requestSlot, "timur", { ...port, systemReason: " " }))).toBe("malformed");
  expect(await market.slots()).toEqual([]);
  const systemReason = "CargoRuqsat has no window left this week";
  const { id: slotId } = await market.request({ ...port, systemReason });
  expect(await market.slot()).toMatchObject({ system: "cn_port_booking", systemReason });
  const again = { slotId, ...BOOKING, placeId: "CNHRS", atFault: "nobody", words: "Another day" };
  expect(refusalOf(await market.run(rebookSlot, "timur", again))).toBe("done");
  expect(await market.slot(2)).toMatchObject({ system: "cn_port_booking", systemReason });
});

test("a slot is booked in the bid's own system without a reason, and in any where the bid names none", async () => {
  const market = await slotMarket();
  await market.request({ system: "cargoruqsat", systemReason: "As agreed" });
  expect((await market.slot()).systemReason).toBeNull();
  const free = await slotMarket({ terms: { freeTimeBorderHours: 48 } });
  await free.request({ system: "cn_port_booking", placeId: "CNHRS" });
  expect(await free.slot()).toMatchObject({ system: "cn_port_booking", systemReason: null });
});

test("two trucks of an order in two queues keep the crossings, fees and rules of their own, and one number may be given in each", async () => {
  const market = await slotMarket({ trucks: 2 });
  const far = await market.request();
  const systemReason = "CargoRuqsat has one window left today";
  const near = await market.request({
    ...{ system: "cn_port_booking", placeId: "CNHRS", systemReason },
    ...{ tractorPlate: "124 ABC 05", trailerPlate: "78 RR 05" },
  });
  expect(refusalOf(await market.run(paySlot, "timur", { slotId: far.id }))).toBe("done");
  for (const { id: slotId } of [far, near])
    expect(refusalOf(await market.run(confirmSlot, "timur", { slotId, bookingNumber: "77" }))).toBe("done");
  const view = await slotsView(market.database.read, actorOf("lin"), { orderId: market.orderId, now: START });
  const shown = view?.slots.map((slot) => ({
    ...{ system: slot.system, fee: slot.fee?.minor ?? null, rebooking: slot.rebookingFee?.minor ?? null },
    ...{ places: slot.crossings.map(({ id }) => id), reason: slot.systemReason, by: slot.arriveBy },
    undeclared: slot.undeclared.length,
  }));
  const endsAt = later(START, 26 * HOUR_MS);
  expect(shown).toEqual([
    {
      ...{ system: "cargoruqsat", fee: 432_500n, rebooking: 43_250_000n, places: ["KZHOR"], reason: null },
      ...{ by: endsAt, undeclared: 0 },
    },
    {
      ...{ system: "cn_port_booking", fee: null, rebooking: null, places: ["CNHRS"], reason: systemReason },
      ...{ by: endsAt, undeclared: 0 },
    },
  ]);
});
