import type { InspectionType, PhotoSubject } from "../services/inspection/choices";
import { MINUTES_PER_MAN_DAY, minutesOnSite } from "../services/inspection/man-days";
import { dayOf, type Instant, type LocalDate } from "../shared/time";
import type { RoundPlan } from "./round-plan";
import type { Position } from "../shared/position";
import { minutesOfVisit } from "./visit-times";
import type { Gap } from "./check-results";
import type { Results } from "./results/results";

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

type Planned = Pick<RoundPlan, "type" | "units" | "tests" | "plannedMinutes" | "photosWanted">;

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

type Found = Pick<Results, "defects"> | null;

/** What the buyer wants to see; defects can be shown only where some were found. */
const wantedOf = ({ photosWanted = [] }: Planned, found: Found): PhotoSubject[] =>
  photosWanted.filter((subject) => subject !== "defects" || (found?.defects ?? []).length > 0);

/** What a visit that began at `arrivedAt` must at least have by its type and its plan, with what was found so far; null before the first day of the rules. */
export function leastVisitOf(plan: Planned, arrivedAt: Instant, found: Found = null): LeastVisit | null {
  const day = dayOf(arrivedAt);
  const least = RULES.find(({ from }) => from <= day)?.types[plan.type];
  if (!least) return null;
  const photos = [...new Set([...least.photos, ...wantedOf(plan, found)])];
  return { ...least, photos, minutes: Math.max(least.minutes, leastForWork(plan)) };
}

/** What is on record of a visit beside its findings. */
export type OnRecord = {
  readonly checkedInAt: Instant | null;
  readonly checkedOutAt: Instant | null;
  /** Told at check-in. */
  readonly position: Position | null;
  readonly photos: readonly { readonly about: string | null; readonly position: Position | null }[];
  readonly results?: Found;
};

/** What photos show: one that is about a kind of defect that was found shows defects. */
function subjectsOf({ photos, results = null }: OnRecord): Set<string | null> {
  const codes = new Set<string | null>(results?.defects.map(({ code }) => code));
  return new Set(photos.flatMap(({ about }) => (codes.has(about) ? [about, "defects"] : [about])));
}

/**
 * What a visit lacks by `visit-rules`: minutes on site (until it was left, or until `now`), photos that its type must have or that are wanted, and a place: that
 * of the check-in or, where the phone told none then, that of a photo.
 */
export function visitGapsOf(plan: RoundPlan, visit: OnRecord, now: Instant): Gap[] {
  const { checkedInAt, checkedOutAt, position, photos } = visit;
  const least = checkedInAt === null ? null : leastVisitOf(plan, checkedInAt, visit.results);
  if (checkedInAt === null || least === null) return [];
  const minutes = minutesOfVisit({ checkedInAt, checkedOutAt: checkedOutAt ?? now }) ?? 0;
  const shown = subjectsOf(visit);
  const isPlaced = position !== null || photos.some((photo) => photo.position !== null);
  return [
    ...(minutes < least.minutes ? [{ kind: "minutes", has: Math.max(0, minutes), needs: least.minutes } as const] : []),
    ...(least.isOnSite && !isPlaced ? [{ kind: "position" } as const] : []),
    ...least.photos.flatMap((subject) => (shown.has(subject) ? [] : [{ kind: "photo", subject } as const])),
  ];
}
