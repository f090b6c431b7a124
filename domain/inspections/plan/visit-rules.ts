import type { InspectionType, PhotoSubject } from "../../services/inspection/choices";
import { MINUTES_PER_MAN_DAY, minutesOnSite } from "../../services/inspection/work/man-days";
import { dayOf, type LocalDate } from "../../shared/local-date";
import type { Instant } from "../../shared/instant";
import type { RoundPlan } from "./round-plan";

/** What a visit of a type must at least have: minutes on site, what its photos show, and whether anybody has to be there at all. */
type LeastVisit = { readonly minutes: number; readonly photos: readonly PhotoSubject[]; readonly isOnSite: boolean };

type VisitRules = {
  /** For visits that began on this day or later. */
  readonly from: LocalDate;
  readonly source: string;
  readonly types: Readonly<Record<InspectionType, LeastVisit>>;
};

const onSite = (minutes: number, ...photos: readonly PhotoSubject[]): LeastVisit => ({
  minutes,
  photos,
  isOnSite: true,
});

/** The rules by their first day, the latest first. No standard says such figures: all are estimates of ours. */
const RULES: readonly VisitRules[] = [
  {
    from: "2026-01-01" as LocalDate,
    source: "estimate",
    types: {
      initial_production: onSite(45, "product", "factory"),
      during_production: onSite(45, "product", "factory", "measuring"),
      pre_shipment: onSite(45, "product", "packing", "marks", "measuring"),
      container_loading: onSite(60, "empty_container", "half_loaded", "fully_loaded", "doors_sealed"),
      factory_audit: onSite(120, "factory"),
      lab_test: { minutes: 0, photos: ["product"], isOnSite: false },
      defect_sorting: onSite(60, "product", "defects"),
      border_reinspection: onSite(45, "product", "packing"),
    },
  },
];

type Planned = Pick<RoundPlan, "type" | "units" | "tests" | "plannedMinutes">;

const LEAST_SHARE = 0.5;

/**
 * Half of the minutes that were planned, of one man-day at most, since inspectors share what is more. A round that was booked before its
 * plan kept them takes as many as the quickest goods do, which need one check a unit.
 */
function leastForWork({ plannedMinutes, units, tests }: Planned): number {
  const isOlder = plannedMinutes === undefined && units > 0;
  const planned = isOlder ? minutesOnSite({ units, checksPerUnit: 1, tests: tests.length }) : (plannedMinutes ?? 0);
  return Math.ceil(Math.min(planned, MINUTES_PER_MAN_DAY) * LEAST_SHARE);
}

/** What a visit that began at `arrivedAt` must at least have; null before the first day of the rules. */
export function leastVisitOf(plan: Planned, arrivedAt: Instant): LeastVisit | null {
  const day = dayOf(arrivedAt);
  const least = RULES.find(({ from }) => from <= day)?.types[plan.type];
  return least ? { ...least, minutes: Math.max(least.minutes, leastForWork(plan)) } : null;
}
