import { z } from "zod";
import { deleteDraft, findDraft, type StoredDraft } from "../../db/repositories/deal-drafts";
import { unconfirmed } from "../../domain/deals/clerk/suggestions";
import { may } from "../../domain/access/policy";
import type { Bidding } from "../../domain/requests/bidding-schema";
import type { DealInput } from "../../domain/deals/deal-schema";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type CommandContext, command } from "../platform/command";
import { type Examined, examinePosting, invitedFor } from "./examine-posting";
import type { DealRefusal } from "./examine-deal";
import { type WrittenDeal, writeDeal } from "./write-deal";
import { type RequestReceipt, type RequestRefusal, writeRequest } from "./write-request";
import { planningReferenceData } from "../hubs/read-board";

export type PublishedDraft = {
  readonly dealId: string;
  readonly reference: string;
  readonly requests: readonly RequestReceipt[];
};

type PublishDraftRefusal =
  | DealRefusal
  | RequestRefusal
  | Refusal<"not_found" | "draft_incomplete" | "stale_version" | "suggestions_unconfirmed">;

const input = z.strictObject({
  draftId: z.string().min(1).max(64),
  /** The version whose check page was read; nothing else is published. */
  version: z.int(),
});

type Complete = Examined & { readonly deal: DealInput; readonly bidding: Bidding };

const isComplete = (examined: Examined): examined is Complete =>
  examined.issues.length === 0 && examined.deal !== null && examined.bidding !== null;

async function examine({ tx, now }: CommandContext, draft: StoredDraft): Promise<Examined> {
  const { organisationId, fields } = draft;
  return examinePosting(fields, { db: tx, referenceData: await planningReferenceData(tx, now), organisationId, now });
}

async function writeRequests(
  context: CommandContext,
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

/**
 * Makes of a draft its deal and the requests of all ticked services at once; where one of them cannot be, none is. What the
 * clerk suggested is published only once a person has confirmed or changed it.
 */
export const publishDraft = command({
  name: "deals.publish-draft",
  action: "draft.change",
  input,
  async run(context, { draftId, version }): Promise<Result<PublishedDraft, PublishDraftRefusal>> {
    const { tx, actor } = context;
    const draft = await findDraft(tx, draftId);
    if (!draft || !may(actor, "draft.change", { organisationIds: [draft.organisationId] })) return refuse("not_found");
    if (draft.version !== version) return refuse("stale_version");
    const open = unconfirmed(draft.suggested?.suggestions, draft.fields);
    if (open.length > 0) return refuse("suggestions_unconfirmed", { count: open.length, first: open[0] ?? "" });
    const examined = await examine(context, draft);
    if (!isComplete(examined))
      return refuse("draft_incomplete", { issues: examined.issues.length, first: examined.issues[0]?.field ?? "" });
    const written = await writeDeal(context, examined.deal);
    if (!written.ok) return written;
    const requests = await writeRequests(context, written.value, examined);
    if (!requests.ok) return requests;
    await deleteDraft(tx, draft);
    const { id: dealId, reference } = written.value.deal;
    context.concerns(dealId);
    return accept({ dealId, reference, requests: requests.value });
  },
});
