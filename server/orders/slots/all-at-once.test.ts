import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/time";
import { everyRefusal, type Refusal } from "@/domain/shared/result";
import type { Outcome } from "../../platform/execute";
import { START } from "@/test/order-market";
import { BOOKING, GATES, type SlotMarket, slotMarket } from "@/test/slot-market";
import { changeVehicleOfSlot } from "./change-vehicle";
import { rebookSlot, requestSlot } from "./book-slot";

const PAST = { windowFrom: toIso(later(START, -2 * HOUR_MS)), windowTo: toIso(later(START, -HOUR_MS)) };
const WRONG = { ...PAST, placeId: "KZDST" };
const FAULT = { atFault: "provider", words: "Another truck came" };

const codes = (refusals: readonly Refusal[]) => refusals.map(({ code }) => code);

/** Everything that is wrong with what was sent: what cannot be read, and what is refused of the rest. */
function told(outcome: Outcome<unknown>): string[] {
  if (outcome.kind === "malformed")
    return [
      ...outcome.issues.map(({ path, message }) => `${path.join(".")} ${message}`),
      ...codes(outcome.refusals ?? []),
    ];
  return outcome.kind === "refused" ? codes(everyRefusal(outcome.refusal)) : [];
}

const asks = async (market: SlotMarket, more: object, who: "timur" | "stranger" = "timur") =>
  told(await market.run(requestSlot, who, { ...BOOKING, ...more }));

describe("a slot with several faults is told all of them at once", () => {
  test("where each can be read", async () => {
    const market = await slotMarket({ trucks: 2, terms: { slot: { system: "rosgranstroy", bookedBy: "provider" } } });
    await market.request({ system: "cargoruqsat", systemReason: "The queue into Russia is shut" });
    expect(await asks(market, { ...WRONG, system: "cargoruqsat" })).toEqual([
      "slot_system_not_agreed",
      "slot_plate_booked",
      "slot_place_unknown",
      "slot_window_past",
    ]);
  });

  test("where some cannot be read, with what is refused of the rest", async () => {
    const market = await slotMarket();
    expect(await asks(market, { ...WRONG, tractorPlate: "ABC" })).toEqual([
      ...["tractorPlate plate_malformed", "slot_place_unknown", "slot_window_past"],
    ]);
    expect(await asks(market, { tractorPlate: "ABC", windowFrom: "soon" })).toHaveLength(2);
    expect(await market.slots()).toEqual([]);
  });

  test("where it is booked anew", async () => {
    const market = await slotMarket();
    const { id: slotId } = await market.request();
    market.wait(2 * DAY_MS);
    const anew = (more: object) => market.run(rebookSlot, "timur", { slotId, ...BOOKING, ...FAULT, ...more });
    expect(told(await anew(WRONG))).toEqual(["slot_place_unknown", "slot_window_past"]);
    expect(told(await anew({ ...WRONG, tractorPlate: "ABC", words: "" })).sort()).toEqual([
      ...["slot_place_unknown", "slot_window_past", "tractorPlate plate_malformed", "words required"],
    ]);
    expect(await market.slots()).toHaveLength(1);
  });

  test("where its truck is changed", async () => {
    const market = await slotMarket({ trucks: 2 });
    await market.request();
    const { id: slotId } = await market.request({ tractorPlate: "456 DEF 05" });
    const change = async (more: object) => told(await market.run(changeVehicleOfSlot, "timur", { slotId, ...more }));
    expect(await change({ tractorPlate: "123 ABC 05", placeId: "KZDST" })).toEqual([
      ...["slot_place_unknown", "slot_plate_booked"],
    ]);
    expect(await change({ tractorPlate: "ABC", trailerPlate: "X", placeId: "KZDST" })).toEqual([
      ...["tractorPlate plate_malformed", "trailerPlate plate_malformed", "slot_place_unknown"],
    ]);
  });

  test("only by those who may book it, and once a slot may be booked at all", async () => {
    const market = await slotMarket();
    expect(await asks(market, { ...WRONG, tractorPlate: "ABC" }, "stranger")).toEqual([
      ...["tractorPlate plate_malformed", "not_found"],
    ]);
    expect(await asks(await slotMarket({ gates: GATES }), { ...WRONG, tractorPlate: "ABC" })).toEqual([
      ...["tractorPlate plate_malformed", "gate_closed"],
    ]);
  });
});
