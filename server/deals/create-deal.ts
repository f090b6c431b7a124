import { z } from "zod";
import { dealSchema, readDealSoFar } from "../../domain/deals/deal-schema";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { planningReferenceData } from "../hubs/read-board";
import { command, NO_ROW_DECIDES } from "../platform/command";
import { DEAL_BODY } from "./examples";
import { type DealRefusal, examineDeal } from "./examine-posting";
import { type PublishedDraft, publishKept, type PublishKeptRefusal } from "./publish-kept";
import { writeDeal } from "./write-deal";
import { findDraft, lockDraft } from "../../db/repositories/deal-drafts";

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

type PublishDraftRefusal = PublishKeptRefusal | Refusal<"not_found" | "stale_version">;

const input = z.strictObject({
  draftId: z.string().min(1).max(64),
  /** The version whose check page was read; nothing else is published. */
  version: z.int(),
});

/**
 * Makes of a draft its deal and the requests of all ticked services at once; where one of them cannot be, none is. What the
 * clerk suggests beside a field is no value of it, and is published only where a person took it.
 */
export const publishDraft = command({
  name: "deals.publish-draft",
  action: "draft.change",
  input,
  lock: (tx, { draftId }) => lockDraft(tx, draftId),
  async run(context, { draftId, version }): Promise<Result<PublishedDraft, PublishDraftRefusal>> {
    const { tx, actor } = context;
    const draft = await findDraft(tx, draftId);
    if (!draft || !may(actor, "draft.change", { organisationIds: [draft.organisationId] })) return refuse("not_found");
    if (draft.version !== version) return refuse("stale_version");
    return publishKept(context, draft);
  },
});
