import type { Instant } from "@/domain/shared/instant";
import type { Agreed, CountedBy, DueSource, DueTimes } from "../../due/agreed";
import { dueBy, endOfDay, endOfDays, firstOf, hoursAfter, onFirstDay, withinDays } from "../../due/due-time";
import { dayOf, type LocalDate, startOfDay } from "@/domain/shared/local-date";
import type { InspectionSpec } from "../spec";
import type { InspectionTerms } from "../terms";

type Known = Agreed<InspectionSpec, InspectionTerms>;
type Visit = { readonly day: LocalDate; readonly source: DueSource; readonly field: string };

/** The day of the visit: a day that the buyer wants and the bidder offers, else the first that the bidder offers, else the one wanted. */
function visitOf({ spec, terms }: Known): Visit | null {
  const { date, alternativeDate } = spec;
  const offered = [...(terms.dateSlots ?? [])].sort();
  const isFree = (day: LocalDate | undefined) => day !== undefined && (offered.length === 0 || offered.includes(day));
  if (date !== undefined && isFree(date)) return { day: date, source: "request", field: "date" };
  if (alternativeDate !== undefined && offered.includes(alternativeDate))
    return { day: alternativeDate, source: "request", field: "alternativeDate" };
  const [first] = offered;
  return first === undefined ? null : { day: first, source: "bid", field: "dateSlots" };
}

/** Days of an inspection are counted where the goods are. */
export const inspectionDaysEnd = ({ zones }: CountedBy, since: Instant, days: number): Instant =>
  endOfDays(since, days, { from: zones.origin, to: zones.origin });

/**
 * By when each step of an inspection is due. A draft of the report is nobody's promise, and the decision on the goods is the buyer's.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | scheduled, inspector_assigned | the beginning of the day of the visit; without one, the first day of the work | request: date, alternativeDate; bid: dateSlots, startDate |
 * | on_site | the end of that day | the same |
 * | report_issued | the hours to the report, from the end of the day on site, since that is when the site is left at the latest; else the most days, from naming the inspector | bid: reportHours, transitDays |
 */
export function inspectionDue(known: Known): DueTimes {
  const { terms, happenedAt, zones } = known;
  const { origin } = zones;
  const visit = visitOf(known);
  const onSite = happenedAt("on_site");
  const begins = visit ? dueBy(visit.source, visit.field, startOfDay(visit.day, origin)) : onFirstDay(known);
  const siteLeft = onSite === null ? null : endOfDay(dayOf(onSite, origin), origin);
  return {
    scheduled: begins,
    inspector_assigned: begins,
    on_site: visit && dueBy(visit.source, visit.field, endOfDay(visit.day, origin)),
    report_issued: firstOf(
      dueBy("bid", "reportHours", hoursAfter(siteLeft, terms.reportHours)),
      withinDays(known, happenedAt("inspector_assigned"), inspectionDaysEnd),
    ),
  };
}
