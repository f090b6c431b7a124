import { convert, type ExchangeRate, type RateRefusal } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/local-date";
import { type Currency, isStorable, type Money, money } from "../shared/money";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import { divideHalfUp } from "../shared/rounding";
import type { DutyRate, DutyUnit } from "./duty-rate";

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
