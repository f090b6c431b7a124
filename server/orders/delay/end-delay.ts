import { z } from "zod";
import { saveSegment } from "@/db/repositories/delay";
import { type EndRefusal, endSegment } from "@/domain/orders/delay/segment";
import { instantField } from "@/domain/shared/wire-fields";
import { accept, type Result } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { type DelayRefusal, delayFacts, type DelayReceipt, delayReceiptShape, loadSegment } from "./load-delay";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  segmentId: z.string().min(1).max(64),
  to: instantField,
});

/** Whoever gave a reason that went on says when it ended. */
export const endDelay = command({
  name: "delay.end-delay",
  action: "delay.report",
  input,
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
