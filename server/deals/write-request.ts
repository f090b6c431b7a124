import { z } from "zod";
import { type Reader, remembering, together } from "@/db/database";
import { hasActiveListing } from "@/db/repositories/listings";
import type { StoredDeal } from "@/db/repositories/deals";
import { textOfRequest } from "@/db/search-words";
import { saveRequestKey } from "@/db/repositories/platform";
import { findRequestOfService, hasReference, insertInvitations, insertRequest } from "@/db/repositories/requests";
import type { Bidding, BiddingRefusal } from "@/domain/requests/bidding-schema";
import { pickTerms, publish, type PublishRefusal, type RequestState } from "@/domain/requests/request";
import type { BidMode } from "@/domain/requests/request-choices";
import type { QuestionsEndRefusal } from "@/domain/requests/questions";
import type { Ends } from "@/domain/deals/plan-deal";
import { kindOf } from "@/domain/services/registry";
import type { Unread } from "@/domain/services/spec-rule";
import type { Service } from "@/domain/shared/vocabulary";
import type { Instant } from "@/domain/shared/time";
import { accept, checkAll, type Refusal, refuse, type Result } from "@/domain/shared/result";
import type { ReferenceData } from "../hubs/queries/network";
import { newRequestKey } from "../sealing/request-key";
import { namedIn, noteEntries } from "./book/note-in-book";
import { biddingRefusals, faultsInDeal, publishRules, specInvalid, specIssues } from "./posting-rules";
import { requestFacts } from "@/domain/bidding/bid";
import { freshReference, type PostingContext } from "./write-deal";

export type RequestRefusal =
  | BiddingRefusal
  | PublishRefusal
  | QuestionsEndRefusal
  | Refusal<"spec_invalid" | "provider_unknown" | "service_requested_already">;

export type RequestReceipt = {
  readonly id: string;
  readonly reference: string;
  readonly service: Service;
  readonly state: RequestState;
};

type Asked = {
  readonly service: Service;
  readonly spec: unknown;
  readonly bidding: Bidding;
  /** Open it now; else it stays a draft. */
  readonly publish: boolean;
  /** The request in whose place this one is asked. */
  readonly replacesId?: string;
};

type OfDeal = { readonly deal: StoredDeal; readonly ends: Ends; readonly referenceData: ReferenceData };

/** The first invited organisation that does not offer the service, or is the buyer itself. */
export async function unknownProvider(
  { tx }: { readonly tx: Reader },
  of: { service: Service; buyerOrganisationId: string; invitedIds: readonly string[] },
): Promise<string | undefined> {
  for (const id of of.invitedIds)
    if (id === of.buyerOrganisationId || !(await hasActiveListing(tx, id, of.service))) return id;
  return undefined;
}

const wordsOf = (reference: string, { deal, ends, referenceData }: OfDeal): string =>
  textOfRequest({ reference, deal, ends, hub: referenceData.hubs.get(deal.hubId) });

async function stateOf(
  { db, now }: Reading,
  { actor }: PostingContext,
  asked: Asked,
): Promise<Result<RequestState, PublishRefusal>> {
  if (!asked.publish) return accept("draft");
  const rules = await publishRules(db, actor.organisationId as string, now);
  return publish({ state: "draft", ...asked.bidding }, rules, now);
}

/** A request as far as it could be read; its service is undefined where that could not. */
export type ReadRequest = {
  readonly service: Service | undefined;
  readonly spec: unknown;
  readonly unread?: Unread;
  readonly bidding: Partial<Bidding>;
  readonly publish: boolean;
};

type Reading = { readonly db: Reader; readonly now: Instant };

async function ofService(
  { db, now }: Reading,
  of: OfDeal,
  { service, bidding, ...asked }: ReadRequest & { readonly service: Service },
): Promise<RequestRefusal[]> {
  const { id, buyerOrganisationId } = of.deal;
  const { invitedIds = [] } = bidding;
  const [earlier, ofSpec, inDeal, stranger] = await together([
    findRequestOfService(db, id, service),
    specIssues(db, { ...asked, service }, { ...of, now }),
    faultsInDeal(db, id, { ...asked, service }),
    unknownProvider({ tx: db }, { service, buyerOrganisationId, invitedIds }),
  ]);
  if (earlier) return [refuse("service_requested_already", { service }).refusal];
  const issues = [...ofSpec, ...inDeal];
  const unknown = { field: "bidding.invitedIds", providerId: stranger ?? "" };
  return [
    ...issues.map((issue) => specInvalid(issue).refusal),
    ...(stranger === undefined ? [] : [refuse("provider_unknown", unknown).refusal]),
  ];
}

/** All that is refused of a request of this deal as far as it could be read, each with its member: the same for what is kept and for a malformed body. */
export async function requestRefusals(
  reading: Reading,
  of: OfDeal,
  { service, ...asked }: ReadRequest,
): Promise<readonly RequestRefusal[]> {
  const { db, now } = reading;
  const { buyerOrganisationId: organisationId } = of.deal;
  const [ofAsked, ofBidding] = await together([
    service === undefined ? [] : ofService(reading, of, { ...asked, service }),
    biddingRefusals(db, asked.bidding, { organisationId, publish: asked.publish, now }),
  ]);
  return [
    ...ofAsked,
    ...ofBidding.map((refusal) => ({
      ...refusal,
      details: { ...refusal.details, field: `bidding.${refusal.details?.field}` },
    })),
  ];
}

/** Nothing is written until all is checked: what one rule has read another need not ask again. */
async function check(context: PostingContext, of: OfDeal, asked: Asked): Promise<Result<RequestState, RequestRefusal>> {
  const reading = { db: remembering(context.tx), now: context.now };
  const refusals = await requestRefusals(reading, of, asked);
  const all = checkAll(refusals.map((refusal) => ({ ok: false as const, refusal })));
  return all.ok ? stateOf(reading, context, asked) : all;
}

/** Checks one service's request of a deal and writes it, with its sealing key, its invitations and its event. */
export async function writeRequest(
  context: PostingContext,
  of: OfDeal,
  asked: Asked,
): Promise<Result<RequestReceipt, RequestRefusal>> {
  const { tx, now } = context;
  const { deal } = of;
  const { service, bidding } = asked;
  const state = await check(context, of, asked);
  if (!state.ok) return state;
  const spec = z.encode(kindOf(service).specSchema, asked.spec);
  const id = context.newId();
  const reference = await freshReference(
    () => context.newReference("KR"),
    (candidate) => hasReference(tx, candidate),
  );
  await insertRequest(tx, {
    id,
    reference,
    dealId: deal.id,
    buyerOrganisationId: deal.buyerOrganisationId,
    service,
    state: state.value,
    spec,
    bidMode: bidding.mode as BidMode,
    visibility: bidding.visibility,
    comparisonCurrency: bidding.currency,
    mayCloseEarly: bidding.mayCloseEarly,
    twoPersonOpening: bidding.twoPersonOpening,
    publishedAt: state.value === "open" ? now : null,
    closesAt: bidding.closesAt,
    decideBy: bidding.decideBy,
    terms: pickTerms(bidding),
    bidCount: 0,
    hubId: deal.hubId,
    corridor: deal.corridor,
    searchText: wordsOf(reference, of),
    replacesId: asked.replacesId ?? null,
    createdAt: now,
    version: 1,
  });
  const { buyerOrganisationId: organisationId } = deal;
  if (state.value !== "draft") await noteEntries({ ...context, organisationId }, namedIn(service, spec));
  if (bidding.mode === "sealed") await saveRequestKey(tx, id, newRequestKey(id, { isSplit: bidding.twoPersonOpening }));
  const invited = await insertInvitations(tx, id, { organisationIds: bidding.invitedIds, now });
  const facts = requestFacts({
    id,
    reference,
    dealId: deal.id,
    service,
    buyerOrganisationId: deal.buyerOrganisationId,
  });
  if (state.value === "open") context.publish({ type: "request.published", invitedOrganisationIds: invited, ...facts });
  if (state.value === "in_review") context.publish({ type: "request.held_for_review", ...facts });
  return accept({ id, reference, service, state: state.value });
}
