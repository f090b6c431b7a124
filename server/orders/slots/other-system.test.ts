import { expect, test } from "vitest";
import { refusalOf } from "@/test/bidding-market";
import { BOOKING, slotMarket } from "@/test/slot-market";
import { rebookSlot, requestSlot } from "./book-slot";

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
