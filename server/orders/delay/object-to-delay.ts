import { z } from "zod";
import { saveSegment } from "@/db/repositories/delay";
import { objectTo, type ObjectRefusal } from "@/domain/orders/delay/segment";
import { accept, type Result } from "@/domain/shared/result";
import { wordsField } from "@/domain/orders/slots/slot-fields";
import { command } from "../../platform/command";
import { type DelayRefusal, delayFacts, type DelayReceipt, delayReceiptShape, loadSegment } from "./load-delay";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  segmentId: z.string().min(1).max(64),
  words: wordsField,
});

/** The other side objects to a reason: it stays, counts as before, and is shown as contested with what was said against it. */
export const objectToDelay = command({
  name: "delay.object-to-delay",
  action: "delay.report",
  input,
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
