import { z } from "zod";
import { insertSegment } from "@/db/repositories/delay";
import { DELAY_PLACES } from "@/domain/orders/delay/intervals";
import { DELAY_REASONS } from "@/domain/orders/delay/reasons";
import { reportSegment, type SegmentRefusal } from "@/domain/orders/delay/segment";
import { instantField } from "@/domain/shared/wire-fields";
import { accept, type Result } from "@/domain/shared/result";
import { WORDS_MAX } from "@/domain/orders/slots/slot-fields";
import { command } from "../../platform/command";
import { type DelayRefusal, delayFacts, type DelayReceipt, delayReceiptShape, loadDelay } from "./load-delay";

const input = z.strictObject({
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
  input,
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
  async run(
    { tx, actor, now, newId, publish, concerns },
    { orderId, place, reason, from, to = null, words = "" },
  ): Promise<Result<DelayReceipt, DelayRefusal | SegmentRefusal>> {
    const loaded = await loadDelay(tx, actor, { orderId, now });
    if (!loaded.ok) return loaded;
    const { intervals, segments, side } = loaded.value;
    const interval = intervals.find((one) => one.place === place) ?? null;
    const allowed = reportSegment({ place, from, to }, { interval, segments, now });
    if (!allowed.ok) return allowed;
    const id = newId();
    const by = { by: side, byUserId: actor.userId, at: now };
    await insertSegment(tx, { id, orderId, place, reason, from, to, words, ...by });
    publish({ type: "delay.reported", ...delayFacts(loaded.value, { id, reason }) });
    concerns(id);
    return accept({ id, orderId });
  },
});
