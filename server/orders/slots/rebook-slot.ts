import { z } from "zod";
import { saveSlot } from "@/db/repositories/slots";
import type { GateRefusal } from "@/domain/orders/chain/holds";
import { readSoFar } from "@/domain/shared/read-members";
import { accept, everyRefusal, type Result } from "@/domain/shared/result";
import { FAULTS } from "@/domain/orders/slots/sides";
import { rebook, type RebookRefusal, type SlotState } from "@/domain/orders/slots/slot";
import { bookingFields, wordsField } from "@/domain/orders/slots/slot-fields";
import { settleChain } from "../chain/settle-chain";
import { command, type PrepareContext } from "../../platform/command";
import { type BookRefusal, bookSlot, checkBooking } from "./book-slot";
import {
  BOOKING,
  BOOKING_EXAMPLE,
  type LoadedSlot,
  type SlotLoadRefusal,
  type SlotReceipt,
  loadSlot,
  mayReserve,
  slotFacts,
  slotReceiptShape,
} from "./load-slot";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  ...bookingFields,
  atFault: z.enum(FAULTS, "required"),
  words: wordsField,
  version: z.int().optional(),
});

type AnewRefusal = SlotLoadRefusal | BookRefusal | GateRefusal | RebookRefusal;

/** The slot in whose place another is booked, and what becomes of it, where all that can be read of the booking may be booked. */
async function checkRebooking(
  context: PrepareContext,
  { orderId = "", slotId = "", version, ...booking }: Partial<z.output<typeof input>>,
): Promise<Result<LoadedSlot & { readonly left: SlotState }, AnewRefusal>> {
  const { read, actor } = context;
  const loaded = await loadSlot(read, actor, { orderId, slotId, version, work: "book" });
  if (!loaded.ok) return loaded;
  const { slot, order } = loaded.value;
  const left = rebook(slot);
  if (!left.ok) return left;
  const open = await mayReserve(read, order);
  if (!open.ok) return open;
  const checked = await checkBooking(context, loaded.value, { ...booking, system: slot.system, insteadOf: slotId });
  return checked.ok ? accept({ ...loaded.value, left: left.value }) : checked;
}

/** Books anew in the place of a slot that was lost or is given up for it, and names whose fault that is: that side pays the fee. */
export const rebookSlot = command({
  name: "slots.rebook-slot",
  action: "slot.change",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/rebook",
    scope: "orders:write",
    status: 201,
    summary: "Book anew in the place of this slot, and name whose fault that is: that side pays the fee",
    example: { ...BOOKING_EXAMPLE, atFault: "provider", words: "Another truck had to come" },
    output: slotReceiptShape,
    refusals: ["wrong_state", "slot_replaced", ...BOOKING],
  },
  async refusedSoFar(context, members) {
    const checked = await checkRebooking(context, readSoFar(input, members).value);
    return checked.ok ? [] : everyRefusal(checked.refusal);
  },
  async run(context, asked): Promise<Result<SlotReceipt, AnewRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const checked = await checkRebooking({ ...context, read: tx }, asked);
    if (!checked.ok) return checked;
    const { slot, order, left } = checked.value;
    const { orderId, slotId, windowFrom, windowTo, atFault, words, version: _, ...booking } = asked;
    const booked = await bookSlot(context, checked.value, {
      ...booking,
      ...{ system: slot.system, systemReason: slot.systemReason },
      kind: "rebooking",
      window: { from: windowFrom, to: windowTo },
      instead: { slotId, atFault, words },
    });
    if (left !== slot.state) {
      await saveSlot(tx, slot, { state: left, endedAt: now, endWords: words, dueAt: null });
      publish({ type: "slot.cancelled", reason: words, ...slotFacts(checked.value, slot, actor) });
    }
    publish({ type: "slot.requested", atFault, ...slotFacts(checked.value, booked, actor) });
    await settleChain(context, order.dealId);
    concerns(booked.id);
    return accept({ id: booked.id, orderId, state: "requested", version: 1 });
  },
});
