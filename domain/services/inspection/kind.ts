import type { Beside, ServiceKind, Shipment } from "../kind";
import { specIssue, type SpecWarning } from "../spec-issue";
import { ruleOf, specCheck } from "../spec-rule";
import { LOT_SIZE_MAX, photosOf, SAMPLED_TYPES } from "./choices";
import { isWeekend, type LocalDate } from "@/domain/shared/time";
import { inspectionRequired, inspectionSpecForm } from "./form";
import { inspectionTermsForm } from "./terms-form";
import { type InspectionSpec, inspectionFields } from "./spec";
import { bookSlotsOf } from "../address-book";
import { leavesOf } from "../member-list";
import {
  inspectionDue,
  isBeforeLoading,
  PACKED_WORKING_DAYS_BEFORE,
  reportPromise,
  watchedDayOf,
  WORKING_DAYS_BEFORE_LOADING,
  workingDaysBetween,
} from "./due";
import { manDaysMilli, orderedPieces, planOf, testPlanOf, visitOf } from "./work";
import { afterWork, type EarliestRule, laterOf } from "../earliest";
import { cargoQuantities, ONE, quantitiesOf, times } from "../quantities";
import { inspectionFigures, labTestsOf } from "./figures";
import { inspectionSpecSchema, inspectionTermsSchema } from "./schema";
import type { InspectionTerms } from "./terms";

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

const rule = ruleOf<InspectionSpec>();

/** Product lines add up to the lot size where both are given, and to no more than a lot; tests are made of a sample. */
const SAMPLE = [
  rule(["lotSize", "products"], ({ lotSize, products }) => {
    const ordered = orderedPieces({ products });
    return ordered !== null && lotSize !== undefined && ordered !== lotSize
      ? [specIssue("lotSize", "lot_size_not_sum", { ordered })]
      : [];
  }),
  rule(["products"], (spec) =>
    (orderedPieces(spec) ?? 0) > LOT_SIZE_MAX ? [specIssue("products", "lot_too_large", { max: LOT_SIZE_MAX })] : [],
  ),
  rule(["type", "specialTests"], ({ type, specialTests }) =>
    specialTests !== undefined && !SAMPLED_TYPES.includes(type)
      ? [specIssue("specialTests", "special_tests_without_sample")]
      : [],
  ),
];

/**
 * The second date follows the first; goods are not loaded before the inspection that is to come before their loading, and a loading is not watched
 * before its day, unless somebody has said that it is meant.
 */
const DATES = [
  rule(["date", "alternativeDate"], ({ date, alternativeDate }) =>
    alternativeDate !== undefined && alternativeDate <= date
      ? [specIssue("alternativeDate", "alternative_date_not_later")]
      : [],
  ),
  rule(["type", "date", "loadingDate"], ({ type, date, loadingDate }) =>
    isBeforeLoading({ type }) && loadingDate !== undefined && loadingDate < date
      ? [specIssue("loadingDate", "loading_before_inspection")]
      : [],
  ),
  rule(["type", "date", "loadingDate", "isVisitEarly"], ({ date, ...spec }) => {
    const loadingDate = watchedDayOf(spec);
    return loadingDate !== null && date < loadingDate
      ? [specIssue("isVisitEarly", "visit_before_loading", { loadingDate })]
      : [];
  }),
];

/** A pre-shipment inspection waits until all is made and 80 percent are packed; one during production comes while 20 to 50 percent are made. */
const PROGRESS = [
  rule(["type", "madePercent"], ({ type, madePercent }) => {
    const { min, max } = MADE_DURING_PRODUCTION;
    if (type === "during_production" && madePercent !== undefined && (madePercent < min || madePercent > max))
      return [specIssue("madePercent", "made_outside_production", { min, max })];
    return type === "pre_shipment" && (madePercent ?? MADE_PERCENT_MIN) < MADE_PERCENT_MIN
      ? [specIssue("madePercent", "not_all_made")]
      : [];
  }),
  rule(["type", "packedPercent"], ({ type, packedPercent = 100 }) =>
    type === "pre_shipment" && packedPercent < PACKED_PERCENT_MIN
      ? [specIssue("packedPercent", "packed_too_little", { min: PACKED_PERCENT_MIN })]
      : [],
  ),
];

/** A line of a list says what it is about, and says it once. */
const LISTS = [
  rule(["checklist"], ({ checklist = [] }) =>
    checklist.flatMap(({ code, text }, at) =>
      code === undefined && text === undefined ? [specIssue(`checklist.${at}.text`, "checkpoint_missing")] : [],
    ),
  ),
  rule(["specialTests"], ({ specialTests = [] }) => {
    const named = new Set<string>();
    return specialTests.flatMap(({ test, text = "" }, at) => {
      const name = test === "other" ? `other ${text}` : test;
      const isTwice = named.has(name);
      named.add(name);
      if (test === "other" && text === "") return [specIssue(`specialTests.${at}.text`, "test_name_missing")];
      return isTwice ? [specIssue(`specialTests.${at}.test`, "test_named_twice")] : [];
    });
  }),
];

/** A second language of the report is another one than the first. */
const LANGUAGES = rule(["reportLanguage", "secondReportLanguage"], ({ reportLanguage, secondReportLanguage }) =>
  secondReportLanguage !== undefined && reportLanguage === secondReportLanguage
    ? [specIssue("secondReportLanguage", "languages_equal")]
    : [],
);

/** Photos are wanted of what the type of the visit gets to see: whatever is wanted has to be taken. */
const PHOTOS = rule(["type", "photosWanted"], ({ type, photosWanted = [] }) =>
  photosWanted.every((subject) => photosOf(type).includes(subject))
    ? []
    : [specIssue("photosWanted", "photo_not_of_loading")],
);

/** What `inspectionRequired` names of the lot and its sample, and all rules between the members of a request for inspection. */
export const checkInspection = specCheck(inspectionRequired, [
  ...SAMPLE,
  ...DATES,
  ...PROGRESS,
  ...LISTS,
  PHOTOS,
  LANGUAGES,
]);

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

/**
 * Who watches a container being loaded comes while the goods are fetched, and who inspects goods before their loading early enough in that time to
 * have mended what is found: after the last day of the pick-up nothing is left to see, which is a fault. So is to watch a loading before the first
 * one, where the request names no day of loading itself and does not say that it is meant.
 */
export function inspectionConflicts(
  { type, date, loadingDate, isVisitEarly = false }: Partial<InspectionSpec>,
  { firstPickUpDay, lastPickUpDay }: Beside,
): SpecWarning[] {
  const isWatched = type === "container_loading";
  const isBefore = type !== undefined && isBeforeLoading({ type });
  if (date === undefined || lastPickUpDay === null || !(isWatched || isBefore)) return [];
  if (date > lastPickUpDay) {
    const values = { lastPickUpDay };
    const [key, fault] = isWatched
      ? (["loading_after_pickup", specIssue("date", "loading_after_pickup", values)] as const)
      : (["date_after_pickup", specIssue("date", "date_after_pickup", values)] as const);
    const haul = { service: "logistics", ...specIssue("pickupTo", "pickup_before_inspection", { date }) } as const;
    return [{ key, values, fault, faultBeside: haul }];
  }
  if (isWatched) {
    if (firstPickUpDay === null || date >= firstPickUpDay) return [];
    const values = { firstPickUpDay };
    const isMeant = loadingDate !== undefined || isVisitEarly;
    const fault = specIssue("isVisitEarly", "loading_before_pickup", values);
    return [{ key: "loading_before_pickup", values, ...(isMeant ? {} : { fault }) }];
  }
  const days = workingDaysBetween(date, lastPickUpDay);
  return loadingDate === undefined && days < WORKING_DAYS_BEFORE_LOADING
    ? [{ key: "pickup_too_soon", values: { days, min: WORKING_DAYS_BEFORE_LOADING, lastPickUpDay } }]
    : [];
}

/** Nobody is with the goods before the day of the visit. */
const whenVisited: EarliestRule = ({ visitFrom }) => visitFrom;

// An inspector travels, draws a sample, looks at it and writes: an hour is the least. Our choice.
const whenWritten = afterWork("inspector_assigned", 60);

/** Nothing is written of a visit before its day, where nobody has said that the inspector was there sooner. */
const whenSeen: EarliestRule = (begun) => (begun.happenedAt("on_site") === null ? whenVisited(begun) : null);

/** Inspection is priced by man-day, visit, test and report; how many of each follows from type, lot and limits. */
export const inspection: ServiceKind<InspectionSpec, InspectionTerms> = {
  service: "inspection",
  askedBy: String.raw`验货|质检|\bqc\b|\binspection\b|\bquality check\b|проверк\p{L} качества|инспекци\p{L}*|kiem (?:tra )?(?:hang|chat luong)|сапа инспекци\p{L}*|сапаны тексеру`,
  specSchema: inspectionSpecSchema,
  specForm: inspectionSpecForm,
  bookSlots: bookSlotsOf(leavesOf(inspectionFields).map(({ entry }) => entry)),
  termsSchema: inspectionTermsSchema,
  termsForm: inspectionTermsForm,
  required: inspectionRequired,
  checkSpec: checkInspection,
  plannedDays: ["date", "alternativeDate", "loadingDate"],
  warnings: inspectionWarnings,
  conflicts: inspectionConflicts,
  chargeCodes: ["MND", "TRV", "LAB", "RPT"],
  stopReasons: ["goods_not_ready", "site_not_open"],
  lateReasons: ["goods_not_ready", "road_or_weather"],
  milestones: [
    { code: "scheduled" },
    { code: "inspector_assigned" },
    {
      ...{ code: "on_site", startsDays: true, earliest: whenVisited, isAppointment: true },
      brings: ["photo", "position"],
    },
    { code: "report_drafted", earliest: whenSeen },
    {
      ...{ code: "report_issued", isDelivery: true, brings: ["document"] },
      earliest: (begun) => laterOf(whenWritten(begun), whenSeen(begun)),
    },
    { code: "buyer_decided" },
  ],
  evidenceFields: () => ["seals", "containerNumber", "grossWeight"],
  deliverables: ["inspection_report", "photographs", "corrective_action_request", "lab_report"],
  deliverableSteps: { inspection_report: "report_issued" },
  // Corrections are asked for where something failed, and a laboratory is sent samples where tests were ordered.
  owed: (spec) => ["inspection_report", "photographs", ...(labTestsOf(spec) > 0 ? ["lab_report"] : [])],
  dueTimes: inspectionDue,
  promisedHours: reportPromise,
  hoursAlone: "reportHours",
  suggestedCharges(spec) {
    return [
      ...(manDaysMilli(spec) === null
        ? []
        : ([
            { code: "MND", basis: "man_day" },
            { code: "TRV", basis: "visit" },
          ] as const)),
      ...(labTestsOf(spec) > 0 ? ([{ code: "LAB", basis: "test" }] as const) : []),
      { code: "RPT", basis: "report" },
      ...(manDaysMilli(spec) === null ? [] : ([{ code: "MND", basis: "reinspection" }] as const)),
    ];
  },
  quantities(spec, shipment) {
    const manDays = manDaysMilli(spec);
    const labTests = labTestsOf(spec);
    return quantitiesOf({
      ...cargoQuantities(shipment),
      man_day: manDays ?? "contingent",
      visit: manDays === null ? "contingent" : ONE,
      test: labTests > 0 ? times(labTests) : "contingent",
      report: ONE,
      hour: "contingent",
      reinspection: "contingent",
      // What a weekend costs more is due at once where the date asked for is one, else only if the day is moved to one.
      weekend_man_day: manDays !== null && isWeekend(spec.date) ? manDays : "contingent",
    });
  },
  basisAmounts: (_spec, shipment) => ({ percent_of_value: shipment.goodsValue }),
  figures: inspectionFigures,
  answerFields: (spec) => ({
    samplingPlan: planOf(spec),
    testPlan: testPlanOf(spec),
    checksInAll: visitOf(spec)?.checks ?? null,
    minutesOnSite: visitOf(spec)?.minutes ?? null,
    manDaysMilli: manDaysMilli(spec),
  }),
};
