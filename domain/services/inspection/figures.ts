import type { Figure } from "../kind";
import { SAMPLED_TYPES } from "./choices";
import type { InspectionSpec } from "./spec";
import { loadingDayOf, WORKING_DAYS_BEFORE_LOADING, workingDaysBetween } from "./due";
import { lotSizeOf, manDayRuleOf, manDaysMilli, planOf, testPlanOf, unitsToDraw, visitOf } from "./work";

const MINUTES_PER_HOUR = 60;

/** Tests in a laboratory: as many as asked for, and one where the whole inspection is one. */
export const labTestsOf = (spec: InspectionSpec): number => spec.labTests ?? (spec.type === "lab_test" ? 1 : 0);

function ofSample(spec: InspectionSpec): Figure[] {
  const [rows, lotSize] = [planOf(spec), lotSizeOf(spec)];
  if (!SAMPLED_TYPES.includes(spec.type))
    return [{ key: "sampling_plan", value: { kind: "note", code: `no_sample.${spec.type}` } }];
  if (rows.length === 0 || lotSize === null) return [];
  const drawn = unitsToDraw(rows);
  return [
    { key: "sampling_plan", value: { kind: "plan", rows, tests: testPlanOf(spec) } },
    ...(spec.lotSize === undefined ? [{ key: "lot_size", value: { kind: "count", count: lotSize } } as const] : []),
    { key: "units_to_draw", value: { kind: "count", count: drawn } },
    ...(drawn === lotSize ? [{ key: "full_check", value: { kind: "note", code: "every_unit" } } as const] : []),
  ];
}

/** Hours are shown whole, rounded up; the rule by which man-days follow from them stands beside. */
function ofTime(spec: InspectionSpec): Figure[] {
  const [visit, manDays] = [visitOf(spec), manDaysMilli(spec)];
  const found: Figure[] = [];
  if (visit !== null) {
    const minutes = Math.ceil(visit.minutes / MINUTES_PER_HOUR) * MINUTES_PER_HOUR;
    found.push({ key: "checks_in_all", value: { kind: "count", count: visit.checks } });
    found.push({ key: "hours_on_site", value: { kind: "duration", minutes } });
  }
  if (manDays !== null)
    found.push({ key: "man_days", value: { kind: "quantity", quantityMilli: manDays, unit: "man_day" } });
  if (labTestsOf(spec) > 0) found.push({ key: "lab_tests", value: { kind: "count", count: labTestsOf(spec) } });
  const rule = manDayRuleOf(spec);
  if (rule !== null) found.push({ key: "man_day_rule", value: { kind: "note", ...rule } });
  return found;
}

function ofBooking(spec: InspectionSpec): Figure[] {
  const loadingDay = loadingDayOf(spec);
  if (loadingDay === null) return [];
  const days = workingDaysBetween(spec.date, loadingDay);
  const isSoon = days < WORKING_DAYS_BEFORE_LOADING;
  const values = { days, min: WORKING_DAYS_BEFORE_LOADING, loadingDay };
  return isSoon
    ? [{ key: "before_loading", value: { kind: "note", code: "loading_too_soon", values, isWarning: true } }]
    : [];
}

/** What follows from a request: samples or why there are none, checks, hours, man-days with their rule, and a warning where the loading that it names comes too soon. */
export const inspectionFigures = (spec: InspectionSpec): Figure[] => [
  ...ofSample(spec),
  ...ofTime(spec),
  ...ofBooking(spec),
];
