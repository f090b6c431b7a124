import type { Month } from "../shared/time";
import type { Service } from "../shared/vocabulary";

/** What orders come to together: how many, and in fen (CNY) at the rate of the day of each contract. */
export type TradeSum = {
  readonly count: number;
  /** What providers charge for their own work; of a payment its fees and its margin, never the sum that is paid. */
  readonly valueMinor: bigint;
  /** Of the value what is a margin on an exchange of money. */
  readonly marginMinor: bigint;
  /** What they pay for buyers at cost, duty and tax among it: no part of the value. */
  readonly passThroughMinor: bigint;
};

export const NO_TRADE: TradeSum = { count: 0, valueMinor: 0n, marginMinor: 0n, passThroughMinor: 0n };

/** Orders of one month, kind and corridor between providers of one country and buyers of one, cancelled ones out. */
export type TradeRow = TradeSum & {
  readonly month: Month;
  readonly providerCountry: string;
  readonly buyerCountry: string;
  readonly service: Service;
  /** Where the goods go, which need not be where the service is sold. */
  readonly corridor: string;
};

/** The same of one provider: who sold it is told apart, for figures that few have made are not published. */
export type ProviderTradeRow = Omit<TradeRow, "month"> & { readonly providerId: string };

type Countries = Pick<TradeRow, "providerCountry" | "buyerCountry">;

/** A service is exported where its provider and its buyer are organisations of different countries (BPM6: trade in services is between residents and non-residents). */
export const isExport = ({ providerCountry, buyerCountry }: Countries): boolean => providerCountry !== buyerCountry;

/** From the exporter's country to the importer's, e.g. `CN>KZ`. */
export const pairOf = ({ providerCountry, buyerCountry }: Countries): string => `${providerCountry}>${buyerCountry}`;

/** The two countries of a pair. */
export function countriesOfPair(pair: string): { readonly exporter: string; readonly importer: string } {
  const [exporter = "", importer = ""] = pair.split(">");
  return { exporter, importer };
}

const plus = (a: TradeSum, b: TradeSum): TradeSum => ({
  count: a.count + b.count,
  valueMinor: a.valueMinor + b.valueMinor,
  marginMinor: a.marginMinor + b.marginMinor,
  passThroughMinor: a.passThroughMinor + b.passThroughMinor,
});

const QUARTER_MONTHS = 3;

/** The first month of the calendar quarter that a month lies in. */
export const quarterOf = (month: Month): Month => {
  const number = Number(month.slice(5)) - 1;
  const first = number - (number % QUARTER_MONTHS) + 1;
  return `${month.slice(0, 5)}${String(first).padStart(2, "0")}` as Month;
};

/** What all of them come to. */
export const sumOf = (rows: readonly TradeSum[]): TradeSum => rows.reduce<TradeSum>(plus, NO_TRADE);

export type KeyedSum = TradeSum & { readonly key: string };

/** What each comes to that is told apart by the key, the largest value first; of equal ones the key decides. */
export function sumsBy<Row extends TradeSum>(rows: readonly Row[], keyOf: (row: Row) => string): KeyedSum[] {
  return [...Map.groupBy(rows, keyOf)]
    .map(([key, some]) => ({ key, ...sumOf(some) }))
    .sort((a, b) => (a.valueMinor === b.valueMinor ? (a.key < b.key ? -1 : 1) : a.valueMinor > b.valueMinor ? -1 : 1));
}
