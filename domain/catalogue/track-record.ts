import { kindOf } from "../services/registry";
import { type LineState, type NamedParty, type Service, SERVICES } from "../shared/vocabulary";
import { type CountedBy, endOfDays } from "../services/due-time";
import type { Instant } from "../shared/time";
import type { ShownCheck } from "../accounts/organisation-check";
import type { Listing } from "./listing";

/** The states of an order of which it is known whether its bid's days were kept, although papers may still be owed. One that is sent back is in none of them. */
export const DELIVERED_STATES = ["delivered", "accepted", "completed"] as const satisfies readonly LineState[];

/** A delivered order, with the end of the days that its bid promised. */
export type Delivery = {
  /** From when its days run; null where they had not begun, since what they wait for had not happened. */
  readonly startedAt: Instant | null;
  readonly deliveredAt: Instant;
  /** The last moment of the days that its bid promises, as the order's own page has it; null where they had not begun. */
  readonly dueAt: Instant | null;
  /** Whether one of its steps was reported as sooner than it can have happened. */
  readonly hasEarlyStep: boolean;
};

/**
 * How many of how many; never shown without its denominator. In neither are orders with an early step, and those that were delivered before their
 * days began: goods that are released before they are before the customs were declared in advance, and nothing was due yet.
 */
export type OnTime = {
  readonly onTimeCount: number;
  readonly deliveredCount: number;
  readonly earlyCount: number;
  readonly notBegunCount: number;
};

/** Of fewer orders than these no share is shown: one order would move it by more than 20 points. Our choice. */
export const ON_TIME_LEAST = 5;

/** The milestone from which a bid's days run, by service. Where it was not reported they run from the award; those of some kinds also wait for another order (`daysAlsoFrom`). */
export const DAYS_RUN_FROM: readonly { readonly service: Service; readonly code: string }[] = SERVICES.flatMap(
  (service) =>
    kindOf(service)
      .milestones.filter(({ startsDays }) => startsDays)
      .map(({ code }) => ({ service, code })),
);

/** Whether the days of an order had begun when it was delivered: until then nothing is due, so that it is neither on time nor late. */
export const hadBegun = ({ startedAt, deliveredAt }: Pick<Delivery, "startedAt" | "deliveredAt">): boolean =>
  startedAt !== null && startedAt <= deliveredAt;

/**
 * The last moment of the most days of the winning bid, from where they run, by the rule by which its delivery was due (`daysEnd` of the kind); null
 * where they had not begun.
 */
export function deliveryDue(
  service: Service,
  { startedAt, daysMax, ...by }: CountedBy & { readonly startedAt: Instant | null; readonly daysMax: number },
): Instant | null {
  if (startedAt === null) return null;
  const { hub } = by.zones;
  return (
    kindOf(service).daysEnd?.(by as never, startedAt, daysMax) ?? endOfDays(startedAt, daysMax, { from: hub, to: hub })
  );
}

/** On time is delivered by the end of the most days of the winning bid; nothing is that comes before they run. */
export const isOnTime = (delivery: Pick<Delivery, "startedAt" | "deliveredAt" | "dueAt">): boolean =>
  hadBegun(delivery) && delivery.dueAt !== null && delivery.deliveredAt <= delivery.dueAt;

/** The share of deliveries on time, as its two counts, and how many are in neither: those with a step that cannot be true, and of the others those whose days had not begun. */
export function onTimeOf(deliveries: readonly Delivery[]): OnTime {
  const possible = deliveries.filter(({ hasEarlyStep }) => !hasEarlyStep);
  const counted = possible.filter(hadBegun);
  return {
    onTimeCount: counted.filter(isOnTime).length,
    deliveredCount: counted.length,
    earlyCount: deliveries.length - possible.length,
    notBegunCount: possible.length - counted.length,
  };
}

/** Orders and first responses of so many days are counted. Our choice. */
export const RECORD_DAYS = 365;

/** Of fewer bids than these no typical response is shown. Our choice. */
export const RESPONSES_LEAST = 5;

/** How soon a provider first bids after a request is published: of how many, and the median in milliseconds; null of too few. */
export type FirstResponse = { readonly count: number; readonly medianMs: number | null };

/** What the market has seen of a bidder, as a buyer reads it who chooses. */
export type BidderRecord = NamedParty & {
  /** Of the latest delivered orders, at most two hundred. */
  readonly onTime: OnTime;
  /** Completed, and contracted within `RECORD_DAYS`. */
  readonly completedCount: number;
  readonly firstResponse: FirstResponse;
  readonly check: ShownCheck | null;
  /** Of the services that are compared. */
  readonly licences: readonly (Listing["licences"][number] & { readonly service: Service })[];
};

/** The median of the waits (milliseconds); of an even number the lower of the two in the middle. */
export function firstResponseOf(waitsMs: readonly number[]): FirstResponse {
  const sorted = waitsMs.toSorted((one, two) => one - two);
  const median = sorted[Math.ceil(sorted.length / 2) - 1];
  return { count: sorted.length, medianMs: sorted.length < RESPONSES_LEAST ? null : (median ?? null) };
}
