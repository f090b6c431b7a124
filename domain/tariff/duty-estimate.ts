import { convert, type ExchangeRate, type RateRefusal } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/time";
import { type Currency, divideHalfUp, isStorable, type Money, money } from "../shared/money";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { DutyCountry, DutyRate, DutyUnit } from "./duty-rate";
import type { Agreement } from "./preferences";
import type { LeftOut } from "./excluded-charges";
import type { IncotermRule } from "./incoterm";

/** How much of each unit a line has, in thousandths. */
export type UnitQuantities = { readonly [U in DutyUnit]?: number | undefined };

/** The market's exchange rates and the day they are taken at. */
export type Exchange = { readonly rates: readonly ExchangeRate[]; readonly day: LocalDate };

export type ChargeRefusal = Refusal<"quantity_missing" | "amount_too_large"> | RateRefusal;

export type Charged = { readonly amount: Money; readonly exchangeRates: readonly ExchangeRate[] };

const BPS_PER_WHOLE = 10_000n;
const MILLI_PER_UNIT = 1_000n;

function stored(minor: bigint, currency: Currency): Result<Money, Refusal<"amount_too_large">> {
  return isStorable(minor) ? accept(money(minor, currency)) : refuse("amount_too_large");
}

/** Whether a share is of the value before the charge, or of the value with the charge in it: value ÷ (1 − rate) × rate. */
export type ShareOf = "value" | "value_with_charge";

/** A share of the value in basis points, half up to the minor unit. A share of the value with the charge in it has to be below the whole. */
export function chargeByValue(base: Money, rateBps: number, of: ShareOf = "value"): Result<Charged, ChargeRefusal> {
  const whole = of === "value" ? BPS_PER_WHOLE : BPS_PER_WHOLE - BigInt(rateBps);
  if (whole <= 0n) return refuse("amount_too_large");
  const amount = stored(divideHalfUp(base.minor * BigInt(rateBps), whole), base.currency);
  return amount.ok ? accept({ amount: amount.value, exchangeRates: [] }) : amount;
}

/** The whole amount in the tariff's own currency first, half up, and converted once: EAEU tariffs count euros a kilogram. */
function chargeByUnit(rate: DutyRate, quantities: UnitQuantities, to: Currency, exchange: Exchange) {
  const { unit, unitPrice } = rate;
  if (!unit || !unitPrice) throw new Error("a specific rate has its unit and price");
  const quantityMilli = quantities[unit];
  if (quantityMilli === undefined) return refuse("quantity_missing", { unit });
  const whole = stored(divideHalfUp(unitPrice.minor * BigInt(quantityMilli), MILLI_PER_UNIT), unitPrice.currency);
  if (!whole.ok) return whole;
  const converted = convert(whole.value, to, exchange.rates, exchange.day);
  return converted.ok
    ? accept<Charged>({ amount: converted.value.amount, exchangeRates: converted.value.rates })
    : converted;
}

/**
 * What a rate makes of a line: by value (basis points of `base`), specific (an amount a unit), both added, or the larger of both. The
 * result is in the currency of `base`. Where the share is of the value with the charge in it, an amount a unit that is added counts as charge too:
 * China's compound consumption tax is (value + amount) ÷ (1 − rate) × rate + amount. Refuses where the unit's quantity is not given, an exchange rate is missing or too old, or
 * the amount is beyond what can be kept; a part that is refused refuses the whole.
 */
export function chargeByRate(
  rate: DutyRate,
  base: Money,
  of: { readonly quantities: UnitQuantities; readonly exchange: Exchange; readonly shareOf?: ShareOf },
): Result<Charged, ChargeRefusal> {
  const { quantities, exchange, shareOf = "value" } = of;
  const rateBps = rate.rateBps ?? 0;
  if (rate.method === "ad_valorem") return chargeByValue(base, rateBps, shareOf);
  const byUnit = chargeByUnit(rate, quantities, base.currency, exchange);
  if (rate.method === "specific" || !byUnit.ok) return byUnit;
  const isCompound = shareOf === "value_with_charge" && rate.method === "sum";
  const withUnits = isCompound ? stored(base.minor + byUnit.value.amount.minor, base.currency) : accept(base);
  if (!withUnits.ok) return withUnits;
  const byValue = chargeByValue(withUnits.value, rateBps, shareOf);
  if (!byValue.ok) return byValue;
  const [a, b] = [byValue.value.amount.minor, byUnit.value.amount.minor];
  const amount = stored(rate.method === "sum" ? a + b : a > b ? a : b, base.currency);
  return amount.ok ? accept({ amount: amount.value, exchangeRates: byUnit.value.exchangeRates }) : amount;
}

/** A cargo line as far as the state charges for it. */
export type DutiableLine = {
  readonly hsCode: string;
  readonly value: Money | null;
  readonly grossWeightGrams: number;
  /** Where the goods were made; null where it is not known. */
  readonly originCountry: string | null;
  readonly quantities: UnitQuantities;
};

export type DutyQuestion = {
  readonly lines: readonly DutiableLine[];
  /** Goods, and freight and insurance to the border, in one currency. */
  readonly customsValue: Money;
  readonly declarations: number;
  /** The country of import, which reckons in its own currency. */
  readonly country: DutyCountry;
  /** What the customs value does not hold, or holds too much. */
  readonly leftOut: readonly LeftOut[];
  /** Whether a certificate of origin is there that frees goods between ASEAN and China of duty: Form E, or that of RCEP, which is reckoned as Form E. */
  readonly hasFormE?: boolean;
};

export type DutyContext = { readonly rates: readonly DutyRate[]; readonly exchange: Exchange };

export type NotKnown = ChargeRefusal | Refusal<"duty_rate_missing" | "excise_unknown" | "rests_on_unknown">;

/** One charge: its amount and the rate that made it, or why it is not known. The rate is null where there is none, and of a duty that a certificate of origin lifts. */
export type DutyFigure = {
  readonly amount: Money | null;
  readonly rate: DutyRate | null;
  readonly exchangeRates: readonly ExchangeRate[];
  readonly missing: NotKnown | null;
};

export type DutyLine = {
  readonly hsCode: string;
  readonly customsValue: Money;
  readonly duty: DutyFigure;
  readonly excise: DutyFigure;
  readonly vat: DutyFigure;
  /** Of what is known; whole only where `isComplete`. */
  readonly total: Money;
  /** What may be due on this line, or fall away, and was not reckoned in. */
  readonly leftOut: readonly LeftOut[];
  /** Under which agreements a paper may lower the duty that is reckoned here. */
  readonly agreements: readonly Agreement[];
  readonly isComplete: boolean;
};

export type DutyEstimate = {
  readonly customsValue: Money;
  /** How the customs value was shared among the lines: by their own values, or by gross weight where one of them has none. */
  readonly sharedBy: "value" | "weight";
  readonly lines: readonly DutyLine[];
  readonly fee: DutyFigure;
  readonly duty: Money;
  readonly excise: Money;
  readonly vat: Money;
  readonly total: Money;
  /** What was left out of the customs value or of any line, each once. */
  readonly leftOut: readonly LeftOut[];
  /** False where a line's rate or quantity is not known, or anything but a preference was left out: the sums are then of the rest and say so. */
  readonly isComplete: boolean;
  /** What brought the customs value into the currency of the country. */
  readonly exchangeRates: readonly ExchangeRate[];
};

export type EstimateRefusal = RateRefusal | Refusal<"no_lines" | "amount_too_large">;

/**
 * An estimate as a request shows it: for which country, by the rates of which day, or why there is none. `ratesOfYear` is the year of the newest
 * rate of duty, excise or fee where that is an earlier year than the day's; null where rates of the day's own year are known.
 */
export type ShownEstimate = {
  readonly country: DutyCountry;
  readonly day: LocalDate;
  readonly ratesOfYear: string | null;
  readonly estimate: DutyEstimate | null;
  readonly missing: EstimateRefusal | null;
  /** The rule of the goods' price, which says what the customs value holds of the way. */
  readonly incotermRule: IncotermRule;
  /** Whether it reckons with the Form E, or the certificate of RCEP, that is in the deal's papers. */
  readonly hasFormE: boolean;
  /** The same with a Form E that is not there yet; null where it is there or would lower nothing. */
  readonly withFormE: DutyEstimate | null;
};
