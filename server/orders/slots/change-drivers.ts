import { z } from "zod";
import { saveSlot } from "@/db/repositories/slots";
import { accept, type Refusal, type Result } from "@/domain/shared/result";
import { changeDrivers, type StateRefusal } from "@/domain/orders/slots/slot";
import { driversField } from "@/domain/orders/slots/slot-fields";
import { command } from "../../platform/command";
import {
  DRIVERS_EXAMPLE,
  loadSlot,
  slotFacts,
  type SlotLoadRefusal,
  type SlotReceipt,
  slotReceiptShape,
} from "./load-slot";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  drivers: driversField,
  version: z.int().optional(),
});

/** Who drives: the whole list, to which a system that has confirmed lets drivers only be added. */
export const changeDriversOfSlot = command({
  name: "slots.change-drivers",
  action: "slot.change",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/drivers",
    scope: "orders:write",
    operation: "changeSlotDrivers",
    status: 200,
    summary: "Who drives: the whole list, to which drivers may be added",
    example: { drivers: DRIVERS_EXAMPLE },
    output: slotReceiptShape,
    refusals: ["wrong_state", "slot_drivers_stand", "not_permitted"],
  },
  async run(
    { tx, actor, publish, concerns },
    { orderId, slotId, drivers, version },
  ): Promise<Result<SlotReceipt, SlotLoadRefusal | StateRefusal | Refusal<"slot_drivers_stand">>> {
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "drive" });
    if (!loaded.ok) return loaded;
    const { slot } = loaded.value;
    const allowed = changeDrivers(slot, drivers);
    if (!allowed.ok) return allowed;
    await saveSlot(tx, slot, { drivers });
    publish({ type: "slot.changed", what: "drivers", ...slotFacts(loaded.value, slot, actor) });
    concerns(slotId);
    return accept({ id: slotId, orderId, state: slot.state, version: slot.version + 1 });
  },
});
