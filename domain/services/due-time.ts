import { addDays, dayOf, HOUR_MS, type Instant, instant, isWeekend, later, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";

/** Where a time stands by which a step is due: in the bid that won, in the request that it answers, or in a rule of the market. */
export type DueSource = "bid" | "request" | "rule";

/** A time by which a step is due, and the term of the bid, field of the request or rule of the market that says so. */
export type DueTime = {
  readonly at: Instant;
  readonly source: DueSource;
  readonly field: string;
  /** By how much it moved while the work lay with the buyer, and with what; left out where it did not. */
  readonly stood?: { readonly ms: number; readonly by: "question" | "draft" | "both" | "answer" };
};

/** Hours by which a step is due, and the term of the bid that says them. */
export type PromisedHours = { readonly field: string; readonly hours: number };

/** A step of another service's order in the same deal that is waited for, and when it happened; null where it has not yet. */
export type AwaitedStep = { readonly occurredAt: Instant | null };

/**
 * What a time is counted from, by the name that its words have in the kind's messages: what has to have come before the time runs; `at` is null
 * where it has not come yet.
 */
export type TimeStart = { readonly what: string; readonly at: Instant | null };

/** While a part of the work lay with the buyer, for which side of the border it was, and until when; null where it lies there still. */
export type WithBuyer = {
  readonly side: string;
  /** Whether it was a question to be answered; a draft to be approved where it is left out. */
  readonly isQuestion?: true;
  readonly from: Instant;
  readonly to: Instant | null;
};

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
  /** What of the deal's other orders and gates the time of a step waits for beside its own order (`stepsAlsoFrom`), by the step's code; nothing where it is left out. */
  readonly alsoFrom?: Readonly<Record<string, readonly TimeStart[]>>;
  /** The times in which the work lay with the buyer, in which no time of the provider runs; none where it is left out. */
  readonly withBuyer?: readonly WithBuyer[];
  /** When the last window ends that trucks of the order have booked at the border, or crossed in; null where they have none. */
  readonly bookedUntil?: Instant | null;
  /** When the rate runs out that was locked last and holds without the buyer's word; null or left out where none is on record. */
  readonly lockEndsAt?: Instant | null;
  /** When the visit was asked for that runs now, of goods that are looked at again; null or left out before. */
  readonly visitAskedAt?: Instant | null;
  /** When the inspector of the latest visit left the site; null or left out while that is not on record. */
  readonly siteLeftAt?: Instant | null;
  /** By whose calendar days are counted: where the goods are taken, at the hub, where they go. IANA names. */
  readonly zones: { readonly origin: string; readonly hub: string; readonly destination: string };
  /** The hub's places, by their ids and names, as a bid may name them. */
  readonly hubPlaces: readonly string[];
};

/** By whose calendar the days of a bid are counted, and what of the request says so. */
export type CountedBy<Spec = unknown> = Pick<Agreed<Spec>, "spec" | "zones">;

/** By when each step is due that somebody promised; a step that nobody promised anything of is left out, or null. */
export type DueTimes = Readonly<Record<string, DueTime | null>>;

/** The last moment of a day by the calendar of `zone` (IANA name). */
export const endOfDay = (day: LocalDate, zone: string): Instant => later(startOfDay(addDays(day, 1), zone), -1);

/** So many hours after something; null where it has not happened, or nobody named the hours. */
export const hoursAfter = (at: Instant | null, hours: number | undefined): Instant | null =>
  at === null || hours === undefined ? null : later(at, hours * HOUR_MS);

/**
 * The moment from which days or hours run that begin with a step of the order and wait for one of another order, where there is one: the
 * later of both. Null while either has not happened, for until then nothing runs.
 */
export function runsFrom(own: Instant | null, awaited: AwaitedStep | null): Instant | null {
  if (own === null || awaited === null) return own;
  return awaited.occurredAt === null ? null : instant(Math.max(own, awaited.occurredAt));
}

/** Where a time begins that waits for all of these: with the first that has not come, else with the last that came; null where it waits for none. */
export const lastToCome = (starts: readonly TimeStart[]): TimeStart | null =>
  starts.find(({ at }) => at === null) ??
  starts.reduce<TimeStart | null>(
    (last, start) => (last?.at != null && (start.at ?? 0) <= last.at ? last : start),
    null,
  );

/**
 * A due time that runs from `since` and stands still while the work lies with the buyer: what was left of it when the work was handed over
 * is left of it when it comes back. Time after it had passed is not given back.
 */
export function standingStill(
  due: DueTime | null,
  since: Instant | null,
  withBuyer: readonly Omit<WithBuyer, "side">[],
): DueTime | null {
  if (due === null || since === null) return due;
  let [at, counted] = [due.at, since];
  const by = new Set<"question" | "draft">();
  for (const { from, to, isQuestion } of withBuyer.toSorted((a, b) => a.from - b.from)) {
    if (to === null || from >= at || to <= counted) continue;
    at = later(at, to - Math.max(from, counted));
    counted = to;
    by.add(isQuestion ? "question" : "draft");
  }
  const [first] = by;
  if (first === undefined) return due;
  return { ...due, at, stood: { ms: at - due.at, by: by.size > 1 ? "both" : first } };
}

/** The same for a promise of days: to the end of the day. */
export function daysStandingStill(
  due: DueTime | null,
  since: Instant | null,
  { withBuyer, zone }: { readonly withBuyer: readonly Omit<WithBuyer, "side">[]; readonly zone: string },
): DueTime | null {
  const later = standingStill(due, since, withBuyer);
  return later && { ...later, at: endOfDay(dayOf(later.at, zone), zone) };
}

/** A due time by a term of the bid or a field of the request; null where that comes to no time. */
export const dueBy = (source: DueSource, field: string, at: Instant | null): DueTime | null =>
  at === null ? null : { at, source, field };

/** The first of several promises that was made: the closer one is named first. */
export const firstOf = (...times: readonly (DueTime | null)[]): DueTime | null =>
  times.find((time) => time !== null) ?? null;

/** The earliest of several promises, all of which hold. */
export const earliestOf = (...times: readonly (DueTime | null)[]): DueTime | null =>
  times.reduce((first, time) => (first === null || (time !== null && time.at < first.at) ? time : first), null);

/** By the end of the first day on which the bid says that the work can begin. */
export const onFirstDay = ({ startDate, zones }: Pick<Agreed, "startDate" | "zones">): DueTime | null =>
  dueBy("bid", "startDate", startDate === null ? null : endOfDay(startDate, zones.hub));

/** The day itself, or the Monday after a weekend, on which no bank pays. */
const onWorkingDay = (day: LocalDate): LocalDate => (isWeekend(day) ? onWorkingDay(addDays(day, 1)) : day);

/** The last moment of so many days after that of `since`, where the result is. `from` and `to` are zones. */
export const endOfDays = (
  since: Instant,
  days: number,
  { from, to }: { readonly from: string; readonly to: string },
): Instant => endOfDay(addDays(dayOf(since, from), days), to);

/** The same by one calendar; where the last day is a weekend, the end of the working day after it. */
export const endOfWorkingDays = (since: Instant, days: number, zone: string): Instant =>
  endOfDay(onWorkingDay(addDays(dayOf(since, zone), days)), zone);

const workingDaysFrom = (day: LocalDate, before: LocalDate): number =>
  day >= before ? 0 : (isWeekend(day) ? 0 : 1) + workingDaysFrom(addDays(day, 1), before);

const workingDaysAfter = (day: LocalDate, days: number): LocalDate =>
  days === 0 ? onWorkingDay(day) : workingDaysAfter(onWorkingDay(addDays(day, 1)), days - 1);

/**
 * A promise of days that end on a working day, which stand still while the other side owes an answer: each working day that ends before the
 * answer moves it by one, so that a question which is answered on its own day moves nothing. Time after it had passed is not given back.
 */
export function workingDaysStandingStill(
  due: DueTime | null,
  since: Instant | null,
  { withBuyer, zone }: { readonly withBuyer: readonly Omit<WithBuyer, "side">[]; readonly zone: string },
): DueTime | null {
  if (due === null || since === null) return due;
  let [at, counted] = [due.at, since];
  for (const { from, to } of withBuyer.toSorted((a, b) => a.from - b.from)) {
    if (to === null || from >= at || to <= counted) continue;
    const ended = workingDaysFrom(dayOf(instant(Math.max(from, counted)), zone), dayOf(to, zone));
    if (ended > 0) at = endOfDay(workingDaysAfter(dayOf(at, zone), ended), zone);
    counted = to;
  }
  return at === due.at ? due : { ...due, at, stood: { ms: at - due.at, by: "answer" } };
}

/** By the most days that the bid promises, counted from the day on which the buyer's part was done, as the kind counts them. */
export function withinDays<Known extends Pick<Agreed, "transitDays">>(
  known: Known,
  since: Instant | null,
  daysEnd: (known: Known, since: Instant, days: number) => Instant,
): DueTime | null {
  const { transitDays } = known;
  if (transitDays === null || since === null) return null;
  return dueBy("bid", "transitDays", daysEnd(known, since, transitDays.max));
}
