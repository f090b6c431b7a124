import { type TypeOfList, choice, day, degrees, flag, group, list, number, rows, text } from "../member-list";
import {
  CHECKLIST_MAX,
  CHECKPOINTS,
  HOLD_RULES,
  INSPECTION_TYPES,
  LOT_SIZE_MAX,
  NAMED_TESTS,
  PHOTO_SUBJECTS,
  PRODUCTS_MAX,
  REPORT_LANGUAGES,
  SITE_TESTS,
  SPECIAL_TESTS_MAX,
  STANDARDS,
} from "./choices";
import { AQLS, AQL_PRESET_NAMES, LEVELS, SEVERITIES, SPECIAL_LEVELS } from "./sampling";

const option = <const Group extends string>(group: Group) => `service-inspection.option.${group}` as const;
const LANGUAGE = { values: REPORT_LANGUAGES, words: "services.language", fold: "report", width: 4 } as const;
const LIMIT = { values: [0, ...AQLS], refusal: "aql_unknown", isRequired: true, fold: "limits", width: 4 } as const;

/** What a request for inspection says, in the order of its form. */
export const inspectionFields = [
  choice("type", { values: INSPECTION_TYPES, words: option("type"), isRequired: true, box: 1 }),
  day("date", { isRequired: true, box: 2 }),
  text(
    "manufacturer",
    { max: 160, width: 12, box: 5, span: 2, book: "factory.name" },
    "Who makes the goods; stands in the report",
  ),
  text("factoryAddress", { max: 300, isRequired: true, width: 12, box: 6, span: 2, book: "factory.address" }),
  group("factoryPosition", { description: "Where the goods are, so that photos from elsewhere are pointed out" }, [
    degrees("latE6", { most: 90, isRequired: true, field: "factoryLat", width: 6, book: "factory.lat" }),
    degrees("lonE6", { most: 180, isRequired: true, field: "factoryLon", width: 6, book: "factory.lon" }),
  ]),
  choice("standard", { values: STANDARDS, words: option("standard"), box: 7 }, "iso-2859-1 where not given"),
  rows("products", { max: PRODUCTS_MAX }, [
    text("name", { max: 120, isRequired: true, width: 8 }, "Product, style or SKU"),
    number("quantity", { min: 1, max: LOT_SIZE_MAX, isRequired: true, width: 4 }, "Ordered, in pieces"),
  ]),
  number(
    "lotSize",
    { min: 1, max: LOT_SIZE_MAX, width: 4, box: 11 },
    "The sum of the products' quantities where not given",
  ),
  choice("level", { values: LEVELS, width: 4, box: 8 }),
  choice("severity", { values: SEVERITIES, words: option("severity"), width: 4, box: 9 }, "normal where not given"),
  choice(
    "aqlPreset",
    { values: AQL_PRESET_NAMES, words: option("aqlPreset"), width: 12 },
    "usual is 0 / 2.5 / 4.0, high_value 0 / 1.5 / 2.5; holds where aql is not given",
  ),
  group("aql", { box: 10 }, [
    choice("critical", { ...LIMIT, field: "aqlCritical" }),
    choice("major", { ...LIMIT, field: "aqlMajor" }),
    choice("minor", { ...LIMIT, field: "aqlMinor" }),
  ]),
  day("alternativeDate", { fold: "times", box: 3 }),
  day("loadingDate", { fold: "times", box: 4 }, "The deal's ready date where not given"),
  flag(
    "isVisitEarly",
    { fold: "times", width: 12, box: 26 },
    "Whether who watches a loading is meant to come before its day, or before the goods are fetched where no day is given",
  ),
  number(
    "madePercent",
    { min: 0, max: 100, unit: "percent", fold: "times", box: 15 },
    "Expected to be finished on the date",
  ),
  number(
    "packedPercent",
    { min: 0, max: 100, unit: "percent", fold: "times", box: 16 },
    "Expected to be packed on the date",
  ),
  number(
    "checksPerUnit",
    { min: 1, max: 50, fold: "times", width: 4, box: 12 },
    "Checks on each unit, half a minute each and six minutes a unit at most; where not given, as many as the checklist has items without a sample of their own, and 3 at least (1 where defects are sorted out)",
  ),
  number("labTests", { min: 1, max: 100, fold: "times", width: 4, box: 13 }),
  number("containers", { min: 1, max: 100, fold: "times", width: 4, box: 14 }, "Loaded at the same time"),
  rows("specialTests", { max: SPECIAL_TESTS_MAX, fold: "tests", box: 17, span: 2 }, [
    choice("test", { values: NAMED_TESTS, words: option("test"), isRequired: true, width: 4 }),
    text("text", { max: 80, width: 4 }, "Names the test where it is another one"),
    choice("level", { values: SPECIAL_LEVELS, isRequired: true, width: 4 }),
  ]),
  list("siteTests", { values: SITE_TESTS, words: option("test"), fold: "tests", width: 12, box: 18 }),
  rows("checklist", { max: CHECKLIST_MAX, fold: "tests" }, [
    choice("code", { values: CHECKPOINTS, words: option("checkpoint"), width: 4 }),
    text("text", { max: 200, width: 8 }, "Required where no code is given"),
    text("method", { max: 120, width: 4 }),
    text("tolerance", { max: 80, width: 4 }),
    text("tool", { max: 80, width: 4 }),
    choice("level", { values: LEVELS, width: 4 }, "A sample of its own; every drawn unit where not given"),
    flag("isCritical", { width: 8 }, "A failure is a critical defect"),
  ]),
  text("packing", { max: 300, isLong: true, fold: "report", box: 19, span: 2 }),
  text("marks", { max: 300, isLong: true, fold: "report", box: 20, span: 2 }),
  flag("hasGoldenSample", { fold: "report", width: 12, box: 21 }),
  list("photosWanted", { values: PHOTO_SUBJECTS, words: option("photo"), fold: "report", width: 12, box: 22 }),
  choice("reportLanguage", { ...LANGUAGE, box: 23 }),
  choice("secondReportLanguage", LANGUAGE),
  choice(
    "holdRule",
    { values: HOLD_RULES, words: option("hold"), fold: "report", width: 4, box: 24 },
    "What stops when the lot fails",
  ),
  text("remarks", { max: 1_000, isLong: true, fold: "report", width: 12, box: 25, span: "all" }),
] as const;
export type InspectionSpec = TypeOfList<typeof inspectionFields>;
