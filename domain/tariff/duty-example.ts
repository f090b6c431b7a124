import type { ExchangeRate } from "../shared/exchange-rate";
import type { LocalDate } from "../shared/time";
import { type Currency, money } from "../shared/money";
import type { DutyRate } from "./duty-rate";

export const DAY = "2026-11-24" as LocalDate;

const rate = (base: Currency, quote: Currency, text: string, day = DAY): ExchangeRate => ({
  base,
  quote,
  rate: text,
  day: day as LocalDate,
  source: "test",
});

/** One euro is 610.5 tenge, one dollar 526.88, one yuan 74; dong 3,650 and rubles 11.3 a yuan. */
export const EXCHANGE = {
  rates: [
    rate("USD", "CNY", "7.12"),
    rate("EUR", "CNY", "8.25"),
    rate("CNY", "KZT", "74"),
    rate("CNY", "VND", "3650"),
    rate("CNY", "RUB", "11.3"),
  ],
  day: DAY,
};

/** A rate of Kazakhstan on all goods since 2026; tests change what they are about. */
export const dutyRate = (changes: Partial<DutyRate> = {}): DutyRate => ({
  country: "KZ",
  charge: "duty",
  hsPrefix: "",
  method: "ad_valorem",
  rateBps: 500,
  unitPrice: null,
  unit: null,
  valueFromMinor: 0n,
  validFrom: "2026-01-01" as LocalDate,
  source: "test tariff",
  ...changes,
});

/** Whatever else a tariff of all goods needs to make an estimate whole. */
export const OTHER_CHARGES: readonly DutyRate[] = [
  dutyRate({ charge: "excise", rateBps: 0 }),
  dutyRate({ charge: "vat", rateBps: 1_600 }),
  dutyRate({ charge: "fee", method: "fixed", rateBps: null, unitPrice: money(2_000_000n, "KZT") }),
];
