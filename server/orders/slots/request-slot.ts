import { z } from "zod";
import type { GateRefusal } from "@/domain/orders/chain/holds";
import { SLOT_SYSTEMS } from "@/domain/services/logistics/choices";
import { readSoFar } from "@/domain/shared/read-members";
import { accept, checkAll, everyRefusal, type Result } from "@/domain/shared/result";
import { SLOT_KINDS } from "@/domain/orders/slots/fees";
import { bookingFields, wordsField } from "@/domain/orders/slots/slot-fields";
import { reasonForSystem, type SlotSystem, systemOn, type SystemRefusal } from "@/domain/orders/slots/systems";
import { settleChain } from "../chain/settle-chain";
import { command, type PrepareContext } from "../../platform/command";
import { type BookRefusal, bookSlot, checkBooking } from "./book-slot";
import {
  BOOKING,
  BOOKING_EXAMPLE,
  type OrderWithSlots,
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

type RequestRefusal = SlotLoadRefusal | BookRefusal | GateRefusal | SystemRefusal;

/** The order of a slot that is asked for, and the system that it is booked in, where all that can be read of it may be booked. */
async function checkRequest(
  context: PrepareContext,
  { orderId, system: asked, systemReason, ...booking }: Partial<z.output<typeof input>>,
): Promise<
  Result<
    { readonly all: OrderWithSlots; readonly system: SlotSystem; readonly systemReason: string | null },
    RequestRefusal
  >
> {
  const { read, actor } = context;
  const loaded = await loadSlots(read, actor, { orderId: orderId ?? "", work: "book" });
  if (!loaded.ok) return loaded;
  const all = loaded.value;
  const open = await mayReserve(read, all.order);
  if (!open.ok) return open;
  const agreed = all.contract.terms.slot?.system;
  const system = asked ?? systemOn(agreed, all.order.corridor);
  const reason = reasonForSystem(agreed, { system, reason: systemReason });
  const checked = checkAll<RequestRefusal>([reason, await checkBooking(context, all, { system, ...booking })]);
  return checked.ok ? accept({ all, system, systemReason: reason.ok ? reason.value : null }) : checked;
}

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
  async refusedSoFar(context, members) {
    const checked = await checkRequest(context, readSoFar(input, members).value);
    return checked.ok ? [] : everyRefusal(checked.refusal);
  },
  async run(context, asked): Promise<Result<SlotReceipt, RequestRefusal>> {
    const { tx, actor, publish, concerns } = context;
    const checked = await checkRequest({ ...context, read: tx }, asked);
    if (!checked.ok) return checked;
    const { all, system, systemReason } = checked.value;
    const { orderId, kind = "normal", windowFrom, windowTo, ...booking } = asked;
    const booked = await bookSlot(context, all, {
      ...booking,
      ...{ kind, system, systemReason },
      window: { from: windowFrom, to: windowTo },
    });
    publish({ type: "slot.requested", atFault: null, ...slotFacts(all, booked, actor) });
    await settleChain(context, all.order.dealId);
    concerns(booked.id);
    return accept({ id: booked.id, orderId, state: "requested", version: 1 });
  },
});
