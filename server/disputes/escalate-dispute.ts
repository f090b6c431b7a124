import { z } from "zod";
import { escalate } from "../../domain/disputes/dispute";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { hearDispute } from "./hear-dispute";
import { type DisputeReceipt, disputeReceiptShape, loadDispute } from "./load-dispute";
import { command } from "../platform/command";

const input = z.strictObject({ disputeId: z.string().min(1).max(64) });

/** A party takes the dispute to the market, once there was time to talk. */
export const escalateDispute = command({
  name: "disputes.escalate-dispute",
  action: "dispute.write",
  input,
  http: {
    method: "POST",
    path: "/disputes/{disputeId}/escalate",
    scope: "orders:write",
    status: 200,
    summary: "Take a dispute to the market, from its fourth day on",
    output: disputeReceiptShape,
    refusals: ["talk_first", "wrong_state", "not_permitted"],
  },
  async run(
    context,
    { disputeId },
  ): Promise<
    Result<DisputeReceipt, Refusal<"not_found" | "not_permitted" | "wrong_state" | "talk_first" | "not_yet">>
  > {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadDispute(tx, actor, disputeId);
    if (!loaded.ok) return loaded;
    const state = escalate(loaded.value.dispute, "party", now);
    if (!state.ok) return state;
    await hearDispute(context, loaded.value, state.value);
    concerns(disputeId);
    return accept({ id: disputeId, orderId: loaded.value.order.id });
  },
});
