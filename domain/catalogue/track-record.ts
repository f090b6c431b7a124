import { kindOf } from "../services/registry";
import { SERVICES, type Service } from "../services/service";
import { DAY_MS, type Instant } from "../shared/instant";

/** A completed order, with the days that its bid promised. */
export type Delivery = {
  /** From when its days run; null where they had not begun, since what they wait for had not happened. */
  readonly startedAt: Instant | null;
  readonly deliveredAt: Instant;
  readonly promisedDaysMax: number;
  /** Whether one of its steps was reported as sooner than it can have happened. */
  readonly hasEarlyStep: boolean;
};

/** How many of how many; never shown without its denominator. Orders with an early step are counted apart, and in neither. */
export type OnTime = { readonly onTimeCount: number; readonly deliveredCount: number; readonly earlyCount: number };

/** Of fewer orders than these no share is shown: one order would move it by more than 20 points. Our choice. */
export const ON_TIME_LEAST = 5;

/** The milestone from which a bid's days run, by service. Where it was not reported they run from the award; those of some kinds also wait for another order (`daysAlsoFrom`). */
export const DAYS_RUN_FROM: readonly { readonly service: Service; readonly code: string }[] = SERVICES.flatMap(
  (service) =>
    kindOf(service)
      .milestones.filter(({ startsDays }) => startsDays)
      .map(({ code }) => ({ service, code })),
);

/** On time is delivered within the longest time of the winning bid, in days of 24 hours from where they run, or before they run. */
export const isOnTime = ({ startedAt, deliveredAt, promisedDaysMax }: Delivery): boolean =>
  startedAt === null || deliveredAt <= startedAt + promisedDaysMax * DAY_MS;

/** The share of deliveries on time, as its two counts, and how many are in neither because a step of theirs cannot be true. */
export function onTimeOf(deliveries: readonly Delivery[]): OnTime {
  const counted = deliveries.filter(({ hasEarlyStep }) => !hasEarlyStep);
  const onTimeCount = counted.filter(isOnTime).length;
  return { onTimeCount, deliveredCount: counted.length, earlyCount: deliveries.length - counted.length };
}
