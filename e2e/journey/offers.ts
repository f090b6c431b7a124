/** A bid as it is typed: the price of each charge, by the code of the charge. */
export type Offer = {
  readonly currency: string;
  readonly prices: Readonly<Record<string, string>>;
  readonly days: readonly [string, string];
  /** What the server must make of it, quantities and all. */
  readonly total: string;
};

// The amounts stand nowhere else in the market. Two trucks and one declaration are asked for, which gives the totals.

export const RIVAL: Offer = { currency: "USD", prices: { OFT: "7391.13" }, days: ["4", "6"], total: "14782.26" };

export const FIRST: Offer = {
  currency: "CNY",
  prices: { PUP: "2719.37", OFT: "61847.29" },
  days: ["3", "5"],
  total: "129133.32",
};

/** The pick-up keeps its price: a change begins with what was sent before. */
export const REVISED: Offer = { currency: "CNY", prices: { OFT: "58463.17" }, days: ["3", "5"], total: "122365.08" };

const brokerage = (code: string): Offer => ({
  currency: "CNY",
  prices: { [code]: "3917.45" },
  days: ["1", "2"],
  total: "3917.45",
});

export const BROKERAGE = { export: brokerage("EXD"), import: brokerage("IMD") } as const;

export const amountsOf = (...offers: readonly Offer[]): string[] =>
  offers.flatMap(({ prices, total }) => [...Object.values(prices), total]);
