import { z } from "zod";
import type { GateRefusal } from "@/domain/orders/chain/holds";
import { SLOT_SYSTEMS } from "@/domain/services/logistics/choices";
import { accept, type Result } from "@/domain/shared/result";
import { SLOT_KINDS } from "@/domain/orders/slots/fees";
import { bookingFields, wordsField } from "@/domain/orders/slots/slot-fields";
import { reasonForSystem, systemOn, type SystemRefusal } from "@/domain/orders/slots/systems";
import { settleChain } from "../chain/settle-chain";
import { command } from "../../platform/command";
import { type BookRefusal, bookSlot } from "./book-slot";
import {
  BOOKING,
  BOOKING_EXAMPLE,
  type SlotLoadRefusal,
  type SlotReceipt,
  loadSlots,
  mayReserve,
  slotFacts,
  slotReceiptShape,
} from "./load-slot";

const KINDS = SLOT_KINDS.filter((kind) => kind !== "rebooking");

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  system: z
    .enum(SLOT_SYSTEMS)
    .optional()
    .meta({ description: "The bid's where it is not given, else that of the far side" }),
  systemReason: wordsField.optional().meta({
    description: "Why it is another system than the bid names, where it is; the buyer reads it",
  }),
  kind: z.enum(KINDS).optional(),
  ...bookingFields,
});

/** Asks for a slot at the crossing, once the gates before it are open. The system is the bid's own where none is named, else that of the far side; another than the bid's is booked with a reason. */
export const requestSlot = command({
  name: "slots.request-slot",
  action: "slot.change",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots",
    scope: "orders:write",
    status: 201,
    summary: "Ask for a slot at the crossing, once the papers before it are complete",
    example: BOOKING_EXAMPLE,
    output: slotReceiptShape,
    refusals: [...BOOKING, "slot_book_anew", "slot_system_not_agreed"],
  },
  async run(
    context,
    { orderId, system: asked, systemReason, kind = "normal", windowFrom, windowTo, ...booking },
  ): Promise<Result<SlotReceipt, SlotLoadRefusal | BookRefusal | GateRefusal | SystemRefusal>> {
    const { tx, actor, publish, concerns } = context;
    const loaded = await loadSlots(tx, actor, { orderId, work: "book" });
    if (!loaded.ok) return loaded;
    const of = loaded.value;
    const open = await mayReserve(tx, of.order);
    if (!open.ok) return open;
    const agreed = of.contract.terms.slot?.system;
    const system = asked ?? systemOn(agreed, of.order.corridor);
    const reason = reasonForSystem(agreed, { system, reason: systemReason });
    if (!reason.ok) return reason;
    const booked = await bookSlot(context, of, {
      ...booking,
      ...{ kind, system, systemReason: reason.value },
      window: { from: windowFrom, to: windowTo },
    });
    if (!booked.ok) return booked;
    publish({ type: "slot.requested", atFault: null, ...slotFacts(of, booked.value, actor) });
    await settleChain(context, of.order.dealId);
    concerns(booked.value.id);
    return accept({ id: booked.value.id, orderId, state: "requested", version: 1 });
  },
});
