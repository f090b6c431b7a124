import { addMonths, firstDayOf } from "../hubs/traffic";
import type { Mode } from "../hubs/place";
import type { Month } from "../shared/time";
import type { Service } from "../shared/vocabulary";
import { startOfDay } from "../shared/zones";
import { BUYERS_MIN, type CountedOrder, FIGURE_LEAST, FIGURE_MS, levelOf, priceOf, wayKey } from "./service-figures";

/** An order as the market's level is counted from it, with what else it has to share for its price to be comparable (`alikeBy`). */
export type PricedOrder = CountedOrder & { readonly alike: string };

/** By what prices of a service on a corridor are comparable: a train and a truck have no common price, nor have the customs of two countries. */
export function alikeBy(of: { readonly service: Service; readonly mode: Mode; readonly spec: unknown }): string {
  const { service, mode, spec } = of;
  if (service === "logistics") return mode;
  return service === "customs" ? String((spec as { readonly side?: unknown } | null)?.side ?? "") : "";
}

const laneOf = ({ service, corridor, alike }: Pick<PricedOrder, "service" | "corridor" | "alike">): string =>
  `${wayKey(service, corridor)} ${alike}`;

/** An opened bid that stood, as its distance from the market is counted. */
export type OpenedBid = Pick<
  PricedOrder,
  "service" | "corridor" | "alike" | "buyerOrganisationId" | "grossWeightGrams"
> & {
  readonly requestId: string;
  /** The month in which its request closed. */
  readonly month: Month;
  /** The bidder's own price in fen, without what is paid at cost, at the rate of the day of the close. */
  readonly priceMinor: bigint;
};

const levelKey = (of: Pick<OpenedBid, "service" | "corridor" | "alike" | "month">): string =>
  `${laneOf(of)} ${of.month}`;

/**
 * The market's level of each service on each corridor in each of these months: the median price of the orders of the 180 days before its end, of freight by mode and tonne, of customs by the side of the border. As
 * the price index has it, a level of fewer than five orders, three providers or three buyers is not there.
 */
export function priceLevels(orders: readonly PricedOrder[], months: readonly Month[]): ReadonlyMap<string, number> {
  const byLane = Map.groupBy(orders, laneOf);
  const levels = new Map<string, number>();
  for (const lane of byLane.values())
    for (const month of months) {
      const end = startOfDay(firstDayOf(addMonths(month, 1)));
      const level = levelOf(lane.filter(({ contractedAt }) => contractedAt < end && contractedAt >= end - FIGURE_MS));
      const [first] = lane;
      if (first && level !== null) levels.set(levelKey({ ...first, month }), level);
    }
  return levels;
}

export type PriceDistance = {
  /** Whole percent above the market's level; below it where it is negative. */
  readonly percent: number;
  readonly bids: number;
};

/**
 * By how much a provider's bids lie above or below the market: the median of price by level less one. Bids without a level are left out; of fewer than five requests or three
 * buyers nothing is said. The caller brings bids of whole months alone, so that it moves once a month and no single bid can be read from it.
 */
export function priceDistance(bids: readonly OpenedBid[], levels: ReadonlyMap<string, number>): PriceDistance | null {
  const compared = bids.flatMap((bid) => {
    const [level, own] = [levels.get(levelKey(bid)), priceOf(bid)];
    return level === undefined || own === null ? [] : [{ bid, ratio: own / level - 1 }];
  });
  const countOf = (of: (bid: OpenedBid) => string) => new Set(compared.map(({ bid }) => of(bid))).size;
  if (countOf(({ requestId }) => requestId) < FIGURE_LEAST.orders) return null;
  if (countOf((bid) => bid.buyerOrganisationId) < BUYERS_MIN) return null;
  const ratios = compared.map(({ ratio }) => ratio).sort((one, other) => one - other);
  const [lower, upper] = [ratios[Math.floor((ratios.length - 1) / 2)] ?? 0, ratios[Math.floor(ratios.length / 2)] ?? 0];
  // Rounding makes a nought below nought of what lies just below: it is told as nought.
  return { percent: Math.round(((lower + upper) / 2) * 100) + 0, bids: compared.length };
}
