import {
  type Basis,
  type ChargeCode,
  type KeptTier,
  OWN_WORK_CODES,
  type PercentBasis,
  tierAt,
} from "../services/charge";
import type { ChargeLine } from "../services/charge-schema";
import type { Quantities } from "../services/kind";
import { convert, type ExchangeRate, type RateRefusal } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/time";
import { type Currency, divideHalfUp, isStorable, type Money, money, zero } from "../shared/money";
import { accept, checkAll, type Refusal, refuse, type Result } from "../shared/result";

/** A charge line with what the request makes of it. Minor units are digits, since it is stored as JSON. */
export type PricedLine = {
  readonly code: ChargeCode;
  readonly basis: Basis;
  /** As typed: what a unit costs below the first tier. */
  readonly unitPriceMinor: string | null;
  /** Prices by quantity; lines without have no such member. */
  readonly tiers?: readonly KeptTier[];
  readonly rateBps: number | null;
  /** The least that a percentage comes to; lines kept before there were minima have no such member. */
  readonly minimumMinor?: string;
  /** Thousandths of the basis; null where the line is contingent (priced, but due only if it happens). */
  readonly quantityMilli: number | null;
  readonly amountMinor: string | null;
  readonly isPassThrough: boolean;
  readonly note: string;
};

export type Priced = { readonly lines: PricedLine[]; readonly total: Money; readonly rates: readonly ExchangeRate[] };

export type PriceRefusal =
  | Refusal<"charge_not_of_service" | "own_work_at_cost" | "basis_not_possible" | "currency_mixed">
  | Refusal<"nothing_priced" | "amount_too_large">
  | RateRefusal;

/** What the request gives to price a bid by: its quantities, what percentages are of, and which codes its service knows. */
export type PriceContext = {
  readonly codes: readonly ChargeCode[];
  readonly quantities: Quantities;
  readonly basisAmounts: Partial<Record<PercentBasis, Money>>;
  readonly rates: readonly ExchangeRate[];
  readonly day: LocalDate;
};

const PER_QUANTITY = 1000n;
const BPS_PER_WHOLE = 10_000n;

type Part = { readonly line: PricedLine; readonly amount: Money; readonly rates: readonly ExchangeRate[] };

type Line<Kind extends "unitPrice" | "rateBps"> = Extract<ChargeLine, Record<Kind, unknown>>;

const keptTiers = (tiers: NonNullable<Line<"unitPrice">["tiers"]>): KeptTier[] =>
  tiers.map(({ from, unitPrice }) => ({ from, unitPriceMinor: unitPrice.minor.toString() }));

const describe = (line: ChargeLine, quantityMilli: number | null, amount: Money | null): PricedLine => ({
  code: line.code,
  basis: line.basis,
  unitPriceMinor: "unitPrice" in line ? line.unitPrice.minor.toString() : null,
  ...("unitPrice" in line && line.tiers ? { tiers: keptTiers(line.tiers) } : {}),
  rateBps: "rateBps" in line ? line.rateBps : null,
  ...("rateBps" in line && line.minimum ? { minimumMinor: line.minimum.minor.toString() } : {}),
  quantityMilli,
  amountMinor: amount === null ? null : amount.minor.toString(),
  isPassThrough: line.isPassThrough ?? false,
  note: line.note ?? "",
});

function byQuantity(
  line: Line<"unitPrice">,
  currency: Currency,
  { quantities }: PriceContext,
): Result<Part, PriceRefusal> {
  if ([line, ...(line.tiers ?? [])].some(({ unitPrice }) => unitPrice.currency !== currency))
    return refuse("currency_mixed", { code: line.code });
  const quantity = quantities[line.basis];
  if (quantity === null) return refuse("basis_not_possible", { code: line.code, basis: line.basis });
  if (quantity === "contingent") return accept({ line: describe(line, null, null), amount: zero(currency), rates: [] });
  const { unitPrice } = tierAt(line.tiers, quantity) ?? line;
  const minor = divideHalfUp(unitPrice.minor * BigInt(quantity), PER_QUANTITY);
  if (!isStorable(minor)) return refuse("amount_too_large", { code: line.code });
  const amount = money(minor, currency);
  return accept({ line: describe(line, quantity, amount), amount, rates: [] });
}

type Whole = { readonly amount: Money; readonly rates: readonly ExchangeRate[] };

function byPercentage(line: Line<"rateBps">, whole: Whole): Result<Part, PriceRefusal> {
  const { minimum } = line;
  if (minimum && minimum.currency !== whole.amount.currency) return refuse("currency_mixed", { code: line.code });
  const share = divideHalfUp(whole.amount.minor * BigInt(line.rateBps), BPS_PER_WHOLE);
  const minor = minimum && minimum.minor > share ? minimum.minor : share;
  if (!isStorable(minor)) return refuse("amount_too_large", { code: line.code });
  const amount = money(minor, whole.amount.currency);
  return accept({ line: describe(line, null, amount), amount, rates: whole.rates });
}

/** What a percentage is of, in the bid's currency: lines of the bid itself, or an amount of the request at the dated rate. */
function wholeOf(
  line: Line<"rateBps">,
  currency: Currency,
  { parts, ...context }: Beside,
): Result<Whole, PriceRefusal> {
  const sumOf = (code: ChargeCode): bigint =>
    parts.reduce((all, part) => (part?.line.code === code ? all + part.amount.minor : all), 0n);
  if (line.basis === "percent_of_OFT") return accept({ amount: money(sumOf("OFT"), currency), rates: [] });
  const isPlusDuty = line.basis === "percent_of_customs_value_plus_duty";
  const whole = context.basisAmounts[isPlusDuty ? "percent_of_customs_value" : line.basis];
  if (!whole) return refuse("basis_not_possible", { code: line.code, basis: line.basis });
  const converted = convert(whole, currency, context.rates, context.day);
  if (!converted.ok || !isPlusDuty) return converted;
  const minor = converted.value.amount.minor + sumOf("DTY");
  return isStorable(minor)
    ? accept({ amount: money(minor, currency), rates: converted.value.rates })
    : refuse("amount_too_large", { code: line.code });
}

// A percentage of other lines waits until those are priced: first unit prices, then percentages, then what counts duty in.
const turnOf = (line: ChargeLine): number =>
  "unitPrice" in line ? 0 : line.basis === "percent_of_customs_value_plus_duty" ? 2 : 1;

/**
 * Prices a bid: every quantity comes from the request, never from the bidder, and the total is the exact sum of the lines in
 * one currency. Where a line has tiers, the last one that the quantity reaches prices all of it. Contingent lines (waiting, amendments) are kept but not summed. A percentage of an amount in another currency
 * is converted at the dated rate, which is returned with the result; a missing rate is a refusal. Own work that is marked as paid at cost is
 * refused (`own_work_at_cost`), since bids are ranked without what is at cost. Where a percentage has a
 * minimum in the bid's currency, the greater of the two is due. All lines are looked at, and each that is refused is named.
 */
export function priceCharges(
  charges: readonly ChargeLine[],
  currency: Currency,
  context: PriceContext,
): Result<Priced, PriceRefusal> {
  const parts: (Part | null)[] = charges.map(() => null);
  const results: Result<Part, PriceRefusal>[] = [];
  for (const turn of [0, 1, 2]) {
    for (const [position, line] of charges.entries()) {
      if (turnOf(line) !== turn) continue;
      const part = priceLine(line, currency, { ...context, parts });
      results.push(part.ok ? part : atLine(part.refusal, position));
      if (part.ok) parts[position] = part.value;
    }
  }
  const priced = checkAll(results);
  if (!priced.ok) return priced;
  return total(
    parts.filter((part) => part !== null),
    currency,
  );
}

type Beside = PriceContext & { readonly parts: readonly (Part | null)[] };

function priceLine(line: ChargeLine, currency: Currency, context: Beside): Result<Part, PriceRefusal> {
  if (!context.codes.includes(line.code)) return refuse("charge_not_of_service", { code: line.code });
  if (line.isPassThrough && OWN_WORK_CODES.includes(line.code)) return refuse("own_work_at_cost", { code: line.code });
  if ("unitPrice" in line) return byQuantity(line, currency, context);
  const whole = wholeOf(line, currency, context);
  return whole.ok ? byPercentage(line, whole.value) : whole;
}

const atLine = ({ code, details }: PriceRefusal, position: number) =>
  refuse(code, { ...details, field: `charges[${position}]` });

function total(parts: readonly Part[], currency: Currency): Result<Priced, PriceRefusal> {
  const minor = parts.reduce((all, part) => all + part.amount.minor, 0n);
  if (!isStorable(minor)) return refuse("amount_too_large", { field: "charges" });
  if (minor <= 0n) return refuse("nothing_priced", { field: "charges" });
  const rates = new Map(
    parts.flatMap((part) => part.rates).map((rate) => [`${rate.base}${rate.quote}${rate.day}`, rate]),
  );
  return accept({ lines: parts.map((part) => part.line), total: money(minor, currency), rates: [...rates.values()] });
}

/** What a unit of this line costs at the request's quantity, in minor units as digits: the tier's price, or the one typed; null for percentages. */
export const appliedUnitPrice = ({ tiers, quantityMilli, unitPriceMinor }: PricedLine): string | null =>
  tierAt(tiers, quantityMilli)?.unitPriceMinor ?? unitPriceMinor;
