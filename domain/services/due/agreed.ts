import type { Instant } from "@/domain/shared/instant";
import type { LocalDate } from "@/domain/shared/local-date";

/** Where a time stands by which a step is due: in the bid that won, in the request that it answers, or in a rule of the market. */
export type DueSource = "bid" | "request" | "rule";

/** A time by which a step is due, and the term of the bid, field of the request or rule of the market that says so. */
export type DueTime = { readonly at: Instant; readonly source: DueSource; readonly field: string };

/** A step of another service's order in the same deal that is waited for, and when it happened; null where it has not yet. */
export type AwaitedStep = { readonly occurredAt: Instant | null };

/** While a part of the work lay with the buyer, for which side of the border it was, and until when; null where it lies there still. */
export type WithBuyer = { readonly side: string; readonly from: Instant; readonly to: Instant | null };

/**
 * What the parties of an order have agreed and what has happened since: all that a promise is reckoned from. Orders from before a field was
 * asked for do not have it, so each may be missing.
 */
export type Agreed<Spec = unknown, Terms = unknown> = {
  readonly spec: Partial<Spec>;
  readonly terms: Partial<Terms>;
  /** The first day of the work and the days that it takes, as the bid has them. */
  readonly startDate: LocalDate | null;
  readonly transitDays: { readonly min: number; readonly max: number } | null;
  /** When a step has happened; null where it has not. */
  readonly happenedAt: (code: string) => Instant | null;
  /** The step that the days wait for beside their own (`daysAlsoFrom`); null where they wait for none, or no order of the deal has it. */
  readonly awaited: AwaitedStep | null;
  /** The times in which the work lay with the buyer, in which no time of the provider runs; none where it is left out. */
  readonly withBuyer?: readonly WithBuyer[];
  /** When the last window ends that trucks of the order have booked at the border, or crossed in; null where they have none. */
  readonly bookedUntil?: Instant | null;
  /** When the rate runs out that was locked last and holds without the buyer's word; null or left out where none is on record. */
  readonly lockEndsAt?: Instant | null;
  /** By whose calendar days are counted: where the goods are taken, at the hub, where they go. IANA names. */
  readonly zones: { readonly origin: string; readonly hub: string; readonly destination: string };
  /** The hub's places, by their ids and names, as a bid may name them. */
  readonly hubPlaces: readonly string[];
};

/** By whose calendar the days of a bid are counted, and what of the request says so. */
export type CountedBy<Spec = unknown> = Pick<Agreed<Spec>, "spec" | "zones">;

/** By when each step is due that somebody promised; a step that nobody promised anything of is left out, or null. */
export type DueTimes = Readonly<Record<string, DueTime | null>>;
