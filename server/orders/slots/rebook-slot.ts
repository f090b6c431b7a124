import { z } from "zod";
import { saveSlot } from "@/db/repositories/slots";
import type { GateRefusal } from "@/domain/orders/chain/holds";
import { accept, type Result } from "@/domain/shared/result";
import { FAULTS } from "@/domain/orders/slots/sides";
import { rebook, type RebookRefusal } from "@/domain/orders/slots/slot";
import { bookingFields, wordsField } from "@/domain/orders/slots/slot-fields";
import { settleChain } from "../chain/settle-chain";
import { command } from "../../platform/command";
import { type BookRefusal, bookSlot } from "./book-slot";
import {
  BOOKING,
  BOOKING_EXAMPLE,
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
  async run(
    context,
    { orderId, slotId, windowFrom, windowTo, atFault, words, version, ...booking },
  ): Promise<Result<SlotReceipt, SlotLoadRefusal | BookRefusal | GateRefusal | RebookRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "book" });
    if (!loaded.ok) return loaded;
    const { slot, order } = loaded.value;
    const left = rebook(slot);
    if (!left.ok) return left;
    const open = await mayReserve(tx, order);
    if (!open.ok) return open;
    const booked = await bookSlot(context, loaded.value, {
      ...booking,
      ...{ system: slot.system, systemReason: slot.systemReason },
      kind: "rebooking",
      window: { from: windowFrom, to: windowTo },
      instead: { slotId, atFault, words },
    });
    if (!booked.ok) return booked;
    if (left.value !== slot.state) {
      await saveSlot(tx, slot, { state: left.value, endedAt: now, endWords: words, dueAt: null });
      publish({ type: "slot.cancelled", reason: words, ...slotFacts(loaded.value, slot, actor) });
    }
    publish({ type: "slot.requested", atFault, ...slotFacts(loaded.value, booked.value, actor) });
    await settleChain(context, order.dealId);
    concerns(booked.value.id);
    return accept({ id: booked.value.id, orderId, state: "requested", version: 1 });
  },
});
