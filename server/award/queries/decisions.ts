import "server-only";
import type { Reader } from "@/db/database";
import { endedRequestsOf, wastedBids } from "@/db/repositories/buyer-record";
import { findDebrief } from "@/db/repositories/award";
import {
  disqualificationsOf,
  extensionsOf,
  findRequestEnd,
  type StoredDisqualification,
} from "@/db/repositories/decisions";
import { ruleAt } from "@/db/repositories/market-rules";
import { namesOf } from "@/db/repositories/parties";
import { type Actor, may } from "@/domain/access/policy";
import type { RequestPage } from "@/views/requests";
import { type BuyerCard, CARD_DAYS, buyerCardOf } from "@/domain/award/buyer-card";
import { isCuring } from "@/domain/bidding/disqualification";
import { mayDecide, type RequestState } from "@/domain/requests/request";
import { DAY_MS, type Instant, instant, later } from "@/domain/shared/time";
import type { NamedParty } from "@/domain/shared/vocabulary";
import { assert } from "@/domain/shared/result";
import type { Decision, DecisionPage, Disqualification } from "@/views/decisions";

type Asked = { readonly request: RequestPage; readonly viewer: Actor; readonly now: Instant };

const BEFORE: readonly RequestState[] = ["draft", "in_review", "open"];
const WAITING: readonly RequestState[] = ["closed", "opened"];

/** A buyer's card as of now. */
export async function buyerCard(read: Reader, of: { buyerId: string; now: Instant }): Promise<BuyerCard> {
  return buyerCardOf(await endedRequestsOf(read, { buyerId: of.buyerId, since: later(of.now, -CARD_DAYS * DAY_MS) }));
}

const shown = (one: StoredDisqualification, bidder: Disqualification["bidder"], now: Instant) => ({
  bidId: one.bidId,
  bidder,
  state: one.state,
  isCuring: isCuring(one, now),
  code: one.code,
  words: one.words,
  createdAt: instant(one.createdAt),
  cureEndsAt: one.cureEndsAt,
  cureWords: one.cureWords,
  cureSentAt: one.cureSentAt,
  endWords: one.endWords,
});

/** What was put out of the running: to the buyer all with whose it was, to a bidder its own. */
async function shownDisqualifications(
  read: Reader,
  { requestId, isBuyer, ownBidId, now }: { requestId: string; isBuyer: boolean; ownBidId: string | null; now: Instant },
): Promise<Disqualification[]> {
  const all = await disqualificationsOf(read, requestId);
  const seen = isBuyer ? all : all.filter(({ bidId }) => bidId === ownBidId);
  const names = isBuyer
    ? await namesOf(
        read,
        seen.map((one) => one.providerOrganisationId),
      )
    : new Map();
  return seen.map((one) => shown(one, names.get(one.providerOrganisationId) ?? null, now));
}

async function shownExtensions(
  read: Reader,
  requestId: string,
  now: Instant,
): Promise<Pick<Decision, "extensionsLeft" | "latestExtension">> {
  const all = await extensionsOf(read, requestId);
  const latest = all.at(-1) ?? null;
  const maximum = await ruleAt(read, "decision_extensions", now);
  return {
    extensionsLeft: Math.max(0, maximum - all.length),
    latestExtension: latest && { decideBy: latest.decideBy, reason: latest.reason },
  };
}

async function recordFor(read: Reader, { request, now }: Asked): Promise<BuyerCard | null> {
  const isProvider = request.side === "provider" || request.side === "bidder";
  const isExpected = request.state === "open" || WAITING.includes(request.state);
  return isProvider && isExpected ? buyerCard(read, { buyerId: request.buyerOrganisationId, now }) : null;
}

const NO_EXTENSIONS = { extensionsLeft: null, latestExtension: null };

const NOTHING: Omit<DecisionPage, "requestId" | "buyerRecord"> = {
  disqualifications: [],
  ...NO_EXTENSIONS,
  end: null,
  debrief: null,
  mayDecide: false,
  mayExtend: false,
  mayProlong: false,
  cureHours: 0,
};

/** What belongs to the decision on a request; nothing is read for those who are shown nothing. */
export async function decidePage(read: Reader, asked: Asked): Promise<DecisionPage> {
  const { request, viewer, now } = asked;
  const own = { requestId: asked.request.id, buyerRecord: await recordFor(read, asked) };
  const { ownBid, state } = request;
  const isBuyer = may(viewer, "bids.read_of_request", request);
  if (BEFORE.includes(state) || (!isBuyer && !ownBid)) return { ...NOTHING, ...own };
  const isWaiting = WAITING.includes(state);
  const isNow = mayDecide(request, now).ok;
  const isDecider = may(viewer, "request.decide", request);
  const provider = { providerOrganisationId: viewer.organisationId ?? "" };
  const standing = ownBid?.state === "submitted";
  const ownBidId = ownBid?.id ?? null;
  const extensions = isWaiting ? await shownExtensions(read, request.id, now) : NO_EXTENSIONS;
  return {
    ...own,
    disqualifications: await shownDisqualifications(read, { requestId: request.id, isBuyer, ownBidId, now }),
    ...extensions,
    end: state === "cancelled" ? ((await findRequestEnd(read, request.id)) ?? null) : null,
    debrief: ownBid ? await findDebrief(read, ownBid.id) : null,
    mayDecide: isDecider && isNow,
    mayExtend: isDecider && isWaiting && now < request.decideBy && (extensions.extensionsLeft ?? 0) > 0,
    mayProlong: standing && isNow && may(viewer, "bid.change", provider),
    cureHours: isDecider && isNow ? await ruleAt(read, "cure_hours", now) : 0,
  };
}

type Compared = { readonly requestId: string; readonly reference: string; readonly isReadable: boolean };

/** The disqualifications of requests that their buyer compares; the caller has asked whether it is the buyer. */
export async function struckBids(
  read: Reader,
  requests: readonly Compared[],
  now: Instant,
): Promise<{ requestId: string; reference: string; all: Disqualification[] }[]> {
  return Promise.all(
    requests
      .filter(({ isReadable }) => isReadable)
      .map(async ({ requestId, reference }) => ({
        requestId,
        reference,
        all: await shownDisqualifications(read, { requestId, isBuyer: true, ownBidId: null, now }),
      })),
  );
}

export type WastedRow = { readonly buyer: NamedParty; readonly requests: number; readonly bids: number };

const SHOWN = 100;

/** Bids that were written in vain over the last year, buyer by buyer, for administrators; null for everybody else. */
export async function wastedByBuyer(read: Reader, viewer: Actor, now: Instant): Promise<WastedRow[] | null> {
  if (!may(viewer, "decisions.review")) return null;
  const rows = await wastedBids(read, { since: later(now, -CARD_DAYS * DAY_MS), limit: SHOWN });
  const names = await namesOf(
    read,
    rows.map((row) => row.buyerId),
  );
  return rows.map(({ buyerId, ...counts }) => {
    const buyer = names.get(buyerId);
    assert(buyer, "the buyer of a request exists");
    return { buyer, ...counts };
  });
}
