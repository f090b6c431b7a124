import type { Reader } from "@/db/database";
import { findBidOf, findVersion } from "@/db/repositories/bidding";
import { listBidsOf } from "@/db/repositories/desk";
import { findRequest } from "@/db/repositories/requests";
import { lastOpenedBids } from "@/db/repositories/opened-bids";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { BidContent } from "@/domain/bidding/bid";
import { marketMedians } from "@/domain/bidding/offer/slip/market-prices";
import { pricesOf } from "@/domain/bidding/offer/slip/price-key";
import { findSlips, mediansOf, type SlipFinding } from "@/domain/bidding/offer/slip/slip";
import { assert } from "@/domain/shared/assert";
import { readOwnVersion } from "@/server/sealing/read-own-version";

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
export async function slipsOf(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly content: BidContent },
): Promise<SlipFinding[]> {
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
  return findSlips(of.content, { ownVersion, ownBids, market: marketMedians(opened) });
}
