import { saveBidAmended } from "../../db/repositories/amendments";
import {
  type BidWithContent,
  bidsOfRequest,
  bidsWithContent,
  findBid,
  saveBidState,
  saveBidStates,
  type StoredBid,
} from "../../db/repositories/bidding";
import { findRequest, type StoredRequest } from "../../db/repositories/requests";
import { BID_LIFECYCLE, type BidEvent, bidFacts, confirm, rankedPrice } from "../../domain/bidding/bid";
import type { BidState } from "../../domain/shared/vocabulary";
import { type Amended, goesStale } from "../../domain/requests/amendment";
import { accept, advance, assert, type Result } from "../../domain/shared/result";
import { dayOf, type Instant, instant } from "../../domain/shared/time";
import type { CommandContext } from "../platform/command";
import { standingContent } from "../bidding/bid-context";
import { type Reader, together } from "@/db/database";
import { type Actor, may } from "@/domain/access/policy";
import { offerOf, type RepriceCause, repriceCause } from "@/domain/bidding/bid-content";
import { type Money, money } from "@/domain/shared/money";
import { priceFinished } from "../bidding/pricing";
import { endWithRequest, isPending, type RedFlag, redFlagsOf } from "@/domain/bidding/disqualification";
import type { DisqualifyCode } from "@/domain/requests/reasons";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { convert } from "@/domain/shared/exchange-rate";
import {
  disqualificationsOf,
  openCounterOffersOf,
  saveCounterState,
  saveDisqualification,
} from "@/db/repositories/decisions";

type Amending = { readonly request: StoredRequest; readonly amended: Amended; readonly number: number };

/**
 * Where only times have moved, of a sealed bid its validity alone has to be known: it is read with the bidder's own key and leads to
 * yes or no; nothing of it is kept or told.
 */
async function hasToConfirm(tx: CommandContext["tx"], bid: StoredBid, amended: Amended): Promise<boolean> {
  if (amended.isSpecChanged) return true;
  return goesStale(amended, bid.validUntil ?? instant((await standingContent(tx, bid)).validUntil));
}

/** Every bid that stood waits for its bidder, who is told, or stands on for the request as amended. Answers how many wait that stood. */
export async function staleBids(
  { tx, now, publish }: Pick<CommandContext, "tx" | "now" | "publish">,
  { request, amended, number }: Amending,
): Promise<number> {
  let count = 0;
  for (const bid of await bidsOfRequest(tx, request.id)) {
    if (bid.state !== "submitted") continue;
    if (!(await hasToConfirm(tx, bid, amended))) {
      await saveBidAmended(tx, bid.id, { amendment: number });
      continue;
    }
    const stale = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "amend_request");
    assert(stale.ok, "a bid that stands can go stale");
    await saveBidAmended(tx, bid.id, { state: stale.value, updatedAt: now });
    publish({ type: "bid.went_stale", amendment: number, closesAt: amended.closesAt, ...bidFacts(request, bid) });
    count += 1;
  }
  return count;
}

export type Confirmation = {
  readonly before: Money;
  /** What the same offer comes to for the request as amended and why, or why it cannot be confirmed as it is. */
  readonly after: Result<{ readonly total: Money; readonly because: RepriceCause }>;
};

/** What the bidder would confirm now, to itself alone; the same rules decide as when it does. Null where there is nothing to confirm. */
export async function previewConfirmation(
  read: Reader,
  viewer: Actor,
  { bidId, now }: { readonly bidId: string; readonly now: Instant },
): Promise<Confirmation | null> {
  const bid = await findBid(read, bidId);
  if (bid?.state !== "stale" || !may(viewer, "bid.read_own", bid)) return null;
  const request = await findRequest(read, bid.requestId);
  if (!request) return null;
  const content = await standingContent(read, bid);
  const before = money(BigInt(content.totalMinor), content.currency);
  const allowed = confirm(request, { state: bid.state, validUntil: instant(content.validUntil), seen: undefined }, now);
  if (!allowed.ok) return { before, after: allowed };
  const offer = offerOf(content);
  const priced = await priceFinished(read, request, { bidderId: bid.providerOrganisationId, offer, now });
  if (!priced.ok) return { before, after: priced };
  const total = money(BigInt(priced.value.totalMinor), priced.value.currency);
  return { before, after: accept({ total, because: repriceCause(content, priced.value) }) };
}

/** The own prices of opened bids in the request's currency of comparison, in minor units at today's rates; without those that no rate brings there. */
async function amountsOf(
  tx: Reader,
  request: Pick<StoredRequest, "comparisonCurrency">,
  of: { readonly bids: readonly BidWithContent[]; readonly now: Instant },
): Promise<ReadonlyMap<string, bigint>> {
  const day = dayOf(of.now);
  const needsRates = of.bids.some(({ currency }) => currency !== null && currency !== request.comparisonCurrency);
  const rates = needsRates ? await ratesUpTo(tx, day) : [];
  const amounts = new Map<string, bigint>();
  for (const { id, content } of of.bids) {
    if (!content) continue;
    const converted = convert(rankedPrice(content), request.comparisonCurrency, rates, day);
    if (converted.ok) amounts.set(id, converted.value.amount.minor);
  }
  return amounts;
}

type Out = {
  readonly request: StoredRequest;
  readonly bid: StoredBid;
  readonly code: DisqualifyCode;
  /** By the clock, and not by a person's word. */
  readonly isAutomatic: boolean;
};

/** A disqualification takes effect: the bid is out and kept, its bidder is told, and what the platform should look at is answered for the record. */
export async function putOut(
  { tx, now, publish }: Pick<CommandContext, "tx" | "now" | "publish">,
  { request, bid, code, isAutomatic }: Out,
): Promise<RedFlag[]> {
  const state = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "disqualify");
  assert(state.ok, `bid ${bid.id} stands until it is out`);
  const opened = (await bidsWithContent(tx, request.id)).filter((one) => one.totalMinor !== null);
  const amounts = await amountsOf(tx, request, { bids: opened, now });
  await saveBidState(tx, bid.id, { state: state.value, now });
  publish({ type: "bid.disqualified", code, isAutomatic, ...bidFacts(request, bid) });
  return redFlagsOf(
    bid.id,
    opened.map((one) => ({
      bidId: one.id,
      isStanding: one.state === "submitted",
      amountMinor: amounts.get(one.id) ?? null,
    })),
  );
}

/** With the end of a request nothing is left to be mended: what the clock had decided already is carried out, and the rest is void. */
export async function endCures(
  context: Pick<CommandContext, "tx" | "now" | "publish">,
  request: StoredRequest,
): Promise<void> {
  const { tx, now } = context;
  for (const one of (await disqualificationsOf(tx, request.id)).filter(isPending)) {
    const state = endWithRequest(one, now);
    assert(state.ok, `disqualification ${one.id} was pending`);
    let flags = null;
    if (state.value === "effective") {
      const bid = await findBid(tx, one.bidId);
      assert(bid, `disqualification ${one.id} has its bid`);
      flags = await putOut(context, { request, bid, code: one.code, isAutomatic: true });
    }
    await saveDisqualification(tx, one, { state: state.value, endedAt: now, endWords: "", flags });
  }
}

/** Every bid that still stands, but for the one that won, has lost; it is kept, and its bidder is told. */
export async function loseBids(
  { tx, now, publish }: Pick<CommandContext, "tx" | "now" | "publish">,
  request: StoredRequest,
  winnerId: string | null = null,
): Promise<void> {
  // What lies on the table ends with the request.
  const [offers, bids] = await together([openCounterOffersOf(tx, request.id), bidsOfRequest(tx, request.id)]);
  for (const offer of offers) await saveCounterState(tx, offer.id, { state: "lapsed", now });
  const lost = bids.filter(
    ({ id, state }) => id !== winnerId && advance<BidState, BidEvent>(BID_LIFECYCLE, state, "lose").ok,
  );
  await saveBidStates(
    tx,
    lost.map(({ id }) => id),
    { state: "lost", now },
  );
  for (const bid of lost) publish({ type: "bid.lost", ...bidFacts(request, bid) });
}
