import { z } from "zod";
import { saveSlot } from "@/db/repositories/slots";
import { accept, type Refusal, type Result } from "@/domain/shared/result";
import { endsBy, pay, type StateRefusal } from "@/domain/orders/slots/slot";
import { settleChain } from "../chain/settle-chain";
import type { MilestoneFilesRefusal } from "../../files/milestone-files";
import { command } from "../../platform/command";
import {
  type SlotLoadRefusal,
  type SlotReceipt,
  loadSlot,
  proofField,
  putProof,
  slotFacts,
  slotReceiptShape,
} from "./load-slot";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  proofFileId: proofField,
  version: z.int().optional(),
});

type PayRefusal = SlotLoadRefusal | StateRefusal | Refusal<"slot_free"> | MilestoneFilesRefusal;

/** The system's fee is paid; a receipt may lie beside it. */
export const paySlot = command({
  name: "slots.pay-slot",
  action: "slot.change",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/pay",
    scope: "orders:write",
    status: 200,
    summary: "The system's fee is paid",
    example: {},
    output: slotReceiptShape,
    refusals: ["wrong_state", "slot_free", "not_permitted", "file_unknown", "too_many_files"],
  },
  async run(context, { orderId, slotId, proofFileId, version }): Promise<Result<SlotReceipt, PayRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "book" });
    if (!loaded.ok) return loaded;
    const { slot, order } = loaded.value;
    const state = pay(slot);
    if (!state.ok) return state;
    const proof = await putProof(tx, proofFileId, { orderId, organisationId: actor.organisationId });
    if (!proof.ok) return proof;
    const dueAt = endsBy({ ...slot, state: state.value });
    await saveSlot(tx, slot, { state: state.value, paidAt: now, dueAt, ...proof.value });
    publish({ type: "slot.marked", state: "paid", ...slotFacts(loaded.value, slot, actor) });
    await settleChain(context, order.dealId);
    concerns(slotId);
    return accept({ id: slotId, orderId, state: state.value, version: slot.version + 1 });
  },
});
