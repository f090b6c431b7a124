import { kindOf } from "../services/registry";
import { type LineState, type NamedParty, type Service, SERVICES } from "../shared/vocabulary";
import type { Instant } from "../shared/time";
import type { ShownCheck } from "../accounts/organisation-check";
import type { Listing } from "./listing";

/** The states of an order of which it is known whether its bid's days were kept, although papers may still be owed. One that is sent back is in none of them. */
export const DELIVERED_STATES = ["delivered", "accepted", "completed"] as const satisfies readonly LineState[];

/** A delivered order, with whether it was late. */
export type Delivery = {
  /** From when its days run; null where they had not begun, since what they wait for had not happened. */
  readonly startedAt: Instant | null;
  /** When it was first delivered, whatever was sent back and done anew. */
  readonly deliveredAt: Instant;
  /** Whether the first report of its delivery bears the mark of a late step, as the order's own page has it. */
  readonly isLate: boolean;
  /** Whether one of its steps was reported as sooner than it can have happened, be it told anew since. */
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

/** The milestones with which orders are delivered. */
export const DELIVERED_WITH: readonly string[] = SERVICES.flatMap((service) =>
  kindOf(service)
    .milestones.filter(({ isDelivery }) => isDelivery)
    .map(({ code }) => code),
);

/** Whether the days of an order had begun when it was delivered: until then nothing is due, so that it is neither on time nor late. */
export const hadBegun = ({ startedAt, deliveredAt }: Pick<Delivery, "startedAt" | "deliveredAt">): boolean =>
  startedAt !== null && startedAt <= deliveredAt;

/**
 * On time is a delivery without the mark of a late step, which it has where it came after it was due by the winning bid; nothing is that comes
 * before the days of the bid run.
 */
export const isOnTime = (delivery: Pick<Delivery, "startedAt" | "deliveredAt" | "isLate">): boolean =>
  hadBegun(delivery) && !delivery.isLate;

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
