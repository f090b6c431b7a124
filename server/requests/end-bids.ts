import { type StoredBid, bidsOfRequest, findBid, findVersion, saveBidState } from "@/db/repositories/bidding";
import type { StoredRequest } from "@/db/repositories/requests";
import { BID_LIFECYCLE, type BidEvent } from "@/domain/bidding/bid";
import type { BidState } from "@/domain/shared/states";
import { bidFacts } from "@/domain/bidding/bid-facts";
import { type RedFlag, endWithRequest, isPending, redFlagsOf } from "@/domain/bidding/disqualification";
import type { DisqualifyCode } from "@/domain/requests/reasons";
import { assert } from "@/domain/shared/assert";
import { advance } from "@/domain/shared/lifecycle";
import type { CommandContext } from "../platform/command";
import type { Reader } from "@/db/database";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { rankedPrice } from "@/domain/bidding/split-total";
import { convert } from "@/domain/shared/exchange-rate";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { disqualificationsOf, saveDisqualification } from "@/db/repositories/decisions";
import { openCounterOffersOf, saveCounterState } from "@/db/repositories/counter-offers";

/** The own prices of opened bids in the request's currency of comparison, in minor units at today's rates; without those that no rate brings there. */
async function amountsOf(
  tx: Reader,
  request: Pick<StoredRequest, "comparisonCurrency">,
  of: { readonly bids: readonly StoredBid[]; readonly now: Instant },
): Promise<ReadonlyMap<string, bigint>> {
  const day = dayOf(of.now);
  const needsRates = of.bids.some(({ currency }) => currency !== null && currency !== request.comparisonCurrency);
  const rates = needsRates ? await ratesUpTo(tx, day) : [];
  const amounts = new Map<string, bigint>();
  for (const { id, version } of of.bids) {
    const content = (await findVersion(tx, { bidId: id, version }))?.content;
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
  const opened = (await bidsOfRequest(tx, request.id)).filter((one) => one.totalMinor !== null);
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
  for (const offer of await openCounterOffersOf(tx, request.id))
    await saveCounterState(tx, offer.id, { state: "lapsed", now });
  for (const bid of await bidsOfRequest(tx, request.id)) {
    const state = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "lose");
    if (bid.id === winnerId || !state.ok) continue;
    await saveBidState(tx, bid.id, { state: state.value, now });
    publish({ type: "bid.lost", ...bidFacts(request, bid) });
  }
}
