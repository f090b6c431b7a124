import type { Lane } from "./lanes";

/** A bid as it is typed: the price of each charge, by the code of the charge. */
export type Offer = {
  readonly currency: string;
  readonly prices: Readonly<Record<string, string>>;
  readonly days: readonly [string, string];
  /** What the server must make of it, quantities and all. */
  readonly total: string;
};

const TRUCKS = 2;

/**
 * The bids of a lane, in whole units of a currency that has many of them: an amount stays the same where a list rounds it, and
 * stands nowhere else in the market, so where one is found, this bid was told.
 */
export function offersOf({ currency, direction, mark }: Lane) {
  const apart = mark * 101_011;
  const offer = (prices: Readonly<Record<string, number>>, count: number): Offer => {
    const sum = Object.values(prices).reduce((all, one) => all + apart + one, 0);
    const typed = Object.entries(prices).map(([code, price]) => [code, String(price + apart)]);
    return { currency, prices: Object.fromEntries(typed), days: ["3", "5"], total: String(sum * count) };
  };
  return {
    rival: offer({ OFT: 67_391_135 }, TRUCKS),
    first: offer({ PUP: 2_719_373, OFT: 61_847_297 }, TRUCKS),
    revised: offer({ PUP: 2_719_373, OFT: 58_463_179 }, TRUCKS),
    brokerage: offer({ [direction === "export" ? "EXD" : "IMD"]: 3_917_459 }, 1),
  };
}

export const amountsOf = (...offers: readonly Offer[]): string[] =>
  offers.flatMap(({ prices, total }) => [...Object.values(prices), total]);
