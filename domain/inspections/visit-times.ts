import { addDays, DAY_MS, dayOf, type Instant, later, type LocalDate, MINUTE_MS } from "../shared/time";
import { startOfDay } from "../shared/zones";
import { accept, type Refusal, refuse, type Result } from "../shared/result";

// A phone's clock may run ahead by so much without being called wrong, as with every step that is reported.
const CLOCK_DRIFT_MS = 5 * MINUTE_MS;

/** Whole minutes on site, from the arrival until the inspector left; null while either is not told. */
export const minutesOfVisit = (visit: {
  readonly checkedInAt: Instant | null;
  readonly checkedOutAt: Instant | null;
}): number | null =>
  visit.checkedInAt === null || visit.checkedOutAt === null
    ? null
    : Math.floor((visit.checkedOutAt - visit.checkedInAt) / MINUTE_MS);

/** Whether somebody can have come, or left, at this time. Refuses one that has not been yet, and leaving before coming. */
export function checkVisitTime(
  occurredAt: Instant,
  of: { readonly now: Instant; readonly checkedInAt: Instant | null },
): Result<void, Refusal<"occurred_in_future" | "left_before_arrival">> {
  if (occurredAt > later(of.now, CLOCK_DRIFT_MS)) return refuse("occurred_in_future");
  return of.checkedInAt !== null && occurredAt < of.checkedInAt ? refuse("left_before_arrival") : accept(undefined);
}

/** Whether a visit can be booked for a day where the goods are, in `zone`. Refuses `visit_in_past` a day before today there. */
export const checkPlannedDay = (
  plannedDay: LocalDate,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Result<void, Refusal<"visit_in_past">> =>
  plannedDay < dayOf(now, zone) ? refuse("visit_in_past") : accept(undefined);

const laterDayOf = (day: LocalDate, other: LocalDate | null): LocalDate =>
  other !== null && other > day ? other : day;

/**
 * Whether a visit is booked for the day that was agreed for it, `due` at the latest, or somebody has said that a later one is meant: refuses
 * `visit_after_due` with the agreed day where the goods are, in `zone`. Where no day was agreed any is taken.
 * A loading that is watched is awaited until its own day (`loadingDay`), whatever sooner one was agreed. Of it the refusal names the last day of the
 * pick-up too (`pickUp`), where the visit comes after it: nothing is left to watch then.
 */
export function checkAgreedDay(
  plannedDay: LocalDate,
  of: {
    readonly due: Instant | null;
    readonly zone: string;
    readonly isConfirmed: boolean;
    readonly loadingDay: LocalDate | null;
    readonly lastPickUpDay: LocalDate | null;
  },
): Result<void, Refusal<"visit_after_due">> {
  const agreed = of.due === null ? plannedDay : laterDayOf(dayOf(of.due, of.zone), of.loadingDay);
  if (plannedDay <= agreed || of.isConfirmed) return accept(undefined);
  const fetchedBy = of.lastPickUpDay ?? plannedDay;
  return refuse("visit_after_due", { day: agreed, pickUp: plannedDay > fetchedBy ? fetchedBy : "none" });
}

/** The day that a booking begins with: the agreed one while it has not passed, else tomorrow. */
export const dayToBook = (agreed: LocalDate | null, today: LocalDate): LocalDate =>
  agreed !== null && agreed >= today ? agreed : addDays(today, 1);

type GoodsToSee = {
  readonly goodsDay: LocalDate | null;
  readonly due: Instant | null;
  readonly zone: string;
  readonly isConfirmed: boolean;
  readonly isWatched: boolean;
};

/** What of the days from `day` on may be booked: any, those up to the agreed one, the agreed one alone, or `day` alone where a loading is watched that the agreed one comes before. */
function daysToBook(
  day: LocalDate,
  agreed: LocalDate | null,
  isWatched: boolean,
): "later" | "until" | "agreed" | "that" {
  if (agreed === null) return "later";
  if (agreed > day) return "until";
  return isWatched && agreed < day ? "that" : "agreed";
}

/**
 * Whether the goods are there on the day of a first visit: refuses `visit_before_goods` a day before them (`goodsDay`) that is before the
 * agreed one too, unless somebody has said that it is meant. Of a loading that is watched (`isWatched`) nothing is to be seen before its day, nor
 * before the agreed one, whichever is later. The refusal names the day that is waited for, and advises none past the agreed one.
 */
export function checkGoodsDay(
  plannedDay: LocalDate,
  { goodsDay, due, zone, isConfirmed, isWatched }: GoodsToSee,
): Result<void, Refusal<"visit_before_goods">> {
  if (goodsDay === null || isConfirmed) return accept(undefined);
  const agreed = due === null ? null : dayOf(due, zone);
  const day = isWatched ? laterDayOf(goodsDay, agreed) : goodsDay;
  if (plannedDay >= day || (!isWatched && agreed !== null && plannedDay >= agreed)) return accept(undefined);
  const because = !isWatched ? "ready" : agreed === day ? "loading" : "pick_up";
  const book = daysToBook(day, agreed, isWatched);
  return refuse("visit_before_goods", { day, because, book, agreed: agreed ?? "none" });
}

/**
 * How long an inspector's phone may show the page of a visit without asking: until the day after the planned one is over, since days end
 * later further west; a day from now where the visit is late; and never longer than a sign-in stands without use (`longestMs`).
 */
export function keptUntil(plannedDay: LocalDate, now: Instant, longestMs: number): Instant {
  const planned = startOfDay(addDays(plannedDay, 2));
  const needed = Math.max(planned, later(now, DAY_MS));
  return later(now, Math.min(needed - now, longestMs));
}
