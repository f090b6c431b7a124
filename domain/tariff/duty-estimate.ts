import type { ExchangeRate, RateRefusal } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/local-date";
import type { Money } from "../shared/money";
import type { Refusal } from "../shared/result";
import type { ChargeRefusal, Exchange, UnitQuantities } from "./charge-by-rate";
import type { Agreement } from "./preferences";
import type { DutyCountry, DutyRate } from "./duty-rate";
import type { LeftOut } from "./excluded-charges";

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
  /** Whether it reckons with the Form E, or the certificate of RCEP, that is in the deal's papers. */
  readonly hasFormE: boolean;
  /** The same with a Form E that is not there yet; null where it is there or would lower nothing. */
  readonly withFormE: DutyEstimate | null;
};
