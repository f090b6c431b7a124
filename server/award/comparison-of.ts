import type { Reader } from "../../db/database";
import type { NewAward } from "../../db/repositories/award";
import { bidsOfRequest, findVersion } from "../../db/repositories/bidding";
import { rateText } from "../../domain/award/compare";
import { rankedPrice } from "../../domain/bidding/split-total";
import {
  alternativeCount,
  choiceId,
  contentOfAlternative,
} from "../../domain/bidding/offer/alternatives/choose-alternative";
import { convert, type ExchangeRate } from "../../domain/shared/exchange-rate";
import type { LocalDate } from "../../domain/shared/local-date";
import { type Currency, type Money, money } from "../../domain/shared/money";

type At = { readonly currency: Currency; readonly day: LocalDate; readonly rates: readonly ExchangeRate[] };

/**
 * What the decision on one request was made from: every opened bid that stood, and its alternatives as `id.1`, with its total and its
 * own price in the currency of the comparison at the dated rates. A bid that no rate could bring there is kept without a total.
 */
export async function comparisonOf(tx: Reader, requestId: string, at: At): Promise<NewAward["comparison"]> {
  const totals: Record<string, string> = {};
  const ownPrices: Record<string, string> = {};
  const used = new Set<string>();
  for (const bid of await bidsOfRequest(tx, requestId)) {
    if (bid.state !== "submitted") continue;
    const content = (await findVersion(tx, { bidId: bid.id, version: bid.version }))?.content;
    if (!content) continue;
    for (let place = 0; place <= alternativeCount(content); place += 1) {
      const offer = contentOfAlternative(content, place);
      const inTarget = (price: Money) => convert(price, at.currency, at.rates, at.day);
      const total = inTarget(money(BigInt(offer.totalMinor), offer.currency));
      const own = inTarget(rankedPrice(offer));
      if (!total.ok || !own.ok) continue;
      totals[choiceId(bid.id, place)] = total.value.amount.minor.toString();
      ownPrices[choiceId(bid.id, place)] = own.value.amount.minor.toString();
      for (const rate of total.value.rates) used.add(rateText(rate));
    }
  }
  return { currency: at.currency, day: at.day, totals, ownPrices, rates: [...used] };
}
