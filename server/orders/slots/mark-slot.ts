import { z } from "zod";
import { type SlotChange, saveSlot, type StoredSlot } from "@/db/repositories/slots";
import { goesOn } from "@/domain/orders/side-state";
import { instantField } from "@/domain/shared/wire-fields";
import type { Instant } from "@/domain/shared/instant";
import { accept, type Result } from "@/domain/shared/result";
import { hasOpenSlot } from "@/domain/orders/slots/order-of-slot";
import { endsBy, type Mark, mark, MARKS, type MarkRefusal } from "@/domain/orders/slots/slot";
import { settleChain } from "../chain/settle-chain";
import { command } from "../../platform/command";
import { loadSlot, slotFacts, type SlotLoadRefusal, type SlotReceipt, slotReceiptShape } from "./load-slot";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  as: z.enum(MARKS),
  occurredAt: instantField,
  version: z.int().optional(),
});

const TIME_OF = {
  ...{ called: "calledAt", in: "enteredAt", crossed: "crossedAt", missed: "endedAt" },
} as const satisfies Readonly<Record<Mark, keyof SlotChange>>;

const lastMarkAt = ({ calledAt, enteredAt }: StoredSlot): Instant | null => enteredAt ?? calledAt;

/** Where the truck is: called to the crossing, let in, across, or called and not come. A slot that was forfeited lives on where it is told late that the truck was called or let in in time. */
export const markSlot = command({
  name: "slots.mark-slot",
  action: "slot.change",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/mark",
    scope: "orders:write",
    status: 200,
    summary: "The truck was called, let in, has crossed, or was called and did not come",
    example: { as: "in", occurredAt: "2026-12-12T04:30:00Z" },
    output: slotReceiptShape,
    refusals: [
      "wrong_state",
      "occurred_in_future",
      "slot_mark_out_of_order",
      "slot_forfeited",
      "slot_plate_booked",
      "not_yet",
      "not_permitted",
    ],
  },
  async run(
    context,
    { orderId, slotId, as, occurredAt, version },
  ): Promise<Result<SlotReceipt, SlotLoadRefusal | MarkRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "drive" });
    if (!loaded.ok) return loaded;
    const { slot, order, slots } = loaded.value;
    const others = slots.filter(({ id }) => id !== slotId);
    const isPlateBooked = hasOpenSlot(others, slot.tractorPlate);
    const state = mark({ ...slot, lastMarkAt: lastMarkAt(slot), isPlateBooked }, { as, at: occurredAt }, now);
    if (!state.ok) return state;
    // A truck of an order that is stopped is called like any other, and goes no further.
    const isFree = as === "called" || as === "missed" || slot.state === "forfeited";
    const free = isFree ? accept(undefined) : goesOn(order);
    if (!free.ok) return free;
    await saveSlot(tx, slot, {
      ...{ state: state.value, endedAt: null, endWords: null },
      [TIME_OF[as]]: occurredAt,
      dueAt: endsBy({ ...slot, state: state.value }),
    });
    const facts = slotFacts(loaded.value, slot, actor);
    publish(as === "missed" ? { type: "slot.forfeited", ...facts } : { type: "slot.marked", state: as, ...facts });
    await settleChain(context, order.dealId);
    concerns(slotId);
    return accept({ id: slotId, orderId, state: state.value, version: slot.version + 1 });
  },
});
