import type { Reader } from "@/db/database";
import { findVersion, type StoredBid } from "@/db/repositories/bidding";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import type { StoredRequest } from "@/db/repositories/requests";
import { rankedPrice } from "@/domain/bidding/split-total";
import { convert } from "@/domain/shared/exchange-rate";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";

/** The own prices of opened bids in the request's currency of comparison, in minor units at today's rates; without those that no rate brings there. */
export async function amountsOf(
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
