import { type Delivery, ON_TIME_LEAST, onTimeOf } from "./track-record";
import type { Service } from "../shared/vocabulary";
import { DAY_MS, dayOf, type Instant, type Month, monthOf } from "../shared/time";

/** A completed order of a provider, as its page counts it. */
export type CompletedOrder = Delivery & {
  readonly service: Service;
  readonly corridor: string;
  readonly contractedAt: Instant;
  readonly completedAt: Instant;
};

/** What a provider's own orders on a corridor come to. */
export type Lane = {
  readonly service: Service;
  readonly corridor: string;
  /** Completed within a year. */
  readonly orders: number;
  /** Whole days from award to delivery, of all those orders. */
  readonly medianDays: number;
  /** Null where too few of them count as on time or late. */
  readonly onTime: { readonly onTimeCount: number; readonly deliveredCount: number } | null;
};

/** Of fewer orders than these nothing is said of a corridor, and no order of the service is shown as an example: a share would jump by more than 20 points, and an order would be somebody's. */
export const LANE_LEAST = ON_TIME_LEAST;

const median = (values: readonly number[]): number => {
  const all = [...values].sort((one, other) => one - other);
  return ((all[Math.floor((all.length - 1) / 2)] ?? 0) + (all[Math.floor(all.length / 2)] ?? 0)) / 2;
};

const laneKey = ({ service, corridor }: Pick<CompletedOrder, "service" | "corridor">): string =>
  `${service} ${corridor}`;

/** The days and the share on time of each service on each corridor, the one with the most orders first; a corridor with fewer than `LANE_LEAST` orders is not there. */
export function lanesOf(orders: readonly CompletedOrder[]): readonly Lane[] {
  return [...Map.groupBy(orders, laneKey).values()]
    .flatMap((own): Lane[] => {
      const [first] = own;
      if (!first || own.length < LANE_LEAST) return [];
      const { onTimeCount, deliveredCount } = onTimeOf(own);
      return [
        {
          ...{ service: first.service, corridor: first.corridor, orders: own.length },
          medianDays: Math.round(median(own.map((one) => Math.ceil((one.deliveredAt - one.contractedAt) / DAY_MS)))),
          onTime: deliveredCount < LANE_LEAST ? null : { onTimeCount, deliveredCount },
        },
      ];
    })
    .sort((one, other) => other.orders - one.orders || laneKey(one).localeCompare(laneKey(other)));
}

/** Orders done, by what can be told of them: never whose, what or for how much. */
export type DoneExample = {
  readonly service: Service;
  readonly corridor: string;
  readonly month: Month;
  readonly orders: number;
};

export const EXAMPLES_MAX = 8;

/** The latest months in which a provider completed orders of a service on a corridor. Of a service with fewer than `LANE_LEAST` completed orders none is told, nor of the month that still runs. */
export function examplesOf(orders: readonly CompletedOrder[], now: Instant): readonly DoneExample[] {
  const byService = Map.groupBy(orders, ({ service }) => service);
  const running = monthOf(dayOf(now));
  const monthOfOrder = ({ completedAt }: CompletedOrder): Month => monthOf(dayOf(completedAt));
  const told = orders.filter(
    (one) => (byService.get(one.service)?.length ?? 0) >= LANE_LEAST && monthOfOrder(one) !== running,
  );
  return [...Map.groupBy(told, (one) => `${monthOfOrder(one)} ${laneKey(one)}`)]
    .sort(([one], [other]) => other.localeCompare(one))
    .slice(0, EXAMPLES_MAX)
    .flatMap(([, [first, ...more]]) =>
      first
        ? [{ service: first.service, corridor: first.corridor, month: monthOfOrder(first), orders: more.length + 1 }]
        : [],
    );
}
