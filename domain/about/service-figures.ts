import { ORDERS_MIN, PROVIDERS_MIN } from "../remittance/corridor-health";
import type { Service } from "../shared/vocabulary";
import { DAY_MS, type Instant } from "../shared/time";

/** The days that figures of a service on a way look back; the price index compares with as many before. */
export const FIGURE_DAYS = 180;
export const FIGURE_MS = FIGURE_DAYS * DAY_MS;

/** Figures are shown from so many buyers on, beside the least orders and providers: fewer would tell what one of them pays. */
export const BUYERS_MIN = 3;
export const FIGURE_LEAST = { orders: ORDERS_MIN, providers: PROVIDERS_MIN, buyers: BUYERS_MIN };

/** Where a service is offered: a hub by its id, or a corridor such as CN-KZ. */
export const isCorridor = (way: string): boolean => /^[A-Z]{2}-[A-Z]{2}$/.test(way);

/** By what figures of a service on a way are found. */
export const wayKey = (service: Service, way: string): string => `${service} ${way}`;

/** An order that was not called off, as it counts. */
export type CountedOrder = {
  readonly service: Service;
  readonly hubId: string;
  readonly corridor: string;
  readonly providerOrganisationId: string;
  readonly buyerOrganisationId: string;
  readonly contractedAt: Instant;
  /** Null where it is not delivered yet. */
  readonly deliveredAt: Instant | null;
  /** The provider's own price in fen, without what is paid at cost. */
  readonly priceMinor: bigint;
  readonly grossWeightGrams: number;
};

export type ServiceFigures = {
  /** Whole days from award to delivery of the orders that were delivered; null where too few were. */
  readonly days: { readonly median: number; readonly nineOfTen: number; readonly orders: number } | null;
  /** In fen; of freight the price of a tonne. Null where too few orders have one. */
  readonly price: { readonly medianMinor: number; readonly orders: number; readonly providers: number } | null;
  /** The same median by that of as many days before, which is 100. Null where either has too few orders. */
  readonly index: { readonly value: number; readonly ordersBefore: number } | null;
};

const GRAMS_PER_TONNE = 1_000_000;
const PERCENT = 100;
const NINE_OF_TEN = 0.9;
const DIGITS = 2;

/** To two digits: of few orders the median is one of them, and nobody's exact price is told. */
function rounded(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) + 1 - DIGITS);
  return Math.round(value / step) * step;
}

/** Freight is dearer the more there is of it, so that its price is that of a tonne; whatever weighs nothing has none. */
export function priceOf({
  service,
  priceMinor,
  grossWeightGrams,
}: Pick<CountedOrder, "service" | "priceMinor" | "grossWeightGrams">): number | null {
  if (service !== "logistics") return Number(priceMinor);
  return grossWeightGrams > 0 ? (Number(priceMinor) * GRAMS_PER_TONNE) / grossWeightGrams : null;
}

const countOf = (orders: readonly CountedOrder[], of: (order: CountedOrder) => string): number =>
  new Set(orders.map(of)).size;

const isEnough = (orders: readonly CountedOrder[]): boolean =>
  orders.length >= ORDERS_MIN &&
  countOf(orders, (one) => one.providerOrganisationId) >= PROVIDERS_MIN &&
  countOf(orders, (one) => one.buyerOrganisationId) >= BUYERS_MIN;

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

function median(values: readonly number[]): number {
  const all = sorted(values);
  const [lower, upper] = [all[Math.floor((all.length - 1) / 2)] ?? 0, all[Math.floor(all.length / 2)] ?? 0];
  return (lower + upper) / 2;
}

/** The median price of orders of one service on one way, in fen; null of fewer than figures are shown of. */
export function levelOf(orders: readonly CountedOrder[]): number | null {
  const own = priced(orders);
  const level = isEnough(own) ? medianPrice(own) : 0;
  return level > 0 ? level : null;
}

function daysOf(orders: readonly CountedOrder[]): ServiceFigures["days"] {
  const delivered = orders.filter(({ deliveredAt }) => deliveredAt !== null);
  if (!isEnough(delivered)) return null;
  const days = sorted(delivered.map((one) => Math.ceil(((one.deliveredAt ?? 0) - one.contractedAt) / DAY_MS)));
  const nineOfTen = days[Math.ceil(days.length * NINE_OF_TEN) - 1] ?? 0;
  return { median: Math.round(median(days)), nineOfTen, orders: delivered.length };
}

const priced = (orders: readonly CountedOrder[]): CountedOrder[] => orders.filter((one) => priceOf(one) !== null);
const medianPrice = (orders: readonly CountedOrder[]): number => median(orders.flatMap((one) => priceOf(one) ?? []));

/** What orders of one service on one way come to; of the days before only the price is asked. */
function figuresOf(orders: readonly CountedOrder[], now: Instant): ServiceFigures {
  const since = now - FIGURE_MS;
  const [late, before] = [
    orders.filter(({ contractedAt }) => contractedAt > since),
    priced(orders.filter(({ contractedAt }) => contractedAt <= since)),
  ];
  const own = priced(late);
  const isShown = isEnough(own);
  const isCompared = isShown && isEnough(before) && medianPrice(before) > 0;
  return {
    days: daysOf(late),
    price: isShown
      ? {
          medianMinor: rounded(medianPrice(own)),
          orders: own.length,
          providers: countOf(own, (one) => one.providerOrganisationId),
        }
      : null,
    index: isCompared
      ? { value: Math.round((medianPrice(own) / medianPrice(before)) * PERCENT), ordersBefore: before.length }
      : null,
  };
}

/**
 * What each service takes and costs on each way, by `wayKey`: at a hub and on a corridor, from the orders of the last 180 days and, for the index, of the
 * 180 before. A figure of fewer than five orders, three providers or three buyers is not there.
 */
export function figuresByWay(orders: readonly CountedOrder[], now: Instant): ReadonlyMap<string, ServiceFigures> {
  const groups = new Map<string, CountedOrder[]>();
  for (const order of orders)
    for (const way of [order.hubId, order.corridor]) {
      const key = wayKey(order.service, way);
      const group = groups.get(key);
      if (group) group.push(order);
      else groups.set(key, [order]);
    }
  return new Map([...groups].map(([key, group]) => [key, figuresOf(group, now)]));
}
