import { z } from "zod";
import { may } from "../../domain/access/policy";
import { decide, type EndingRefusal } from "../../domain/disputes/dispute";
import { disputeWords, endingSchema } from "../../domain/disputes/dispute-schema";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { applyEnding } from "./apply-ending";
import { type DisputeReceipt, disputeReceiptShape, ENDING, orderAt, readDispute } from "./load-dispute";
import { command } from "../platform/command";

const input = endingSchema.extend({ disputeId: z.string().min(1).max(64), words: disputeWords });

type DecideRefusal =
  | EndingRefusal
  | Refusal<"not_found" | "not_permitted" | "wrong_state" | "evidence_open" | "own_dispute">;

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
    const { tx, actor, now, concerns } = context;
    if (!may(actor, "disputes.decide")) return refuse("not_permitted");
    const found = await readDispute(tx, disputeId);
    // Before it is escalated it is between the two.
    if (!found || found.dispute.escalatedAt === null) return refuse("not_found");
    const { dispute, order } = found;
    const parties = [order.buyerOrganisationId, order.providerOrganisationId];
    if (actor.organisationId !== null && parties.includes(actor.organisationId)) return refuse("own_dispute");
    const state = decide(dispute, ending, { ...orderAt(found), now });
    if (!state.ok) return state;
    await applyEnding(context, found, { state: state.value, ending, words, isAgreed: false });
    concerns(disputeId);
    return accept({ id: disputeId, orderId: order.id });
  },
});
