import { rankedPrice } from "../../domain/bidding/split-total";
import { type BidContent, checkNotLevel, checkValidity, type Offer, submit } from "../../domain/bidding/bid";
import { offerSchema } from "../../domain/bidding/offer/offer-schema";
import { needsRates, priceOffer } from "../../domain/bidding/offer/price-offer";
import { assert } from "../../domain/shared/assert";
import { instant } from "../../domain/shared/instant";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { lockOf } from "../../server/sealing/request-key";
import { receiptOfOpenBid, sealBid } from "../../server/sealing/seal-bid";
import type { LiveBid, LiveRequest, Makers, Step } from "./live-deal";

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
  const bidder = { organisationId: step.organisationId, isListed: true, isInvited: false, isChecked: false };
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
