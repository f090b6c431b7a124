import { z } from "zod";
import type { Reader } from "@/db/database";
import { insertSegment, saveSegment, segmentsOfOrder, type StoredSegment } from "@/db/repositories/delay";
import type { Actor } from "@/domain/access/policy";
import { DELAY_REASONS, type DelayReason } from "@/domain/orders/delay/reasons";
import { DELAY_PLACES, type Interval, waitAt } from "@/domain/orders/delay/intervals";
import { isOver, orderFacts } from "@/domain/orders/order";
import type { Instant } from "@/domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import type { Side } from "@/domain/orders/slots/slot";
import { readIntervals } from "./read-delay";
import { idText } from "../../platform/api/endpoint-kinds";
import type { LoadedOrder } from "../kinds/kind-in-order";
import { sideOf } from "../slots/load-slot";
import { loadOrder, type LoadRefusal } from "../load-order";
import {
  type EndRefusal,
  endSegment,
  type ObjectRefusal,
  objectTo,
  reportSegment,
  type SegmentRefusal,
  withdraw,
} from "@/domain/orders/delay/segment";
import { instantField } from "@/domain/shared/wire-fields";
import { WORDS_MAX, wordsField } from "@/domain/orders/slots/slot-fields";
import { command } from "../../platform/command";
import { lockDealOfOrder } from "../../../db/repositories/deals";

/** What a command on a wait answers. */
export const delayReceiptShape = z.strictObject({ id: idText, orderId: idText });
export type DelayReceipt = Readonly<z.output<typeof delayReceiptShape>>;

/** Why nothing is said of the waits of an order. */
export type DelayRefusal = LoadRefusal | Refusal<"wrong_state">;

export type LoadedDelay = {
  readonly order: LoadedOrder;
  readonly side: Side;
  readonly intervals: readonly Interval[];
  readonly segments: readonly StoredSegment[];
};

/** An order of carriage with its waits; one of another service has none, and is not there to be asked for them. One that is over is settled: nothing is said of its waits any more. */
export async function loadDelay(
  tx: Reader,
  actor: Actor,
  { orderId, now }: { readonly orderId: string; readonly now: Instant },
): Promise<Result<LoadedDelay, DelayRefusal>> {
  const loaded = await loadOrder(tx, actor, { orderId, action: "delay.report" });
  if (!loaded.ok) return loaded;
  const order = loaded.value;
  if (order.service !== "logistics") return refuse("not_found");
  if (isOver(order)) return refuse("wrong_state");
  const intervals = await readIntervals(tx, order, now);
  return accept({ order, side: sideOf(actor, order), intervals, segments: await segmentsOfOrder(tx, orderId) });
}

type Wanted = { readonly orderId: string; readonly segmentId: string; readonly now: Instant };

/** One reason that was given for a wait of the order; of another order it is not there. */
export async function loadSegment(
  tx: Reader,
  actor: Actor,
  { segmentId, ...of }: Wanted,
): Promise<Result<LoadedDelay & { readonly segment: StoredSegment }, DelayRefusal>> {
  const loaded = await loadDelay(tx, actor, of);
  if (!loaded.ok) return loaded;
  const segment = loaded.value.segments.find(({ id }) => id === segmentId);
  return segment ? accept({ ...loaded.value, segment }) : refuse("not_found");
}

/** What every event of a reason says of it. */
export const delayFacts = (
  { order, side }: Pick<LoadedDelay, "order" | "side">,
  { id, reason }: { readonly id: string; readonly reason: DelayReason },
) => ({ ...orderFacts(order), segmentId: id, reason, by: side });

const reportDelayInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  place: z.enum(DELAY_PLACES, "required"),
  reason: z.enum(DELAY_REASONS, "required"),
  from: instantField,
  to: instantField.optional().meta({ description: "Left out while it goes on" }),
  words: z.string().trim().max(WORDS_MAX, "too_long").optional(),
});

/** A party says why a truck waited, from when to when: the reason says who pays, and the other side may object. */
export const reportDelay = command({
  name: "delay.report-delay",
  action: "delay.report",
  input: reportDelayInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/delay",
    scope: "orders:write",
    status: 201,
    summary: "Say why a truck waited, from when to when: the reason says who pays",
    example: { place: "border", reason: "queue", from: "2026-12-12T04:00:00Z", to: "2026-12-13T04:00:00Z" },
    output: delayReceiptShape,
    refusals: [
      "delay_not_running",
      "delay_inverted",
      "delay_outside",
      "delay_in_future",
      "delay_overlaps",
      "delay_too_many",
      "wrong_state",
      "not_permitted",
    ],
  },
  lock: lockDealOfOrder,
  async run(
    { tx, actor, now, newId, publish, concerns },
    { orderId, place, reason, from, to = null, words = "" },
  ): Promise<Result<DelayReceipt, DelayRefusal | SegmentRefusal>> {
    const loaded = await loadDelay(tx, actor, { orderId, now });
    if (!loaded.ok) return loaded;
    const { intervals, segments, side } = loaded.value;
    const allowed = reportSegment({ place, from, to }, { interval: waitAt(place, intervals), segments, now });
    if (!allowed.ok) return allowed;
    const id = newId();
    const by = { by: side, byUserId: actor.userId, at: now };
    await insertSegment(tx, { id, orderId, place, reason, from, to, words, ...by });
    publish({ type: "delay.reported", ...delayFacts(loaded.value, { id, reason }) });
    concerns(id);
    return accept({ id, orderId });
  },
});

const objectToDelayInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  segmentId: z.string().min(1).max(64),
  words: wordsField,
});

/** The other side objects to a reason: it stays, counts as before, and is shown as contested with what was said against it. */
export const objectToDelay = command({
  name: "delay.object-to-delay",
  action: "delay.report",
  input: objectToDelayInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/delay/{segmentId}/object",
    scope: "orders:write",
    status: 200,
    summary: "Object to a reason that the other side gave; it stays and is shown as contested",
    example: { words: "Our papers were there on the 11th" },
    output: delayReceiptShape,
    refusals: ["delay_own", "delay_objected", "delay_ended", "wrong_state", "not_permitted"],
  },
  lock: lockDealOfOrder,
  async run(
    { tx, actor, now, publish, concerns },
    { orderId, segmentId, words },
  ): Promise<Result<DelayReceipt, DelayRefusal | ObjectRefusal>> {
    const loaded = await loadSegment(tx, actor, { orderId, segmentId, now });
    if (!loaded.ok) return loaded;
    const { segment, side } = loaded.value;
    const allowed = objectTo(segment, side);
    if (!allowed.ok) return allowed;
    await saveSegment(tx, segmentId, { objection: words, objectedByUserId: actor.userId, objectedAt: now });
    publish({ type: "delay.objected", ...delayFacts(loaded.value, segment) });
    concerns(segmentId);
    return accept({ id: segmentId, orderId });
  },
});

const withdrawDelayInput = z.strictObject({ orderId: z.string().min(1).max(64), segmentId: z.string().min(1).max(64) });

/** Whoever gave a reason takes it back; it stays on record and counts no more. */
export const withdrawDelay = command({
  name: "delay.withdraw-delay",
  action: "delay.report",
  input: withdrawDelayInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/delay/{segmentId}/withdraw",
    scope: "orders:write",
    status: 200,
    summary: "Take a reason back that you gave; it stays on record and counts no more",
    output: delayReceiptShape,
    refusals: ["delay_ended", "wrong_state", "not_permitted"],
  },
  lock: lockDealOfOrder,
  async run(
    { tx, actor, now, publish, concerns },
    { orderId, segmentId },
  ): Promise<Result<DelayReceipt, DelayRefusal | Refusal<"delay_ended" | "not_permitted">>> {
    const loaded = await loadSegment(tx, actor, { orderId, segmentId, now });
    if (!loaded.ok) return loaded;
    const { segment, side } = loaded.value;
    const allowed = withdraw(segment, side);
    if (!allowed.ok) return allowed;
    await saveSegment(tx, segmentId, { withdrawnAt: now });
    publish({ type: "delay.changed", change: "withdrawn", ...delayFacts(loaded.value, segment) });
    concerns(segmentId);
    return accept({ id: segmentId, orderId });
  },
});

const endDelayInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  segmentId: z.string().min(1).max(64),
  to: instantField,
});

/** Whoever gave a reason that went on says when it ended. */
export const endDelay = command({
  name: "delay.end-delay",
  action: "delay.report",
  input: endDelayInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/delay/{segmentId}/end",
    scope: "orders:write",
    status: 200,
    summary: "A reason that you gave and that went on has ended",
    example: { to: "2026-12-13T04:00:00Z" },
    output: delayReceiptShape,
    refusals: ["delay_ended", "delay_inverted", "delay_in_future", "wrong_state", "not_permitted"],
  },
  lock: lockDealOfOrder,
  async run(
    { tx, actor, now, publish, concerns },
    { orderId, segmentId, to },
  ): Promise<Result<DelayReceipt, DelayRefusal | EndRefusal>> {
    const loaded = await loadSegment(tx, actor, { orderId, segmentId, now });
    if (!loaded.ok) return loaded;
    const { segment, side } = loaded.value;
    const allowed = endSegment(segment, { by: side, at: to }, now);
    if (!allowed.ok) return allowed;
    await saveSegment(tx, segmentId, { to });
    publish({ type: "delay.changed", change: "ended", ...delayFacts(loaded.value, segment) });
    concerns(segmentId);
    return accept({ id: segmentId, orderId });
  },
});
