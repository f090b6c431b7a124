import { z } from "zod";
import type { Reader } from "@/db/database";
import { lockNames } from "@/db/repositories/platform";
import { saveSlot, slotsNumbered } from "@/db/repositories/slots";
import type { Actor } from "@/domain/access/policy";
import type { GateRefusal } from "@/domain/orders/chain/holds";
import { accept, type Refusal, type Result } from "@/domain/shared/result";
import { checkBookingNumber, type NumberRefusal } from "@/domain/orders/slots/double-booking";
import { confirm, type ConfirmRefusal, endsBy, pay, type StateRefusal } from "@/domain/orders/slots/slot";
import { bookingNumberField, declaredField } from "@/domain/orders/slots/slot-fields";
import { settleChain } from "../chain/settle-chain";
import type { MilestoneFilesRefusal } from "../../files/milestone-files";
import type { StepRefusal } from "../take-step";
import { isSlotUntold, tellSlot } from "./follow-slot";
import { command } from "../../platform/command";
import {
  type LoadedSlot,
  loadSlot,
  mayReserve,
  proofField,
  putProof,
  slotFacts,
  type SlotLoadRefusal,
  type SlotReceipt,
  slotReceiptShape,
} from "./load-slot";
import { lockDealOfOrder } from "../../../db/repositories/deals";

const confirmSlotInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  bookingNumber: bookingNumberField,
  declared: declaredField.optional().meta({ description: "What has been declared to the system" }),
  proofFileId: proofField,
  version: z.int().optional(),
});

/** Holds a booking number to those of other slots in the same system; where there is none, a number is whatever its people give. */
async function checkNumber(
  read: Reader,
  { organisationId }: Pick<Actor, "organisationId">,
  { slot, bookingNumber }: Pick<LoadedSlot, "slot"> & { readonly bookingNumber: string },
): Promise<Result<void, NumberRefusal>> {
  const { id, system } = slot;
  if (system === "none") return accept(undefined);
  return checkBookingNumber(slot, await slotsNumbered(read, { organisationId, id, system, bookingNumber }));
}

/**
 * The system has confirmed the slot, under its number. With the first one the order's step is told too, by the rules of any step but a
 * hold; while the work has stopped the slot stands all the same, and the step is told once it goes on.
 */
export const confirmSlot = command({
  name: "slots.confirm-slot",
  action: "slot.change",
  input: confirmSlotInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/confirm",
    scope: "orders:write",
    status: 200,
    summary: "The system has confirmed the slot; the order's step `slot_reserved` is told with it",
    example: { bookingNumber: "KGD-2026-118204" },
    output: slotReceiptShape,
    refusals: [
      "wrong_state",
      "slot_unpaid",
      "slot_undeclared",
      "slot_window_past",
      "slot_number_used",
      "gate_closed",
      "not_permitted",
      "file_unknown",
      "too_many_files",
    ],
  },
  async lock(tx, { orderId, bookingNumber }) {
    await lockDealOfOrder(tx, { orderId });
    // A system gives each number once, over all orders.
    await lockNames(tx, [`booking ${bookingNumber}`]);
  },
  async run(
    context,
    { orderId, slotId, bookingNumber, declared = [], proofFileId, version },
  ): Promise<
    Result<
      SlotReceipt,
      SlotLoadRefusal | ConfirmRefusal | NumberRefusal | GateRefusal | StepRefusal | MilestoneFilesRefusal
    >
  > {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "book" });
    if (!loaded.ok) return loaded;
    const { slot, order } = loaded.value;
    const known = [...new Set([...slot.declared, ...declared])];
    const state = confirm({ ...slot, declared: known }, now);
    if (!state.ok) return state;
    const isNew = await checkNumber(tx, actor, { slot, bookingNumber });
    if (!isNew.ok) return isNew;
    const open = await mayReserve(tx, order);
    if (!open.ok) return open;
    const proof = await putProof(tx, proofFileId, { orderId, organisationId: actor.organisationId });
    if (!proof.ok) return proof;
    await saveSlot(tx, slot, {
      ...{ state: state.value, bookingNumber, declared: known, confirmedAt: now, ...proof.value },
      dueAt: endsBy({ ...slot, state: state.value }),
    });
    publish({ type: "slot.confirmed", ...slotFacts(loaded.value, slot, actor) });
    if (isSlotUntold(order)) {
      const taken = await tellSlot(context, order, { bookingNumber, at: now });
      if (!taken.ok) return taken;
    } else await settleChain(context, order.dealId);
    concerns(slotId);
    return accept({ id: slotId, orderId, state: state.value, version: slot.version + 1 });
  },
});

const paySlotInput = z.strictObject({
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
  input: paySlotInput,
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
  lock: lockDealOfOrder,
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
