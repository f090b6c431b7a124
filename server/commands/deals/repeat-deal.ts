import { z } from "zod";
import { findDeal } from "../../../db/repositories/deals";
import { invitedTo, requestsOfDeal, type StoredRequest } from "../../../db/repositories/requests";
import { may } from "../../../domain/access/policy";
import { type Posted, writePosting } from "../../../domain/deals/posting/begin/write-posting";
import { termsOf } from "../../../domain/requests/terms";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import { SERVICES } from "../../../domain/services/service";
import { type CommandContext, command } from "../../platform/command";
import { draftIdField, startDraft } from "../../posting/start-draft";

/** All requests of a posting were published on the same terms, so one speaks for them. */
async function biddingOf(tx: CommandContext["tx"], request: StoredRequest | undefined): Promise<Posted["bidding"]> {
  if (!request) return null;
  const { bidMode, comparisonCurrency, mayCloseEarly, twoPersonOpening, visibility } = request;
  const invitedIds = await invitedTo(tx, request.id);
  // The end of questions was a time of that request; the new one has its own.
  const terms = { ...termsOf(request), questionsUntil: null, criteria: [...termsOf(request).criteria] };
  const said = { mode: bidMode, currency: comparisonCurrency, mayCloseEarly, twoPersonOpening, visibility, invitedIds };
  return { ...said, ...terms, gates: [...terms.gates] };
}

/** Begins a draft with all that a deal of one's own was posted with, but for its days: to ship the like again. */
export const repeatDeal = command({
  name: "deals.repeat-deal",
  action: "draft.change",
  input: z.strictObject({ dealId: z.string().min(1).max(64), draftId: draftIdField }),
  async run(
    context,
    { dealId, draftId },
  ): Promise<Result<{ draftId: string }, Refusal<"not_found" | "too_many_drafts">>> {
    const { tx, actor, concerns } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal || !may(actor, "draft.change", { organisationIds: [deal.buyerOrganisationId] }))
      return refuse("not_found");
    const requests = await requestsOfDeal(tx, deal.id);
    const inOrder = SERVICES.flatMap((service) => requests.filter((request) => request.service === service));
    const fields = writePosting({ deal, requests: inOrder, bidding: await biddingOf(tx, inOrder[0]) });
    const started = await startDraft(context, { draftId, fields });
    if (!started.ok) return started;
    concerns(draftId);
    return accept({ draftId });
  },
});
