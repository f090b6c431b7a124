import { type Basis, type ChargeCode, isPercentBasis } from "../../services/charge";
import { type BidContent, isPassedThrough, rankedPrice } from "../bid";
import type { Currency } from "../../shared/money";
import { appliedUnitPrice } from "../price-charges";

/** One price of a bid: where it stands, and the key under which prices may be compared. */
export type KeyedPrice = {
  readonly alternative: number;
  readonly line: number;
  readonly code: ChargeCode;
  readonly key: string;
  /** Minor units of the bid's currency, or basis points of a percentage. */
  readonly price: bigint;
  /** Paid for the buyer at cost, so that it is no price of the bidder's. */
  readonly isAtCost: boolean;
};

/** Prices are comparable within one charge, basis and currency; a percentage in any currency. */
export const priceKeyOf = (code: ChargeCode, basis: Basis, currency: Currency): string =>
  isPercentBasis(basis) ? `${code}|${basis}` : `${code}|${basis}|${currency}`;

/** Every unit price (of the tier that applies) and rate of a bid, alternatives included. */
export const pricesOf = (content: BidContent): KeyedPrice[] =>
  [content, ...(content.alternatives ?? [])].flatMap(({ lines }, alternative) =>
    lines.map((line, place) => ({
      alternative,
      line: place,
      code: line.code,
      key: priceKeyOf(line.code, line.basis, content.currency),
      price: BigInt(line.rateBps ?? appliedUnitPrice(line) ?? "0"),
      isAtCost: isPassedThrough(line),
    })),
  );

/** From this factor on, either way, a price is asked about: a slip of a digit is a factor of ten, and honest prices seldom differ so much. */
export const OUTLIER_FACTOR = 5;

/** How much a finding tells: no more than the greatest of these factors that is reached. */
export const OUTLIER_BANDS = [5, 10, 100, 1_000] as const;
export type OutlierBand = (typeof OUTLIER_BANDS)[number];

/** Beside what a price stands out: the bidder's own standing version, its own last bids, or the market's opened bids. */
export type OutlierReference = "own_version" | "own_bids" | "market";

/** A price that may be a slip of a digit: which one, how far off at least, and beside what; never the figure that it was held against. */
export type OutlierFinding = {
  /** 0 is the main offer, else an alternative by its number. */
  readonly alternative: number;
  /** The line's place in its offer, from 0; null for the own price of the offer in all. */
  readonly line: number | null;
  readonly code: ChargeCode | null;
  readonly isAbove: boolean;
  readonly factorMin: OutlierBand;
  readonly beside: OutlierReference;
};

/** By price key: what the bidder's standing version says, what its last bids say in the middle, and the market's. */
export type OutlierReferences = {
  readonly ownVersion: BidContent | null;
  readonly ownBids: ReadonlyMap<string, bigint>;
  /** Looked up only where the bidder has no bid of its own with such a price. */
  readonly market: ReadonlyMap<string, bigint>;
};

type Off = Pick<OutlierFinding, "isAbove" | "factorMin">;

const bandOf = (greater: bigint, less: bigint): OutlierBand | undefined =>
  OUTLIER_BANDS.findLast((band) => greater >= less * BigInt(band));

/** How far a price is from another, where that is a factor of five or more; nothing can be said beside a price of nothing. */
export function offFrom(price: bigint, other: bigint): Off | null {
  if (other <= 0n) return null;
  const isAbove = price > other;
  const factorMin = isAbove ? bandOf(price, other) : price === 0n ? 1_000 : bandOf(other, price);
  return factorMin === undefined ? null : { isAbove, factorMin };
}

/** The price that stands in the middle; of an even number the lower of the two, so that it is one that somebody asked. Null of none. */
export function medianOf(prices: readonly bigint[]): bigint | null {
  const sorted = [...prices].sort((a, b) => (a < b ? -1 : Number(a > b)));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** The middle price of each key in all of these bids. */
export function mediansOf(contents: readonly BidContent[]): Map<string, bigint> {
  const all = new Map<string, bigint[]>();
  for (const { key, price } of contents.flatMap(pricesOf)) all.set(key, [...(all.get(key) ?? []), price]);
  return new Map([...all].flatMap(([key, prices]) => [[key, medianOf(prices) as bigint] as const]));
}

type Held = Pick<OutlierFinding, "beside"> & { readonly price: bigint | null | undefined };

/** The first of these that the price stands out beside. */
function standsOut(price: bigint, beside: readonly Held[]): (Off & Pick<OutlierFinding, "beside">) | null {
  for (const { beside: what, price: other } of beside) {
    const off = other === null || other === undefined ? null : offFrom(price, other);
    if (off) return { ...off, beside: what };
  }
  return null;
}

/**
 * What in a bid may be a slip of a digit. Each unit price and rate is held against the bidder's own standing version, against the middle of
 * its own last bids for the same charge, basis and currency, and, where it has none, against the middle of the market's opened bids; the
 * own price in all only against the standing version, since those of different requests say nothing of each other. What is paid at cost is no
 * price of the bidder's: such lines are held against its standing version alone. A price that the standing
 * version has already is not asked about again.
 */
export function findOutliers(
  content: BidContent,
  { ownVersion, ownBids, market }: OutlierReferences,
): OutlierFinding[] {
  const standing = ownVersion ? mediansOf([ownVersion]) : new Map<string, bigint>();
  const ownPrices = new Set(ownVersion ? pricesOf(ownVersion).map(({ key, price }) => `${key}|${price}`) : []);
  const lines = pricesOf(content).flatMap(({ alternative, line, code, key, price, isAtCost }): OutlierFinding[] => {
    if (ownPrices.has(`${key}|${price}`)) return [];
    const others: readonly Held[] = [
      { beside: "own_bids", price: ownBids.get(key) },
      { beside: "market", price: standing.has(key) || ownBids.has(key) ? null : market.get(key) },
    ];
    const found = standsOut(price, [{ beside: "own_version", price: standing.get(key) }, ...(isAtCost ? [] : others)]);
    return found ? [{ alternative, line, code, ...found }] : [];
  });
  if (!ownVersion || ownVersion.currency !== content.currency) return lines;
  const off = offFrom(rankedPrice(content).minor, rankedPrice(ownVersion).minor);
  return off ? [...lines, { alternative: 0, line: null, code: null, ...off, beside: "own_version" }] : lines;
}

/** Whether each finding is ticked by its name: a bid goes from a screen only then. What was ticked of another price confirms nothing. */
export const areConfirmed = (
  findings: readonly OutlierFinding[],
  content: BidContent,
  ticked: readonly unknown[],
): boolean => findings.every((finding) => ticked.includes(outlierName(finding, content)));

/** What a tick confirms: this finding of this price, so that another price is asked about anew. */
export function outlierName(
  { alternative, line, code, factorMin, isAbove }: OutlierFinding,
  content: BidContent,
): string {
  const price =
    line === null
      ? rankedPrice(content).minor
      : pricesOf(content).find((one) => one.alternative === alternative && one.line === line)?.price;
  return [alternative, line ?? "total", code ?? "", isAbove ? "above" : "below", factorMin, price].join(".");
}

/** So many organisations at least stand behind a middle price of the market: with fewer, a factor would tell somebody's price. */
export const MARKET_BIDDERS_MIN = 3;

/** An opened bid of another organisation. */
export type OpenedOfMarket = { readonly organisationId: string; readonly content: BidContent };

/** The middle price of the market by key, one price an organisation (its own middle), where enough organisations have one. */
export function marketMedians(opened: readonly OpenedOfMarket[]): Map<string, bigint> {
  const prices = new Map<string, Map<string, bigint[]>>();
  for (const { organisationId, content } of opened)
    for (const { key, price } of pricesOf(content)) {
      const ofKey = prices.get(key) ?? new Map<string, bigint[]>();
      prices.set(key, ofKey);
      ofKey.set(organisationId, [...(ofKey.get(organisationId) ?? []), price]);
    }
  return new Map(
    [...prices].flatMap(([key, ofKey]) =>
      ofKey.size < MARKET_BIDDERS_MIN
        ? []
        : [[key, medianOf([...ofKey.values()].map((own) => medianOf(own) as bigint)) as bigint] as const],
    ),
  );
}
