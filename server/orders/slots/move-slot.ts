import { z } from "zod";
import { saveSlot } from "@/db/repositories/slots";
import { accept, type Result } from "@/domain/shared/result";
import { endsBy, move, type MoveRefusal } from "@/domain/orders/slots/slot";
import { windowFields } from "@/domain/orders/slots/slot-fields";
import { command } from "../../platform/command";
import {
  loadSlot,
  slotFacts,
  type SlotLoadRefusal,
  type SlotReceipt,
  slotReceiptShape,
  WINDOW,
  WINDOW_EXAMPLE,
} from "./load-slot";
import { crossingClockAt } from "./slot-reference";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  ...windowFields,
  version: z.int().optional(),
});

/** The same truck at the same crossing in another window, as far as the system moves slots. */
export const moveSlot = command({
  name: "slots.move-slot",
  action: "slot.change",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/move",
    scope: "orders:write",
    status: 200,
    summary: "Another window for the same truck and crossing, where the system moves slots",
    example: WINDOW_EXAMPLE,
    output: slotReceiptShape,
    refusals: ["wrong_state", "slot_move_late", "not_permitted", ...WINDOW],
  },
  async run(
    { tx, actor, now, publish, concerns },
    { orderId, slotId, windowFrom, windowTo, version },
  ): Promise<Result<SlotReceipt, SlotLoadRefusal | MoveRefusal>> {
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "book" });
    if (!loaded.ok) return loaded;
    const { slot, order } = loaded.value;
    const window = { from: windowFrom, to: windowTo };
    const clock = await crossingClockAt(tx, { hubId: order.hubId, placeId: slot.placeId, now });
    const state = move(slot, window, { now, ...clock });
    if (!state.ok) return state;
    const dueAt = endsBy({ ...slot, window, state: state.value });
    await saveSlot(tx, slot, { windowFrom, windowTo, dueAt, moveCount: slot.moveCount + 1 });
    publish({ type: "slot.changed", what: "window", ...slotFacts(loaded.value, slot, actor) });
    concerns(slotId);
    return accept({ id: slotId, orderId, state: state.value, version: slot.version + 1 });
  },
});
