import {
  BID_LIFECYCLE,
  type BidContent,
  type BidEvent,
  checkNotLevel,
  checkValidity,
  type Offer,
  rankedPrice,
  submit,
} from "../../domain/bidding/bid";
import { offerSchema } from "../../domain/bidding/offer/offer-schema";
import { needsRates, priceBasisOf, priceOffer } from "../../domain/bidding/offer/price-offer";
import { accept, advance, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { dayOf, instant, type Instant, MINUTE_MS } from "../../domain/shared/time";
import { lockOf, newRequestKey } from "../../server/sealing/request-key";
import { receiptOfOpenBid, sealBid } from "../../server/sealing/seal-bid";
import type { LiveBid, LiveDeal, LiveRequest, Makers, Step } from "./live-deal";
import { z } from "zod";
import { shipmentOf } from "../../domain/deals/deal";
import { close, lapse, open, publish } from "../../domain/requests/request";
import { kindOf } from "../../domain/services/registry";
import { convert } from "../../domain/shared/exchange-rate";
import { textOfRequest } from "../../db/search-words";
import type { PlannedRequest } from "../plan/plan-deal";
import type { BidState } from "../../domain/shared/vocabulary";

type Named = { readonly bidId: string; readonly step: Step };

function bidderKey({ bidderKeys }: Makers, { organisationId }: Step): Buffer {
  const key = bidderKeys.get(organisationId);
  assert(key, `bidder ${organisationId} has its key`);
  return key;
}

function versionOf(
  makers: Makers,
  request: LiveRequest,
  content: BidContent,
  { bidId, step }: Named,
): LiveBid["version"] {
  const common = { bidId, version: 1, submittedByUserId: step.userId, submittedAt: step.at };
  const context = { requestId: request.row.id, bidId, version: 1 };
  if (request.key === null) return { ...common, receipt: receiptOfOpenBid(content, context), content };
  const keys = { request: lockOf(request.key, request.row.id), bidder: bidderKey(makers, step) };
  return { ...common, ...sealBid(content, context, keys) };
}

/** From the opening on, and at once where bids are open, a bid's row says what it asks. */
export function show(bid: LiveBid): void {
  bid.row.totalMinor = BigInt(bid.content.totalMinor);
  bid.row.currency = bid.content.currency;
  bid.row.validUntil = instant(bid.content.validUntil);
}

/** Open bids are compared with those of their own currency alone: the plan's bidders of one request all quote in one. */
function notLevel(request: LiveRequest, bid: BidContent): ReturnType<typeof checkNotLevel> {
  if (request.key !== null) return accept(undefined);
  const rivals = request.bids.filter(({ content }) => content.currency === bid.currency);
  return checkNotLevel(
    { comparedMinor: rankedPrice(bid).minor },
    rivals.map(({ content }) => ({ comparedMinor: rankedPrice(content).minor })),
  );
}

/** A bid's first version, priced and sealed as the command does it. Every bidder of the plan has its listing. */
export async function takeBid(
  makers: Makers,
  request: LiveRequest,
  sent: { readonly offer: unknown; readonly step: Step },
): Promise<Result<LiveBid, Refusal>> {
  const { step } = sent;
  const offer = offerSchema.parse(sent.offer) as Offer;
  const bidder = {
    organisationId: step.organisationId,
    isListed: true,
    isInvited: false,
    isChecked: false,
    isBarred: false,
  };
  const hasEarlierBid = request.bids.some((bid) => bid.row.providerOrganisationId === step.organisationId);
  const state = submit(request.row, bidder, { seen: undefined, hasEarlierBid }, step.at);
  if (!state.ok) return state;
  const isHeld = checkValidity(request.row, offer.validUntil);
  if (!isHeld.ok) return isHeld;
  const rates = needsRates(offer) ? await makers.facts.ratesOn(step.at) : [];
  const priced = priceOffer(offer, request.basis, { rates, now: step.at });
  if (!priced.ok) return priced;
  const content = { ...priced.value.content, files: [] };
  const level = notLevel(request, content);
  if (!level.ok) return level;
  const id = makers.newId(step.at);
  const row = {
    id,
    requestId: request.row.id,
    providerOrganisationId: step.organisationId,
    state: state.value,
    version: 1,
    amendment: 0,
    submittedAt: step.at,
    updatedAt: step.at,
    withdrawnAt: null,
    totalMinor: null,
    currency: null,
    validUntil: null,
  };
  const bid: LiveBid = { row, version: versionOf(makers, request, content, { bidId: id, step }), content };
  if (request.key === null) show(bid);
  request.bids.push(bid);
  request.row.bidCount += 1;
  request.row.version += 1;
  return accept(bid);
}

function wordsOf(reference: string, { row: deal, ends }: LiveDeal, { referenceData }: Makers): string {
  return textOfRequest({ reference, deal, ends, hub: referenceData.hubs.get(deal.hubId) });
}

/** A published request of the deal, by the same rules as the command's. */
export async function askRequest(
  makers: Makers,
  deal: LiveDeal,
  asked: { readonly planned: PlannedRequest; readonly step: Step },
): Promise<Result<LiveRequest, Refusal>> {
  const { planned, step } = asked;
  const kind = kindOf(planned.service);
  const spec = kind.specSchema.parse(planned.spec);
  const shipment = shipmentOf(deal.row, {
    origin: deal.ends.origin.country,
    destination: deal.ends.destination.country,
  });
  const rates = await makers.facts.ratesOn(step.at);
  const valueUsd = convert(deal.row.goodsValue, "USD", rates, dayOf(step.at));
  const goodsValueUsd = valueUsd.ok ? valueUsd.value.amount : undefined;
  const [issue] = kind.checkSpec(spec, { ...shipment, goodsValueUsd });
  if (issue) return refuse("spec_invalid", { rule: issue.message });
  const minOpenMs = (await makers.facts.rule("min_open_minutes", step.at)) * MINUTE_MS;
  const state = publish({ state: "draft", ...planned }, { minOpenMs, firstInReview: 0, publishedBefore: 0 }, step.at);
  if (!state.ok) return state;
  const id = makers.newId(step.at);
  const reference = makers.newReference("KR", step.at);
  const wireSpec = z.encode(kind.specSchema, spec);
  const row = {
    id,
    reference,
    dealId: deal.row.id,
    buyerOrganisationId: step.organisationId,
    service: planned.service,
    state: state.value,
    spec: wireSpec,
    bidMode: planned.mode,
    visibility: "open" as const,
    comparisonCurrency: planned.currency,
    mayCloseEarly: false,
    twoPersonOpening: false,
    publishedAt: step.at,
    closesAt: planned.closesAt,
    decideBy: planned.decideBy,
    terms: null,
    amendmentCount: 0,
    extensionCount: 0,
    logSeq: 0,
    closedAt: null,
    openedAt: null,
    awardedAt: null,
    cancelReason: null,
    isRejected: false,
    fallback: null,
    fallbackAt: null,
    fallbackByUserId: null,
    replacesId: null,
    bidCount: 0,
    hubId: deal.row.hubId,
    corridor: deal.row.corridor,
    searchText: wordsOf(reference, deal, makers),
    createdAt: step.at,
    version: 1,
  };
  const key = planned.mode === "sealed" ? newRequestKey(id, { isSplit: false }) : null;
  return accept({ row, basis: priceBasisOf(kind, wireSpec, shipment), key, bids: [] });
}

/** The clock's close, with the opening that follows it at once. */
export function closeRequest({ row, bids, key }: LiveRequest, now: Instant): Result<void, Refusal> {
  const closed = close(row, now);
  if (!closed.ok) return closed;
  row.state = closed.value;
  row.closedAt = now;
  row.version += 1;
  const opened = open(row, 0);
  if (!opened.ok) return accept(undefined);
  for (const bid of key === null ? [] : bids) {
    bid.version.content = bid.content;
    show(bid);
  }
  row.state = opened.value;
  row.openedAt = now;
  return accept(undefined);
}

/** Moves a standing bid to its end. */
export function endBid({ row }: LiveBid, event: "win" | "lose", now: Instant): void {
  const state = advance<BidState, BidEvent>(BID_LIFECYCLE, row.state, event);
  if (!state.ok) return;
  row.state = state.value;
  row.updatedAt = now;
}

/** The end of a request that was not decided in time. */
export function lapseRequest({ row, bids }: LiveRequest, now: Instant): Result<void, Refusal> {
  const state = lapse(row, now);
  if (!state.ok) return state;
  row.state = state.value;
  row.version += 1;
  for (const bid of bids) endBid(bid, "lose", now);
  return accept(undefined);
}
