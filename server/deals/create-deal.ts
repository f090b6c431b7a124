import { z } from "zod";
import type { Ends } from "../../domain/deals/plan-deal";
import { type DealInput, dealSchema, readDealSoFar } from "../../domain/deals/deal-schema";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { planningReferenceData } from "../hubs/read-board";
import { command, NO_ROW_DECIDES } from "../platform/command";
import { DEAL_BODY } from "./examples";
import { type DealRefusal, type Examined, examineDeal, examinePosting, invitedFor } from "./examine-posting";
import { keepDeal, type PostingContext, writeDeal, type WrittenDeal } from "./write-deal";
import { deleteDraft, findDraft, lockDraft, type StoredDraft } from "../../db/repositories/deal-drafts";
import { unconfirmed } from "../../domain/deals/clerk/suggestions";
import type { Bidding } from "../../domain/requests/bidding-schema";
import { type RequestReceipt, type RequestRefusal, writeRequest } from "./write-request";

const receiptShape = z.strictObject({ id: idText, reference: z.string(), hubId: z.string() });

type DealReceipt = z.infer<typeof receiptShape>;

/** Posts a goods movement. For "any" hub the planner takes the best way; a named hub must have one. */
export const createDeal = command({
  name: "deals.create-deal",
  action: "deal.create",
  input: dealSchema,
  http: {
    method: "POST",
    path: "/deals",
    scope: "deals:write",
    status: 201,
    summary: "Post a goods movement",
    description: "For the hub `any` the planner takes the best way.",
    example: DEAL_BODY,
    output: receiptShape,
    refusals: ["place_unknown", "hub_unknown", "no_way", "way_not_abroad", "deal_invalid"],
  },
  lock: NO_ROW_DECIDES,
  async refusedSoFar({ read, now }, input) {
    return examineDeal(readDealSoFar(input), { referenceData: await planningReferenceData(read, now), now }).refusals;
  },
  async run(context, input): Promise<Result<DealReceipt, DealRefusal | Refusal<"not_permitted">>> {
    if (!may(context.actor, "deal.create")) return refuse("not_permitted");
    const written = await writeDeal(context, input);
    if (!written.ok) return written;
    const { id, reference, hubId } = written.value.deal;
    context.concerns(id);
    return accept({ id, reference, hubId });
  },
});

export type PublishedDraft = {
  readonly dealId: string;
  readonly reference: string;
  readonly requests: readonly RequestReceipt[];
};

export type PublishKeptRefusal = DealRefusal | RequestRefusal | Refusal<"draft_incomplete" | "suggestions_unconfirmed">;

type PublishDraftRefusal = PublishKeptRefusal | Refusal<"not_found" | "stale_version">;

const input = z.strictObject({
  draftId: z.string().min(1).max(64),
  /** The version whose check page was read; nothing else is published. */
  version: z.int(),
});

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
  const open = unconfirmed(draft.suggested?.suggestions, draft.fields);
  if (open.length > 0) return refuse("suggestions_unconfirmed", { count: open.length, first: open[0] ?? "" });
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

/**
 * Makes of a draft its deal and the requests of all ticked services at once; where one of them cannot be, none is. What the
 * clerk suggested is published only once a person has confirmed or changed it.
 */
export const publishDraft = command({
  name: "deals.publish-draft",
  action: "draft.change",
  input,
  lock: (tx, { draftId }) => lockDraft(tx, draftId),
  async run(context, { draftId, version }): Promise<Result<PublishedDraft, PublishDraftRefusal>> {
    const { tx, actor, now } = context;
    const draft = await findDraft(tx, draftId);
    if (!draft || !may(actor, "draft.change", { organisationIds: [draft.organisationId] })) return refuse("not_found");
    if (draft.version !== version) return refuse("stale_version");
    return publishKept(context, draft);
  },
});
