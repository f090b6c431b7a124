import { z } from "zod";
import { findDeal } from "../../db/repositories/deals";
import { requestsOfDeal } from "../../db/repositories/requests";
import { may } from "../../domain/access/policy";
import { writePosting } from "../../domain/deals/posting/write-posting";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { SERVICES } from "../../domain/shared/service";
import { command } from "../platform/command";
import { biddingOf } from "./posting-rules";
import { draftIdField, startDraft } from "./deal-draft";

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
    // All requests of a posting were published on the same terms, so one speaks for them.
    const [first] = inOrder;
    const fields = writePosting({ deal, requests: inOrder, bidding: first ? await biddingOf(tx, first) : null });
    const started = await startDraft(context, { draftId, fields });
    if (!started.ok) return started;
    concerns(draftId);
    return accept({ draftId });
  },
});
