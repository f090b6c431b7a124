import { z } from "zod";
import { findSlot, saveSlot, type SlotChange, type StoredSlot } from "@/db/repositories/slots";
import { goesOn, orderFacts } from "@/domain/orders/order";
import { instantField } from "@/domain/shared/wire-fields";
import type { Instant } from "@/domain/shared/time";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { hasOpenSlot } from "@/domain/orders/slots/order-of-slot";
import {
  cancel,
  endsBy,
  type Mark,
  mark,
  type MarkRefusal,
  MARKS,
  runOut,
  type SlotState,
  type StateRefusal,
} from "@/domain/orders/slots/slot";
import type { GateRefusal } from "@/domain/orders/chain/holds";
import { checkMarkTime, type MarkTimeRefusal, unusualBy } from "@/domain/orders/slots/window";
import { passesGates, settleChain } from "../chain/settle-chain";
import { crossingClockAt } from "./slot-reference";
import { command } from "../../platform/command";
import {
  loadSlot,
  slotFacts,
  type SlotLoadRefusal,
  type SlotReceipt,
  slotReceiptShape,
  lockDealOfSlot,
} from "./load-slot";
import { findMilestones, findOrder } from "@/db/repositories/orders";
import { wordsField } from "@/domain/orders/slots/slot-fields";
import { lockDealOfOrder } from "../../../db/repositories/deals";

const markSlotInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  as: z.enum(MARKS),
  occurredAt: instantField,
  isConfirmed: z.boolean().default(false).meta({
    description:
      "Whether the time is right though it is long before the window or after it, or the crossing is shut then. Kept with the mark",
  }),
  version: z.int().optional(),
});

const TIME_OF = {
  ...{ called: "calledAt", in: "enteredAt", crossed: "crossedAt", missed: "endedAt" },
} as const satisfies Readonly<Record<Mark, keyof SlotChange>>;

const lastMarkAt = ({ calledAt, enteredAt }: StoredSlot): Instant | null => enteredAt ?? calledAt;

/**
 * Where the truck is: called to the crossing, let in, across, or called and not come. What is told of a time that is not usual is taken once
 * somebody says that it is right, and no truck crosses that the gates of its deal keep from crossing. A slot that was forfeited lives on where it is told late that the truck was called or let in in time.
 */
export const markSlot = command({
  name: "slots.mark-slot",
  action: "slot.change",
  input: markSlotInput,
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
      "slot_mark_early",
      "slot_mark_late",
      "slot_mark_shut",
      "gate_closed",
      "slot_forfeited",
      "slot_plate_booked",
      "not_yet",
      "not_permitted",
    ],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, slotId, as, occurredAt, isConfirmed, version },
  ): Promise<Result<SlotReceipt, SlotLoadRefusal | MarkRefusal | MarkTimeRefusal | GateRefusal>> {
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
    const crossing = { code: "crossed_border", occurredAt };
    const open = as === "crossed" ? await passesGates(tx, order, crossing) : accept(undefined);
    if (!open.ok) return open;
    const clock = await crossingClockAt(tx, { hubId: order.hubId, placeId: slot.placeId, now });
    const isAsked = as !== "missed" && !isConfirmed;
    const usual = checkMarkTime(slot.window, { at: occurredAt, isCall: as === "called" }, clock);
    if (isAsked && !usual.ok) return usual;
    const unusual = as === "missed" || usual.ok ? null : unusualBy(usual.refusal);
    await saveSlot(tx, slot, {
      ...{ state: state.value, endedAt: null, endWords: null },
      told: { ...slot.told, [as]: { at: now, unusual } },
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

type RunOutRefusal = StateRefusal | Refusal<"not_found" | "not_yet">;

/** The clock ends a slot whose time is over: a truck that did not come has lost it, and waits from then on at somebody's cost. */
export const runOutSlot = command({
  name: "slots.run-out-slot",
  action: "market.tick",
  input: z.strictObject({ slotId: z.string().min(1).max(64) }),
  lock: lockDealOfSlot,
  async run(context, { slotId }): Promise<Result<{ id: string; state: SlotState }, RunOutRefusal>> {
    const { tx, now, publish, concerns } = context;
    const slot = await findSlot(tx, slotId);
    if (!slot) return refuse("not_found");
    const order = await findOrder(tx, slot.orderId);
    assert(order, `slot ${slotId} has its order`);
    const milestones = await findMilestones(tx, order);
    const from = milestones.findIndex(({ code }) => code === "crossed_border");
    const crossedAt = milestones.slice(from).find(({ occurredAt }) => occurredAt !== null)?.occurredAt ?? null;
    const state = runOut(slot, { crossedAt, isOver: order.state === "cancelled" }, now);
    if (!state.ok) return state;
    const ended = state.value === "crossed" ? { crossedAt } : { endedAt: endsBy(slot) };
    await saveSlot(tx, slot, { state: state.value, dueAt: null, ...ended });
    const facts = { ...orderFacts(order), slotId, number: slot.number, by: null };
    if (state.value === "forfeited") publish({ type: "slot.forfeited", ...facts });
    else if (state.value === "crossed") publish({ type: "slot.marked", state: "crossed", ...facts });
    else publish({ type: "slot.cancelled", reason: "", ...facts });
    await settleChain(context, order.dealId);
    concerns(slotId);
    return accept({ id: slotId, state: state.value });
  },
});

const cancelSlotInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  words: wordsField,
  version: z.int().optional(),
});

/** Gives a slot up, with the reason; what waited for it waits again. */
export const cancelSlot = command({
  name: "slots.cancel-slot",
  action: "slot.change",
  input: cancelSlotInput,
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
  lock: lockDealOfOrder,
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
