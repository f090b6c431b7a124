import type { InspectionType, PhotoSubject } from "../../services/inspection/choices";
import { SAMPLED_TYPES } from "../../services/inspection/choices";
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

// To open, count and draw the cartons, and for packing, photos and the close; then the quickest goods there are, and a named test.
const FIXED_MINUTES = 105;
const MINUTES_PER_UNIT = 0.5;
const MINUTES_PER_TEST = 10;
const LEAST_SHARE = 0.5;

/** Half of the time in which the sample can be looked at, for the quickest goods (fruit, half a minute a unit). */
const leastForSample = ({ units, tests }: Pick<RoundPlan, "units" | "tests">): number =>
  Math.ceil((FIXED_MINUTES + units * MINUTES_PER_UNIT + tests.length * MINUTES_PER_TEST) * LEAST_SHARE);

/** What a visit that began at `arrivedAt` must at least have; null before the first day of the rules. */
export function leastVisitOf(plan: Pick<RoundPlan, "type" | "units" | "tests">, arrivedAt: Instant): LeastVisit | null {
  const day = dayOf(arrivedAt);
  const least = RULES.find(({ from }) => from <= day)?.types[plan.type];
  if (!least) return null;
  if (!SAMPLED_TYPES.includes(plan.type) || plan.units === 0) return least;
  return { ...least, minutes: Math.max(least.minutes, leastForSample(plan)) };
}
