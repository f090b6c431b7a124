import { z } from "zod";
import { disputeWords, endingSchema } from "../../domain/disputes/dispute-schema";
import { accept, type Result } from "../../domain/shared/result";
import { applyEnding } from "./apply-ending";
import { checkDecision, type DecideRefusal } from "./check-decision";
import { type DisputeReceipt, disputeReceiptShape, ENDING } from "./load-dispute";
import { command } from "../platform/command";

const input = endingSchema.extend({ disputeId: z.string().min(1).max(64), words: disputeWords });

/** An administrator decides an escalated dispute once the parties have had their time, with reasons that both read. */
export const decideDispute = command({
  name: "disputes.decide-dispute",
  action: "disputes.decide",
  input,
  http: {
    method: "POST",
    path: "/disputes/{disputeId}/decide",
    scope: "admin:write",
    status: 200,
    summary: "Decide a dispute once the time for evidence is over",
    example: { outcome: "split", shareBps: 5_000, effect: "goes_on", words: "Both have a part in it" },
    output: disputeReceiptShape,
    refusals: [...ENDING, "evidence_open", "own_dispute"],
  },
  async run(context, { disputeId, words, ...ending }): Promise<Result<DisputeReceipt, DecideRefusal>> {
    const { tx, concerns } = context;
    const checked = await checkDecision(tx, context, { disputeId, ...ending });
    if (!checked.ok) return checked;
    const { found, state } = checked.value;
    await applyEnding(context, found, { state, ending, words, isAgreed: false });
    concerns(disputeId);
    return accept({ id: disputeId, orderId: found.order.id });
  },
});
