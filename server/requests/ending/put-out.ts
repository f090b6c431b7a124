import { bidsOfRequest, saveBidState, type StoredBid } from "@/db/repositories/bidding";
import type { StoredRequest } from "@/db/repositories/requests";
import { BID_LIFECYCLE, type BidEvent } from "@/domain/bidding/bid";
import type { BidState } from "@/domain/shared/states";
import { bidFacts } from "@/domain/bidding/bid-facts";
import { type RedFlag, redFlagsOf } from "@/domain/bidding/disqualification";
import type { DisqualifyCode } from "@/domain/requests/reasons";
import { assert } from "@/domain/shared/assert";
import { advance } from "@/domain/shared/lifecycle";
import type { CommandContext } from "../../platform/command";
import type { Reader } from "@/db/database";
import { findVersion } from "@/db/repositories/bidding";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { rankedPrice } from "@/domain/bidding/split-total";
import { convert } from "@/domain/shared/exchange-rate";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";

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
