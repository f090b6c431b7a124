import { z } from "zod";
import { saveSlot } from "@/db/repositories/slots";
import { accept, type Result } from "@/domain/shared/result";
import { cancel, type StateRefusal } from "@/domain/orders/slots/slot";
import { wordsField } from "@/domain/orders/slots/slot-fields";
import { settleChain } from "../chain/settle-chain";
import { command } from "../../platform/command";
import { loadSlot, slotFacts, type SlotLoadRefusal, type SlotReceipt, slotReceiptShape } from "./load-slot";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  words: wordsField,
  version: z.int().optional(),
});

/** Gives a slot up, with the reason; what waited for it waits again. */
export const cancelSlot = command({
  name: "slots.cancel-slot",
  action: "slot.change",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/cancel",
    scope: "orders:write",
    status: 200,
    summary: "Give a slot up, with the reason",
    example: { words: "The goods are not ready" },
    output: slotReceiptShape,
    refusals: ["wrong_state", "not_permitted"],
  },
  async run(
    context,
    { orderId, slotId, words, version },
  ): Promise<Result<SlotReceipt, SlotLoadRefusal | StateRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "book" });
    if (!loaded.ok) return loaded;
    const { slot, order } = loaded.value;
    const state = cancel(slot);
    if (!state.ok) return state;
    await saveSlot(tx, slot, { state: state.value, endedAt: now, endWords: words, dueAt: null });
    publish({ type: "slot.cancelled", reason: words, ...slotFacts(loaded.value, slot, actor) });
    await settleChain(context, order.dealId);
    concerns(slotId);
    return accept({ id: slotId, orderId, state: state.value, version: slot.version + 1 });
  },
});
