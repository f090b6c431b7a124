import type { BidContent } from "../bidding/bid";
import { CHARGE_GROUP } from "../services/charge";
import { convert, type ExchangeRate } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/time";
import { divideHalfUp, type Money, money } from "../shared/money";

/** From here on, in basis points of the market's figure either way, an estimate of duty and tax is marked: a broker should say why. */
export const DUTY_DEVIATION_BPS = 1_000;

/** How far off, in basis points of the market's figure, and which way. */
export type DutyDeviation = { readonly isAbove: boolean; readonly bps: number };

/** A bid's own estimate of duty, tax and state fees, in its currency; null where it has no line of them. */
export function dutyOfBid({ lines, currency }: Pick<BidContent, "lines" | "currency">): Money | null {
  const duties = lines.filter(({ code }) => CHARGE_GROUP[code] === "duty_tax");
  if (duties.length === 0) return null;
  return money(
    duties.reduce((all, { amountMinor }) => all + BigInt(amountMinor ?? "0"), 0n),
    currency,
  );
}

type Reckoned = { readonly total: Money | null; readonly isComplete: boolean };

/**
 * How far a bid's own estimate of duty and tax is from the market's. It ranks nobody; it tells the buyer what to ask about. Null where the
 * bid has none, where the market's figure is not whole, where no rate brings the two together, and below a tenth of the market's figure.
 */
export function dutyDeviation(
  content: Pick<BidContent, "lines" | "currency">,
  { total, isComplete }: Reckoned,
  at: { readonly rates: readonly ExchangeRate[]; readonly day: LocalDate },
): DutyDeviation | null {
  const own = dutyOfBid(content);
  if (!own || !total || !isComplete || total.minor <= 0n) return null;
  const converted = convert(own, total.currency, at.rates, at.day);
  if (!converted.ok) return null;
  const difference = converted.value.amount.minor - total.minor;
  const isAbove = difference > 0n;
  const bps = Number(divideHalfUp((isAbove ? difference : -difference) * 10_000n, total.minor));
  return bps < DUTY_DEVIATION_BPS ? null : { isAbove, bps };
}

/**
 * How far off a bid is where the market has two figures, one with a certificate of origin Form E that is still to come: from the nearer one, and
 * not at all where it is near either.
 */
export function deviationOfEither(
  content: Pick<BidContent, "lines" | "currency">,
  market: Reckoned & { readonly withFormE: { readonly total: Money } | null },
  at: { readonly rates: readonly ExchangeRate[]; readonly day: LocalDate },
): DutyDeviation | null {
  const common = dutyDeviation(content, market, at);
  if (!common || !market.withFormE) return common;
  const preferred = dutyDeviation(content, { total: market.withFormE.total, isComplete: market.isComplete }, at);
  return preferred && (preferred.bps < common.bps ? preferred : common);
}
