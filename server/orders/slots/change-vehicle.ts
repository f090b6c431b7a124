import { z } from "zod";
import { saveSlot } from "@/db/repositories/slots";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { slotFee } from "@/domain/orders/slots/fees";
import { hasOpenSlot, lostSlotOf } from "@/domain/orders/slots/order-of-slot";
import { changeVehicle, type FixedRefusal } from "@/domain/orders/slots/slot";
import { plateField } from "@/domain/orders/slots/slot-fields";
import { command } from "../../platform/command";
import { crossingsAt, feeIndexAt } from "./slot-reference";
import { loadSlot, slotFacts, type SlotLoadRefusal, type SlotReceipt, slotReceiptShape } from "./load-slot";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  tractorPlate: plateField,
  trailerPlate: plateField.optional(),
  placeId: z.string().min(1, "required").max(64).optional(),
  version: z.int().optional(),
});

type VehicleRefusal =
  | SlotLoadRefusal
  | FixedRefusal
  | Refusal<"slot_place_unknown" | "slot_plate_booked" | "slot_book_anew">;

/** Another truck, or another crossing: free until the confirmation, and where the system fixes both with it only by booking anew. */
export const changeVehicleOfSlot = command({
  name: "slots.change-vehicle",
  action: "slot.change",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/vehicle",
    scope: "orders:write",
    operation: "changeSlotVehicle",
    status: 200,
    summary: "Another truck or crossing; of a confirmed slot most systems fix both",
    description: "`slot_fixed` says what it costs to cancel and book anew, and which side is at fault and pays.",
    example: { tractorPlate: "999 XYZ 05" },
    output: slotReceiptShape,
    refusals: [
      "wrong_state",
      "slot_fixed",
      "slot_place_unknown",
      "slot_plate_booked",
      "slot_book_anew",
      "not_permitted",
    ],
  },
  async run(
    { tx, actor, now, publish, concerns },
    { orderId, slotId, version, ...change },
  ): Promise<Result<SlotReceipt, VehicleRefusal>> {
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "drive" });
    if (!loaded.ok) return loaded;
    const { slot, order, side, slots } = loaded.value;
    const rebookingFee = slotFee(slot.system, "rebooking", await feeIndexAt(tx, now))?.fee ?? null;
    const allowed = changeVehicle(slot, change, { side, rebookingFee });
    if (!allowed.ok) return allowed;
    const { tractorPlate, trailerPlate = null, placeId = slot.placeId } = change;
    if (!(await crossingsAt(tx, order.hubId, slot.system)).includes(placeId)) return refuse("slot_place_unknown");
    const others = slots.filter(({ id }) => id !== slotId);
    if (hasOpenSlot(others, tractorPlate)) return refuse("slot_plate_booked", { plate: tractorPlate });
    // Else the fee of booking anew would be saved by asking for another truck first.
    const isOther = tractorPlate !== slot.tractorPlate;
    const lost = isOther ? lostSlotOf(slots, { system: slot.system, tractorPlate }) : undefined;
    if (lost) return refuse("slot_book_anew", { plate: tractorPlate, number: lost.number });
    await saveSlot(tx, slot, { tractorPlate, trailerPlate, placeId });
    publish({ type: "slot.changed", what: "vehicle", ...slotFacts(loaded.value, slot, actor) });
    concerns(slotId);
    return accept({ id: slotId, orderId, state: slot.state, version: slot.version + 1 });
  },
});
