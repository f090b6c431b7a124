import type { Reader } from "../../../db/database";
import type { NewAward } from "../../../db/repositories/award";
import { bidsOfRequest, findVersion } from "../../../db/repositories/bidding";
import { rateText } from "../../../domain/award/compare";
import { choiceId } from "../../../domain/bidding/offer/alternatives/choose-alternative";
import { convert, type ExchangeRate } from "../../../domain/shared/exchange-rate";
import type { LocalDate } from "../../../domain/shared/local-date";
import { type Currency, money } from "../../../domain/shared/money";

type At = { readonly currency: Currency; readonly day: LocalDate; readonly rates: readonly ExchangeRate[] };

/**
 * What the decision on one request was made from: every opened bid that stood, and its alternatives as `id.1`, in the currency of the comparison, with the dated
 * rates. A bid that no rate could bring there is kept without a total.
 */
export async function comparisonOf(tx: Reader, requestId: string, at: At): Promise<NewAward["comparison"]> {
  const totals: Record<string, string> = {};
  const used = new Set<string>();
  for (const bid of await bidsOfRequest(tx, requestId)) {
    if (bid.state !== "submitted" || bid.totalMinor === null || bid.currency === null) continue;
    const version = await findVersion(tx, { bidId: bid.id, version: bid.version });
    const others = version?.content?.alternatives ?? [];
    for (const [place, minor] of [bid.totalMinor, ...others.map((one) => BigInt(one.totalMinor))].entries()) {
      const converted = convert(money(minor, bid.currency), at.currency, at.rates, at.day);
      if (!converted.ok) continue;
      totals[choiceId(bid.id, place)] = converted.value.amount.minor.toString();
      for (const rate of converted.value.rates) used.add(rateText(rate));
    }
  }
  return { currency: at.currency, day: at.day, totals, rates: [...used] };
}
