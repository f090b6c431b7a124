import { kindOf } from "../services/registry";
import { SERVICES, type Service } from "../services/service";
import { DAY_MS, type Instant } from "../shared/instant";

/** An order that was delivered, with the days that its bid promised. */
export type Delivery = {
  readonly startedAt: Instant;
  readonly deliveredAt: Instant;
  readonly promisedDaysMax: number;
};

/** How many of how many; never shown without its denominator. */
export type OnTime = { readonly onTimeCount: number; readonly deliveredCount: number };

/** The milestone from which a bid's days run, by service. Where it was not reported they run from the award. */
export const DAYS_RUN_FROM: readonly { readonly service: Service; readonly code: string }[] = SERVICES.flatMap(
  (service) =>
    kindOf(service)
      .milestones.filter(({ startsDays }) => startsDays)
      .map(({ code }) => ({ service, code })),
);

/** On time is delivered within the longest time of the winning bid, in days of 24 hours from where they run. */
export const isOnTime = ({ startedAt, deliveredAt, promisedDaysMax }: Delivery): boolean =>
  deliveredAt <= startedAt + promisedDaysMax * DAY_MS;

/** The share of deliveries on time, as its two counts. */
export const onTimeOf = (deliveries: readonly Delivery[]): OnTime => ({
  onTimeCount: deliveries.filter(isOnTime).length,
  deliveredCount: deliveries.length,
});
