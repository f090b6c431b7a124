import { describe, expect, test } from "vitest";
import { START } from "@/test/order-market";
import { BOOKING, type SlotMarket, slotMarket } from "@/test/slot-market";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/time";
import { deadlineRound } from "../../worker/timers";
import { cancelSlot, markSlot } from "./mark-slot";
import { changeVehicleOfSlot } from "./change-vehicle";
import { confirmSlot, paySlot } from "./confirm-slot";
import { rebookSlot, requestSlot } from "./book-slot";

const codeOf = (outcome: { kind: string; refusal?: { code: string } }): string => outcome.refusal?.code ?? outcome.kind;

/** Where booking anew costs nothing and who is late has lost the slot: the Chinese port's own booking. */
const PORT = {
  ...{ system: "cn_port_booking", placeId: "CNHRS" },
  systemReason: "CargoRuqsat has no window left this week",
};

const NEXT = {
  ...{ windowFrom: toIso(later(START, 3 * DAY_MS)), windowTo: toIso(later(START, 3 * DAY_MS + HOUR_MS)) },
};
const again = (more: object = {}) => ({
  ...{ ...BOOKING, ...NEXT, atFault: "provider", words: "Another truck came", ...more },
});

/** A slot that the market's clock has taken, of an order whose truck was not there in time as far as anybody has said. */
async function lostSlot(market: SlotMarket, more: object = {}): Promise<string> {
  const { id: slotId } = await market.request(more);
  await market.run(paySlot, "timur", { slotId });
  expect(codeOf(await market.run(confirmSlot, "timur", { slotId, bookingNumber: "KGD-1" }))).toBe("done");
  market.wait(2 * DAY_MS);
  await deadlineRound(market.on);
  expect((await market.slot()).state).toBe("forfeited");
  return slotId;
}

const cameInTime = (market: SlotMarket, slotId: string) =>
  market.run(markSlot, "timur", { slotId, as: "in", occurredAt: toIso(later(START, DAY_MS + HOUR_MS)) });

describe("a lost slot whose truck came in time after all", () => {
  test("does not live on beside another that is open for its truck, and does once that one is given up", async () => {
    const market = await slotMarket();
    const lost = await lostSlot(market, PORT);
    const { id: other } = await market.request({ ...PORT, ...NEXT });
    expect(await cameInTime(market, lost)).toMatchObject({
      refusal: { code: "slot_plate_booked", details: { plate: "123 ABC 05" } },
    });
    expect(await market.slot()).toMatchObject({ state: "forfeited" });
    expect(codeOf(await market.run(cancelSlot, "timur", { slotId: other, words: "It was there" }))).toBe("done");
    expect(await cameInTime(market, lost)).toMatchObject({ kind: "done", value: { state: "in" } });
    expect((await market.slots()).map(({ state }) => state)).toEqual(["in", "cancelled"]);
  });

  test("lives on beside another truck's", async () => {
    const market = await slotMarket({ trucks: 2 });
    const lost = await lostSlot(market, PORT);
    await market.request({ ...PORT, ...NEXT, tractorPlate: "456 DEF 05" });
    expect(codeOf(await cameInTime(market, lost))).toBe("done");
  });

  test("lives on in one effect or gives way to the next, though both come at once", async () => {
    const market = await slotMarket();
    const lost = await lostSlot(market, PORT);
    const outcomes = await Promise.all([
      cameInTime(market, lost),
      market.run(requestSlot, "timur", { ...BOOKING, ...NEXT, ...PORT }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(["done", "slot_plate_booked"]);
  });
});

describe("where booking anew is charged, the truck that has lost its slot", () => {
  test("is booked anew from that slot, at its fee and with the side at fault, and not asked for like a first time", async () => {
    const market = await slotMarket();
    const lost = await lostSlot(market);
    for (const kind of ["normal", "out_of_turn"])
      expect(await market.run(requestSlot, "timur", { ...BOOKING, ...NEXT, kind })).toMatchObject({
        refusal: { code: "slot_book_anew", details: { plate: "123 ABC 05", number: 1 } },
      });
    expect(await market.slots()).toHaveLength(1);
    expect(codeOf(await market.run(rebookSlot, "timur", { slotId: lost, ...again() }))).toBe("done");
    expect(await market.slot(2)).toMatchObject({
      ...{ kind: "rebooking", atFault: "provider", feePaidBy: "provider" },
      fee: { minor: 43_250_000n, currency: "KZT" },
    });
  });

  test("is not made another truck's before the confirmation", async () => {
    const market = await slotMarket();
    await lostSlot(market);
    const { id: slotId } = await market.request({ ...NEXT, tractorPlate: "456 DEF 05" });
    const change = (tractorPlate: string) => market.run(changeVehicleOfSlot, "timur", { slotId, tractorPlate });
    expect(codeOf(await change("123 ABC 05"))).toBe("slot_book_anew");
    expect(codeOf(await change("789 GHI 05"))).toBe("done");
  });

  test("is not asked for after it was booked anew and that was given up: the next comes from there", async () => {
    const market = await slotMarket();
    const lost = await lostSlot(market);
    await market.run(rebookSlot, "timur", { slotId: lost, ...again({ tractorPlate: "456 DEF 05" }) });
    const { id: second } = await market.slot(2);
    await market.run(cancelSlot, "timur", { slotId: second, words: "Cheaper by asking" });
    expect(await market.run(requestSlot, "timur", { ...BOOKING, ...NEXT })).toMatchObject({
      refusal: { code: "slot_book_anew", details: { number: 2 } },
    });
    expect(codeOf(await market.run(rebookSlot, "timur", { slotId: second, ...again() }))).toBe("done");
  });

  test("is asked for in another system, and another truck in this one", async () => {
    const market = await slotMarket({ trucks: 2 });
    await lostSlot(market);
    await market.request({ ...NEXT, tractorPlate: "456 DEF 05" });
    await market.request({ ...NEXT, ...PORT });
    expect((await market.slots()).map(({ system }) => system)).toEqual([
      ...["cargoruqsat", "cargoruqsat", "cn_port_booking"],
    ]);
  });
});
