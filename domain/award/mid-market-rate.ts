import type { PaymentSpec } from "../services/payment/spec";
import type { PaymentTerms } from "../services/payment/terms";
import { crossRate, type ExchangeRate, parseRate, type Ratio, type RateRefusal } from "../shared/exchange-rate";
import type { Instant } from "../shared/instant";
import type { LocalDate } from "../shared/local-date";
import type { Currency } from "../shared/money";
import { accept, type Result } from "../shared/result";

export type RatesOfDay = { readonly rates: readonly ExchangeRate[]; readonly day: LocalDate };

/** A rate as a screen names it: 1 `base` is `rate` `quote`; of a day of the market, or of a bid's own time where it says one. */
export type NamedRate = {
  readonly base: Currency;
  readonly quote: Currency;
  readonly rate: string;
  readonly source: string | null;
  readonly day: LocalDate | null;
  readonly at: Instant | null;
};

/** Whose mid rate a payment is reckoned at, and that rate; none where nothing is exchanged. */
export type MidUsed = { readonly source: "bid" | "market" | "none"; readonly rates: readonly NamedRate[] };

export type Mid = { readonly ratio: Ratio; readonly used: MidUsed };

type Pair = Pick<PaymentSpec, "payerCurrency" | "payeeCurrency">;

/** The market's dated rate from the payer's currency to the payee's; refuses where it has none, or only an old one. */
export function marketMid({ payerCurrency, payeeCurrency }: Pair, at: RatesOfDay): Result<Mid, RateRefusal> {
  const cross = crossRate(payerCurrency, payeeCurrency, at);
  if (!cross.ok) return cross;
  const rates = cross.value.rates.map((rate) => ({ ...rate, at: null }));
  const source = payerCurrency === payeeCurrency ? "none" : "market";
  return accept({ ratio: cross.value.ratio, used: { source, rates } });
}

/** The mid rate that the bid itself states, whichever of the two currencies it is for; null where it states none. */
export function statedMid(pair: Pair, terms: PaymentTerms): Mid | null {
  const ratio = terms.midRate === undefined ? null : parseRate(terms.midRate);
  if (ratio === null || terms.midRate === undefined || pair.payerCurrency === pair.payeeCurrency) return null;
  const base = terms.midBase ?? pair.payerCurrency;
  const isForPayer = base === pair.payerCurrency;
  const quote = isForPayer ? pair.payeeCurrency : pair.payerCurrency;
  const { midSource: source = null, midAt: at = null } = terms;
  const rates = [{ base, quote, rate: terms.midRate, source, day: null, at }];
  return { ratio: isForPayer ? ratio : { num: ratio.den, den: ratio.num }, used: { source: "bid", rates } };
}
