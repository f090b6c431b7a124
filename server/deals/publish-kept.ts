import { deleteDraft, type StoredDraft } from "../../db/repositories/deal-drafts";
import type { DealInput } from "../../domain/deals/deal-schema";
import type { Ends } from "../../domain/deals/plan-deal";
import type { Bidding } from "../../domain/requests/bidding-schema";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { planningReferenceData } from "../hubs/read-board";
import { type DealRefusal, type Examined, examinePosting, invitedFor } from "./examine-posting";
import { keepDeal, type PostingContext, type WrittenDeal } from "./write-deal";
import { type RequestReceipt, type RequestRefusal, writeRequest } from "./write-request";

export type PublishedDraft = {
  readonly dealId: string;
  readonly reference: string;
  readonly requests: readonly RequestReceipt[];
};

export type PublishKeptRefusal = DealRefusal | RequestRefusal | Refusal<"draft_incomplete">;

type Complete = Examined & { readonly deal: DealInput; readonly ends: Ends; readonly bidding: Bidding };

const isComplete = (examined: Examined): examined is Complete =>
  examined.issues.length === 0 && examined.deal !== null && examined.ends !== null && examined.bidding !== null;

async function writeRequests(
  context: PostingContext,
  written: WrittenDeal,
  examined: Complete,
): Promise<Result<RequestReceipt[], RequestRefusal>> {
  const receipts: RequestReceipt[] = [];
  for (const asked of examined.services) {
    const invitedIds = await invitedFor(context.tx, examined.bidding, {
      service: asked.service,
      buyerId: written.deal.buyerOrganisationId,
    });
    const request = await writeRequest(context, written, {
      ...asked,
      bidding: { ...examined.bidding, invitedIds },
      publish: true,
    });
    if (!request.ok) return request;
    receipts.push(request.value);
  }
  return accept(receipts);
}

/** Makes of an examined draft its deal and its requests, and deletes it; nothing remains of it where one of them cannot be. */
export async function publishKept(
  context: PostingContext,
  draft: StoredDraft,
): Promise<Result<PublishedDraft, PublishKeptRefusal>> {
  const { tx, now } = context;
  const referenceData = await planningReferenceData(tx, now);
  const { organisationId, fields } = draft;
  const examined = await examinePosting(fields, { db: tx, referenceData, organisationId, now });
  if (!isComplete(examined))
    return refuse("draft_incomplete", { issues: examined.issues.length, first: examined.issues[0]?.field ?? "" });
  const { deal: input, ends, plan } = examined;
  const written = await keepDeal(context, { input, ends, plan }, referenceData);
  const requests = await writeRequests(context, written, examined);
  if (!requests.ok) return requests;
  await deleteDraft(tx, draft);
  const { id: dealId, reference } = written.deal;
  context.concerns(dealId);
  return accept({ dealId, reference, requests: requests.value });
}
