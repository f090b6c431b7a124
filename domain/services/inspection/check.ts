import type { Shipment } from "../shipment";
import type { Beside } from "../kind";
import { type SpecIssue, type SpecWarning, specIssue } from "../spec-issue";
import { LOT_SIZE_MAX, SAMPLED_TYPES } from "./choices";
import type { LocalDate } from "@/domain/shared/local-date";
import { missingOf } from "../requirement";
import { inspectionRequired } from "./form";
import type { InspectionSpec } from "./spec";
import { isBeforeLoading, PACKED_WORKING_DAYS_BEFORE, workingDaysBetween } from "./due";
import { orderedPieces } from "./work";

/** Before shipment all goods are made and at least this share is packed, or the sample does not speak for the lot. */
export const PACKED_PERCENT_MIN = 80;
export const MADE_PERCENT_MIN = 100;
/** During production a first part of the goods is made and the rest can still be put right. The trade's usual window. */
const MADE_DURING_PRODUCTION = { min: 20, max: 50 } as const;

/**
 * The share that is packed on the day, as far as it is a wish of the type: before shipment as the request says, all where loading is watched,
 * which nobody asks for; null for every other type, which looks at goods before they are packed, or at no goods at all.
 */
export function packedWished({ type, packedPercent }: Pick<InspectionSpec, "type" | "packedPercent">): number | null {
  if (type === "container_loading") return 100;
  return type === "pre_shipment" ? (packedPercent ?? null) : null;
}

/**
 * What `inspectionRequired` names of the lot and its sample. Product lines add up to the lot size
 * where both are given.
 */
function checkSample(spec: InspectionSpec): SpecIssue[] {
  const issues = missingOf(inspectionRequired, spec, {});
  const isSampled = SAMPLED_TYPES.includes(spec.type);
  const ordered = orderedPieces(spec);
  if (ordered !== null && spec.lotSize !== undefined && ordered !== spec.lotSize)
    issues.push(specIssue("lotSize", "lot_size_not_sum", { ordered }));
  if (ordered !== null && ordered > LOT_SIZE_MAX)
    issues.push(specIssue("products", "lot_too_large", { max: LOT_SIZE_MAX }));
  if (!isSampled && spec.specialTests !== undefined)
    issues.push(specIssue("specialTests", "special_tests_without_sample"));
  return issues;
}

/** The second date follows the first; goods are not loaded before the inspection that is to come before their loading. */
function checkDates(spec: InspectionSpec): SpecIssue[] {
  const issues: SpecIssue[] = [];
  if (spec.alternativeDate !== undefined && spec.alternativeDate <= spec.date)
    issues.push(specIssue("alternativeDate", "alternative_date_not_later"));
  if (isBeforeLoading(spec) && spec.loadingDate !== undefined && spec.loadingDate < spec.date)
    issues.push(specIssue("loadingDate", "loading_before_inspection"));
  return issues;
}

/** A pre-shipment inspection waits until all is made and 80 percent are packed; one during production comes while 20 to 50 percent are made. */
function checkProgress({ type, madePercent: given, packedPercent = 100 }: InspectionSpec): SpecIssue[] {
  const { min, max } = MADE_DURING_PRODUCTION;
  if (type === "during_production" && given !== undefined && (given < min || given > max))
    return [specIssue("madePercent", "made_outside_production", { min, max })];
  if (type !== "pre_shipment") return [];
  const issues: SpecIssue[] = [];
  const madePercent = given ?? MADE_PERCENT_MIN;
  if (madePercent < MADE_PERCENT_MIN) issues.push(specIssue("madePercent", "not_all_made"));
  if (packedPercent < PACKED_PERCENT_MIN)
    issues.push(specIssue("packedPercent", "packed_too_little", { min: PACKED_PERCENT_MIN }));
  return issues;
}

/** A line of a list says what it is about, and says it once. */
function checkLists({ checklist = [], specialTests = [] }: InspectionSpec): SpecIssue[] {
  const issues: SpecIssue[] = [];
  for (const [at, item] of checklist.entries())
    if (item.code === undefined && item.text === undefined)
      issues.push(specIssue(`checklist.${at}.text`, "checkpoint_missing"));
  const named = new Set<string>();
  for (const [at, { test, text = "" }] of specialTests.entries()) {
    const name = test === "other" ? `other ${text}` : test;
    if (test === "other" && text === "") issues.push(specIssue(`specialTests.${at}.text`, "test_name_missing"));
    else if (named.has(name)) issues.push(specIssue(`specialTests.${at}.test`, "test_named_twice"));
    named.add(name);
  }
  return issues;
}

/** A second language of the report is another one than the first. */
function checkLanguages({ reportLanguage, secondReportLanguage }: InspectionSpec): SpecIssue[] {
  if (secondReportLanguage === undefined) return [];
  return reportLanguage === secondReportLanguage ? [specIssue("secondReportLanguage", "languages_equal")] : [];
}

/** All rules between the members of a request for inspection. */
export const checkInspection = (spec: InspectionSpec): SpecIssue[] => [
  ...checkSample(spec),
  ...checkDates(spec),
  ...checkProgress(spec),
  ...checkLists(spec),
  ...checkLanguages(spec),
];

/** Whether the goods cannot be as far on that day as the type needs them: ready where their loading is watched, nearly all packed before shipment. */
function isTooEarly({ type, date }: InspectionSpec, readyDate: LocalDate): boolean {
  if (type === "pre_shipment") return workingDaysBetween(date, readyDate) > PACKED_WORKING_DAYS_BEFORE;
  return type === "container_loading" && date < readyDate;
}

/**
 * Air freight is built up by the airport's handlers behind security: no container is loaded and sealed at the seller's that an inspector could
 * watch. Who comes long before the goods are ready finds too few of them.
 */
export function inspectionWarnings(
  spec: InspectionSpec,
  { mode, readyDate }: Pick<Shipment, "mode" | "readyDate">,
): SpecWarning[] {
  const { type } = spec;
  const tooEarly = { key: `${type}_too_early`, values: { readyDate, packed: PACKED_PERCENT_MIN } };
  return [
    ...(type === "container_loading" && mode === "air" ? [{ key: "loading_by_air" }] : []),
    ...(isTooEarly(spec, readyDate) ? [tooEarly] : []),
  ];
}

/** Who watches a container being loaded comes before the goods are fetched, or as they are: after the last day of the pick-up nothing is left to watch. */
export function inspectionConflicts({ type, date }: InspectionSpec, { lastPickUpDay }: Beside): SpecWarning[] {
  if (type !== "container_loading" || lastPickUpDay === null || date <= lastPickUpDay) return [];
  return [{ key: "loading_after_pickup", values: { lastPickUpDay } }];
}
