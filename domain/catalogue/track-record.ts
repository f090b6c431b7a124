import { DAY_MS, type Instant } from "../shared/instant";

/** An order that was delivered, with the days that its bid promised. */
export type Delivery = {
  readonly startedAt: Instant;
  readonly deliveredAt: Instant;
  readonly promisedDaysMax: number;
};

/** How many of how many; never shown without its denominator. */
export type OnTime = { readonly onTimeCount: number; readonly deliveredCount: number };

/** On time is delivered within the longest time of the winning bid, in whole days of 24 hours from the start (pick-up; award where nothing moves). */
export const isOnTime = ({ startedAt, deliveredAt, promisedDaysMax }: Delivery): boolean =>
  deliveredAt <= startedAt + promisedDaysMax * DAY_MS;

/** The share of deliveries on time, as its two counts. */
export const onTimeOf = (deliveries: readonly Delivery[]): OnTime => ({
  onTimeCount: deliveries.filter(isOnTime).length,
  deliveredCount: deliveries.length,
});
