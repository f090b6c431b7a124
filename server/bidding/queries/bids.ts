import "server-only";
import type { Reader } from "@/db/database";
import { type StoredBid, bidsOfRequest, findBid, findVersion } from "@/db/repositories/bidding";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { namesOf } from "@/db/repositories/parties";
import { type StoredRequest, findVisibleRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { RatesOfDay } from "@/domain/award/mid-market-rate";
import { type PayoutOutcome, payoutOfBid } from "@/domain/award/payout";
import type { BidContent } from "@/domain/bidding/bid";
import { type BidFeedback, feedbackOf, maySeeRivals } from "@/domain/bidding/live-feedback";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import { isOpened } from "@/domain/requests/request";
import { assert } from "@/domain/shared/assert";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { readOwnVersion } from "../../sealing/open-bids";
import { termsOf } from "@/domain/requests/terms";
import { readRanking } from "../standings";

type Provider = { readonly id: string; readonly nameOwn: string; readonly nameLatin: string };

/** A bid as the viewer may read it. In open bidding a rival is told what stands, not whose it is nor how it is made up. */
export type BidView = Pick<
  StoredBid,
  "id" | "requestId" | "state" | "version" | "amendment" | "submittedAt" | "updatedAt"
> & {
  readonly isOwn: boolean;
  readonly provider: Provider | null;
  readonly receipt: string | null;
  readonly content: BidContent;
  readonly isWhole: boolean;
  readonly isExpired: boolean;
  /** From the opening on, of a payment bid that the viewer reads whole. */
  readonly payout: PayoutOutcome | null;
};

export type BidsOfRequest = { readonly count: number; readonly items: readonly BidView[] };

async function contentOf(read: Reader, bid: StoredBid, isOwn: boolean) {
  const version = await findVersion(read, { bidId: bid.id, version: bid.version });
  assert(version, `bid ${bid.id} has its version ${bid.version}`);
  const of = { requestId: bid.requestId, organisationId: bid.providerOrganisationId };
  return { receipt: version.receipt, content: isOwn ? await readOwnVersion(read, version, of) : version.content };
}

/** On which request a bid stands, and when it is read, at which rates. */
type At = RatesOfDay & { readonly request: StoredRequest; readonly now: Instant };

type As = {
  readonly isOwn: boolean;
  readonly isWhole: boolean;
  readonly names: ReadonlyMap<string, Provider>;
  readonly at: At;
};

async function viewOf(read: Reader, bid: StoredBid, { isOwn, isWhole, names, at }: As): Promise<BidView | null> {
  const { receipt, content } = await contentOf(read, bid, isOwn);
  // What was never opened stays sealed, whatever became of its request.
  if (content === null) return null;
  const { id, requestId, state, version, amendment, submittedAt, updatedAt } = bid;
  const provider = isWhole ? (names.get(bid.providerOrganisationId) ?? null) : null;
  return {
    id,
    requestId,
    state,
    version,
    amendment,
    submittedAt,
    updatedAt,
    isOwn,
    isWhole,
    provider,
    isExpired: isExpired({ state, expiresAt: expiresAtOf(at.request.service, content) }, at.now),
    payout: isWhole && isOpened(at.request) ? payoutOfBid(at.request, content, at) : null,
    receipt: isOwn ? receipt : null,
    content,
  };
}

/**
 * The bids of a request. A bidder always reads its own. Before the opening everyone else, the buyer included, is told their
 * number only; after it the buyer reads all that stood. In open bidding its bidders see what stands as it comes, unless the request was
 * published to tell them their own place only.
 */
export async function bidsOf(
  read: Reader,
  viewer: Actor,
  { requestId, now }: { readonly requestId: string; readonly now: Instant },
): Promise<BidsOfRequest | null> {
  const request = await findVisibleRequest(read, viewer, requestId);
  if (!request) return null;
  const all = await bidsOfRequest(read, requestId);
  const isBuyer = may(viewer, "bids.read_of_request", request);
  const isMine = (bid: StoredBid): boolean => may(viewer, "bid.read_own", bid);
  const isRival = maySeeRivals(request) && all.some(isMine);
  const isShown = (bid: StoredBid): boolean =>
    isMine(bid) || (isOpened(request) && bid.state !== "withdrawn" && (isBuyer || isRival));
  const shown = all.filter(isShown);
  const names = await namesOf(
    read,
    shown.map((bid) => bid.providerOrganisationId),
  );
  // What a payment came to stays what it was when it was awarded.
  const day = dayOf(request.awardedAt ?? now);
  const at = { request, now, day, rates: request.service === "payment" ? await ratesUpTo(read, day) : [] };
  const items: BidView[] = [];
  for (const bid of shown) {
    const isOwn = isMine(bid);
    const view = await viewOf(read, bid, { isOwn, isWhole: isOwn || isBuyer, names, at });
    if (view) items.push(view);
  }
  return { count: request.bidCount, items };
}

/** One bid: to its bidder, and from the opening on to the buyer; null to everybody else. */
export async function bidView(
  read: Reader,
  viewer: Actor,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<BidView | null> {
  const bid = await findBid(read, id);
  if (!bid) return null;
  const found = await bidsOf(read, viewer, { requestId: bid.requestId, now });
  return found?.items.find((one) => one.id === id && one.isWhole) ?? null;
}

export type OwnPlace = { readonly count: number; readonly feedback: BidFeedback };

/**
 * The place of the viewer's own bid in open bidding, as the request tells its bidders of each other. Null where bids are sealed and
 * where no bid of the viewer's own stands.
 */
export async function ownPlace(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly now: Instant },
): Promise<OwnPlace | null> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "bid.read_own", { providerOrganisationId: organisationId })) return null;
  const found = await readRanking(read, of);
  if (!found || found.request.bidMode === "sealed") return null;
  const { request, standings, ranking } = found;
  if (!standings.some(({ providerOrganisationId }) => providerOrganisationId === organisationId)) return null;
  const feedback = feedbackOf(ranking, { feedback: termsOf(request).feedback, organisationId });
  return feedback && { count: request.bidCount, feedback };
}
