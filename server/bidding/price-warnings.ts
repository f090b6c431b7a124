import type { Reader } from "@/db/database";
import { countriesOf, findBidOf, findVersion } from "@/db/repositories/bidding";
import { lastOpenedBids, listBidsOf } from "@/db/repositories/bid-lists";
import { findRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { BidContent } from "@/domain/bidding/bid";
import {
  type OutlierFinding,
  findOutliers,
  marketMedians,
  mediansOf,
  pricesOf,
} from "@/domain/bidding/offer/price-outlier";
import { assert } from "@/domain/shared/assert";
import { readOwnVersion } from "@/server/sealing/open-bids";
import { findDeal } from "@/db/repositories/deals";
import { dutyRatesUpTo } from "@/db/repositories/duty-rates";
import { shipmentOf } from "@/domain/deals/deal";
import { customs } from "@/domain/services/customs/kind";
import { type OpinionDoubt, dutyQuestionOf, opinionDoubts } from "@/domain/services/customs/duties";
import { storedSpec } from "@/domain/services/registry";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";

/** So many of the bidder's own last bids are looked at, this request's not among them. */
const OWN_BIDS_MAX = 20;

type OwnBid = { readonly id: string; readonly version: number; readonly requestId: string };

async function contentOf(read: Reader, bid: OwnBid, organisationId: string): Promise<BidContent> {
  const version = await findVersion(read, { bidId: bid.id, version: bid.version });
  assert(version, `bid ${bid.id} has its version ${bid.version}`);
  return readOwnVersion(read, version, { requestId: bid.requestId, organisationId });
}

async function ownBidsOf(read: Reader, organisationId: string, requestId: string): Promise<BidContent[]> {
  const last = await listBidsOf(read, { organisationId, state: null, before: null, limit: OWN_BIDS_MAX + 1 });
  const contents: BidContent[] = [];
  for (const bid of last.filter((one) => one.requestId !== requestId).slice(0, OWN_BIDS_MAX))
    contents.push(await contentOf(read, bid, organisationId));
  return contents;
}

/**
 * What in a priced offer may be a slip of a digit, beside the bidder's own bids, opened with its own key, and beside the market's opened
 * bids only where it has none. For the bidder alone, kept nowhere.
 */
export async function outliersOf(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly content: BidContent },
): Promise<OutlierFinding[]> {
  const { organisationId } = viewer;
  const request = await findRequest(read, of.requestId);
  if (!request || organisationId === null) return [];
  if (!may(viewer, "bid.read_own", { providerOrganisationId: organisationId })) return [];
  const standing = await findBidOf(read, { requestId: request.id, organisationId });
  const ownVersion = standing ? await contentOf(read, standing, organisationId) : null;
  const ownBids = mediansOf(await ownBidsOf(read, organisationId, request.id));
  const known = new Set([...ownBids.keys(), ...(ownVersion ? pricesOf(ownVersion).map(({ key }) => key) : [])]);
  const isMarketAsked = pricesOf(of.content).some(({ key }) => !known.has(key));
  const opened = isMarketAsked
    ? await lastOpenedBids(read, { service: request.service, currency: of.content.currency, organisationId })
    : [];
  return findOutliers(of.content, { ownVersion, ownBids, market: marketMedians(opened) });
}

/**
 * What in a bid's opinions on the goods is far from the request or from the market's tariff of today; without an import side codes alone are
 * compared. For who has checked its own offer, so that it may read the request.
 */
export async function opinionDoubtsOf(
  read: Reader,
  of: { readonly requestId: string; readonly content: Pick<BidContent, "terms">; readonly now: Instant },
): Promise<OpinionDoubt[]> {
  const request = await findRequest(read, of.requestId);
  const opinions =
    request?.service === "customs" ? customs.termsSchema.safeParse(of.content.terms).data?.hsOpinions : undefined;
  const deal = request && opinions ? await findDeal(read, request.dealId) : null;
  if (!request || !opinions || !deal) return [];
  const shipment = shipmentOf(deal, await countriesOf(read, deal));
  const spec = storedSpec(customs, request.spec);
  const question = spec === null ? null : dutyQuestionOf(spec, shipment);
  const day = dayOf(of.now);
  return opinionDoubts(opinions, {
    lines: question?.lines ?? shipment.cargo.map(({ hsCode }) => ({ hsCode, originCountry: null })),
    country: question?.country ?? shipment.destinationCountry,
    rates: question ? await dutyRatesUpTo(read, question.country, day) : [],
    day,
  });
}
