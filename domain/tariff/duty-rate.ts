import type { LocalDate } from "../shared/time";
import type { Currency, Money } from "../shared/money";

/** What an import is charged by the state, in the order of reckoning. */
export const DUTY_CHARGES = ["duty", "excise", "vat", "fee"] as const;
export type DutyCharge = (typeof DUTY_CHARGES)[number];

/**
 * How a rate is reckoned: a share of the value, an amount a unit, both added, the larger of both, or one amount a declaration. Duty
 * and excise know the first four, VAT the first, and the state's fee a share or one amount.
 */
export const DUTY_METHODS = ["ad_valorem", "specific", "sum", "larger", "fixed"] as const;
export type DutyMethod = (typeof DUTY_METHODS)[number];

/** What tariffs count: net kilograms, pieces, pairs, litres, square and cubic metres. */
export const DUTY_UNITS = ["kg", "piece", "pair", "litre", "square_metre", "cubic_metre"] as const;
export type DutyUnit = (typeof DUTY_UNITS)[number];

/** Which methods a charge may have. */
export const METHODS_OF: Readonly<Record<DutyCharge, readonly DutyMethod[]>> = {
  duty: ["ad_valorem", "specific", "sum", "larger"],
  excise: ["ad_valorem", "specific", "sum", "larger"],
  vat: ["ad_valorem"],
  fee: ["fixed", "ad_valorem"],
};

/** One dated rate of a country. Members that the method does not use are null. */
export type DutyRate = {
  readonly country: string;
  readonly charge: DutyCharge;
  /** The leading digits of the HS code; empty for all goods. */
  readonly hsPrefix: string;
  readonly method: DutyMethod;
  readonly rateBps: number | null;
  /** For one unit, or of a fee: the whole amount of one declaration. */
  readonly unitPrice: Money | null;
  readonly unit: DutyUnit | null;
  /** Of a fee: from which customs value of a declaration on it holds, in minor units of the country's currency; else 0. */
  readonly valueFromMinor: bigint;
  readonly validFrom: LocalDate;
  readonly source: string;
};

/** Where goods of the market may be imported to, and in which currency the state reckons. */
export const DUTY_CURRENCY = {
  CN: "CNY",
  KZ: "KZT",
  RU: "RUB",
  VN: "VND",
  UZ: "UZS",
  KG: "KGS",
  MN: "MNT",
  TH: "THB",
  LA: "LAK",
  MM: "MMK",
} as const satisfies Record<string, Currency>;
export type DutyCountry = keyof typeof DUTY_CURRENCY;
export const DUTY_COUNTRIES = Object.keys(DUTY_CURRENCY) as [DutyCountry, ...DutyCountry[]];

/** Whether the market keeps rates for imports into the country. */
export const hasDutyRates = (country: string): country is DutyCountry => country in DUTY_CURRENCY;
