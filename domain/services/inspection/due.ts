import { addDays, dayOf, type Instant, isWeekend, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import type { InspectionType } from "./choices";
import type { InspectionSpec } from "./spec";
import {
  type Agreed,
  type CountedBy,
  type DueSource,
  type DueTimes,
  dueBy,
  endOfDay,
  endOfDays,
  hoursAfter,
  onFirstDay,
  type PromisedHours,
  withinDays,
} from "../due-time";
import type { InspectionTerms } from "./terms";

/** An inspection should end this many working days before the goods are loaded, or nobody can mend what it finds. */
export const WORKING_DAYS_BEFORE_LOADING = 2;

/** Goods are packed by four fifths in the last few working days before they are ready. Our choice. */
export const PACKED_WORKING_DAYS_BEFORE = 3;

const BEFORE_LOADING: readonly InspectionType[] = [
  "initial_production",
  "during_production",
  "pre_shipment",
  "defect_sorting",
];

/** Visits to goods that are made: before they are ready too few of them are there. */
const OF_MADE_GOODS: readonly InspectionType[] = ["pre_shipment", "defect_sorting", "border_reinspection"];

type Watched = Pick<InspectionSpec, "type" | "loadingDate" | "isVisitEarly">;

/** The day of a loading that is to be watched, as its request names it; null where it names none, or wants somebody to come sooner. */
export const watchedDayOf = ({ type, loadingDate, isVisitEarly = false }: Partial<Watched>): LocalDate | null =>
  type === "container_loading" && !isVisitEarly ? (loadingDate ?? null) : null;

type GoodsDays = { readonly readyDate: LocalDate; readonly leaveDay: LocalDate };

/**
 * From which day the goods are there for a visit: ready, or where their loading is watched loaded, by the request's own word or else because they are
 * fetched then. Null for visits that come sooner, or to no goods.
 */
export function goodsDayOf(spec: Watched & Pick<InspectionSpec, "date">, days: GoodsDays): LocalDate | null {
  if (spec.type !== "container_loading") return OF_MADE_GOODS.includes(spec.type) ? days.readyDate : null;
  return spec.isVisitEarly ? spec.date : (spec.loadingDate ?? days.leaveDay);
}

// Enough to say "in good time"; a request may name a day years away.
const COUNTED_DAYS_MAX = 30;

/** Mondays to Fridays after `from` up to and with `to`, counted up to 30 calendar days; 0 where `to` does not come later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let ahead = 1; ahead <= COUNTED_DAYS_MAX; ahead++) {
    const day = addDays(from, ahead);
    if (day > to) break;
    if (!isWeekend(day)) count += 1;
  }
  return count;
}

/** Whether the inspection is to come before the goods are loaded. */
export const isBeforeLoading = ({ type }: Pick<InspectionSpec, "type">): boolean => BEFORE_LOADING.includes(type);

/** The day of loading that a request itself names and is held against; null for types that are not about goods before their loading. */
export const loadingDayOf = ({ type, loadingDate }: Pick<InspectionSpec, "type" | "loadingDate">): LocalDate | null =>
  isBeforeLoading({ type }) ? (loadingDate ?? null) : null;

type Known = Agreed<InspectionSpec, InspectionTerms>;
type Visit = { readonly day: LocalDate; readonly source: DueSource; readonly field: string };

/** The day of the first visit by the two parties: one that the buyer wants and the bidder offers, else the first that the bidder offers, else the one wanted. */
function offeredVisit({ spec, terms }: Pick<Known, "spec" | "terms">): Visit | null {
  const { date, alternativeDate } = spec;
  const offered = [...(terms.dateSlots ?? [])].sort();
  const isFree = (day: LocalDate | undefined) => day !== undefined && (offered.length === 0 || offered.includes(day));
  if (date !== undefined && isFree(date)) return { day: date, source: "request", field: "date" };
  if (alternativeDate !== undefined && offered.includes(alternativeDate))
    return { day: alternativeDate, source: "request", field: "alternativeDate" };
  const [first] = offered;
  return first === undefined ? null : { day: first, source: "bid", field: "dateSlots" };
}

/** The day of the first visit: that on which the two parties agree, but of a loading that is watched none before the day that the request names for it. */
export function visitOf(known: Pick<Known, "spec" | "terms">): Visit | null {
  const [visit, loadingDay] = [offeredVisit(known), watchedDayOf(known.spec)];
  const isBefore = loadingDay !== null && (visit === null || visit.day < loadingDay);
  return isBefore ? { day: loadingDay, source: "request", field: "loadingDate" } : visit;
}

/** The hours by which a bid promises the report, in place of its days. */
export const reportPromise = ({ reportHours }: Partial<InspectionTerms>): PromisedHours | null =>
  reportHours === undefined ? null : { field: "reportHours", hours: reportHours };

/** Days of an inspection are counted where the goods are. */
const inspectionDaysEnd = ({ zones }: CountedBy, since: Instant, days: number): Instant =>
  endOfDays(since, days, { from: zones.origin, to: zones.origin });

/**
 * By when each step of an inspection is due. A draft of the report is nobody's promise, and the decision on the goods is the buyer's. The days that
 * were asked for and offered are those of the first visit: of a later one its own booking names the day, once the goods were mended, and the
 * report alone is due, by the same hours or days, which run from the arrival.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | scheduled, inspector_assigned | the beginning of the day of the visit; without one, the first day of the work | request: date, alternativeDate, loadingDate; bid: dateSlots, startDate |
 * | on_site | the end of that day | the same |
 * | report_issued | the hours to the report, from leaving the site; until that is on record from the end of the day on site, or before the visit of its agreed day, when it is left at the latest; where no hours are promised, the most days from the agreed day of the visit, or where none was agreed from the arrival | bid: reportHours, transitDays |
 */
export function inspectionDue(known: Known): DueTimes {
  const { terms, happenedAt, zones, visitAskedAt = null, siteLeftAt = null } = known;
  const { origin } = zones;
  const arrivedAt = happenedAt("on_site");
  const onSite = arrivedAt !== null && arrivedAt >= (visitAskedAt ?? arrivedAt) ? arrivedAt : null;
  const visit = visitAskedAt === null ? visitOf(known) : null;
  const dayOnSite = onSite === null ? (visit?.day ?? null) : dayOf(onSite, origin);
  const siteLeft = dayOnSite && (siteLeftAt ?? endOfDay(dayOnSite, origin));
  const report = (daysFrom: Instant | null) =>
    terms.reportHours === undefined
      ? withinDays(known, daysFrom, inspectionDaysEnd)
      : dueBy("bid", "reportHours", hoursAfter(siteLeft, terms.reportHours));
  if (visitAskedAt !== null) return { report_issued: report(onSite) };
  const begins = visit ? dueBy(visit.source, visit.field, startOfDay(visit.day, origin)) : onFirstDay(known);
  return {
    scheduled: begins,
    inspector_assigned: begins,
    on_site: visit && dueBy(visit.source, visit.field, endOfDay(visit.day, origin)),
    report_issued: report(visit ? startOfDay(visit.day, origin) : onSite),
  };
}
