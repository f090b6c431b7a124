import { z } from "zod";
import { saveSegment } from "@/db/repositories/delay";
import { withdraw } from "@/domain/orders/delay/segment";
import { accept, type Refusal, type Result } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { type DelayRefusal, delayFacts, type DelayReceipt, delayReceiptShape, loadSegment } from "./load-delay";

const input = z.strictObject({ orderId: z.string().min(1).max(64), segmentId: z.string().min(1).max(64) });

/** Whoever gave a reason takes it back; it stays on record and counts no more. */
export const withdrawDelay = command({
  name: "delay.withdraw-delay",
  action: "delay.report",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/delay/{segmentId}/withdraw",
    scope: "orders:write",
    status: 200,
    summary: "Take a reason back that you gave; it stays on record and counts no more",
    output: delayReceiptShape,
    refusals: ["delay_ended", "wrong_state", "not_permitted"],
  },
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
