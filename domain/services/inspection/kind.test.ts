import { describe, expect, test } from "vitest";
import { addDays } from "../../shared/time";
import { shipmentExample } from "../examples";
import { checkInspection, inspectionWarnings, packedWished } from "./kind";
import { CHECKLIST_MAX, CHECKPOINTS, PRODUCTS_MAX, SPECIAL_TESTS_MAX } from "./choices";
import { inspectionSpecSchema } from "./schema";
import { specExample, wireSpecExample } from "./spec-example";

const issuesOf = (changes: object) =>
  checkInspection(specExample(changes), shipmentExample()).map(
    ({ path, message }) => `${path.join(".")} ${message.replace("issue.", "")}`,
  );
const accepts = (changes: object) => inspectionSpecSchema.safeParse({ ...wireSpecExample, ...changes }).success;

const products = [
  { name: "Lamp", quantity: 2_000 },
  { name: "Shade", quantity: 1_200 },
];

describe("the lot", () => {
  test("is the sum of the product lines where no size is stated", () => {
    expect(issuesOf({ products, lotSize: undefined })).toEqual([]);
  });

  test("may be stated beside product lines that come to the same", () => {
    expect(issuesOf({ products })).toEqual([]);
    expect(issuesOf({ products, lotSize: 3_201 })).toEqual(["lotSize lot_size_not_sum"]);
  });

  test("is no larger than the tables' largest, however many lines it has", () => {
    const [line, half] = [
      { name: "Screw", quantity: 10_000_000 },
      { name: "Nut", quantity: 1 },
    ];
    expect(issuesOf({ products: [line], lotSize: undefined })).toEqual([]);
    expect(issuesOf({ products: [line, half], lotSize: undefined })).toEqual(["products lot_too_large"]);
  });
});

describe("limits", () => {
  test.each(["usual", "high_value"])("may be the preset %s in place of three of one's own", (aqlPreset) => {
    expect(issuesOf({ aql: undefined, aqlPreset })).toEqual([]);
  });

  test("are one or the other where a sample is drawn", () => {
    expect(issuesOf({ aql: undefined })).toEqual(["aqlPreset aql_missing"]);
    expect(accepts({ aqlPreset: "lax" })).toBe(false);
  });
});

describe("days", () => {
  test.each([
    [{ loadingDate: "2026-11-18" }, []],
    [{ loadingDate: "2026-11-17" }, ["loadingDate loading_before_inspection"]],
    [{ loadingDate: "2026-11-17", type: "container_loading" }, []],
    [{ loadingDate: "2026-11-18", type: "container_loading" }, []],
    [{ loadingDate: "2026-11-19", type: "container_loading" }, ["isVisitEarly visit_before_loading"]],
    [{ loadingDate: "2026-11-19", type: "container_loading", isVisitEarly: true }, []],
    [{ loadingDate: "2026-11-17", type: "border_reinspection" }, []],
  ])("%j: goods are not loaded before the inspection that comes before their loading", (changes, issues) => {
    expect(issuesOf(changes)).toEqual(issues);
  });
});

describe("progress", () => {
  test.each([
    [{ madePercent: 100, packedPercent: 80 }, []],
    [{ madePercent: 99 }, ["madePercent not_all_made"]],
    [{ madePercent: 99, packedPercent: 79 }, ["madePercent not_all_made", "packedPercent packed_too_little"]],
    [{ madePercent: 20, packedPercent: 0, type: "during_production" }, []],
    [{ madePercent: 50, type: "during_production" }, []],
    [{ madePercent: 19, type: "during_production" }, ["madePercent made_outside_production"]],
    [{ madePercent: 51, type: "during_production" }, ["madePercent made_outside_production"]],
  ])(
    "%j: before shipment all is made and 80 percent are packed, during production 20 to 50 percent are made",
    (changes, issues) => {
      expect(issuesOf(changes)).toEqual(issues);
    },
  );
});

test.each([
  ["pre_shipment", 85, 85],
  ["pre_shipment", undefined, null],
  ["container_loading", 80, 100],
  ["container_loading", undefined, 100],
  ["during_production", 80, null],
  ["lab_test", 80, null],
] as const)(
  "of an inspection of the type %s that says %s percent packed, %s is wished",
  (type, packedPercent, wished) => {
    expect(packedWished({ type, packedPercent })).toBe(wished);
  },
);

describe("named tests", () => {
  test.each([
    [[{ test: "carton_drop", level: "S-2" }], []],
    [[{ test: "other", level: "S-1" }], ["specialTests.0.text test_name_missing"]],
    [
      [
        { test: "rub", level: "S-1" },
        { test: "rub", level: "S-2" },
      ],
      ["specialTests.1.test test_named_twice"],
    ],
    [
      [
        { test: "other", text: "Glow wire", level: "S-1" },
        { test: "other", text: "Salt spray", level: "S-1" },
      ],
      [],
    ],
    [
      [
        { test: "other", text: "Glow wire", level: "S-1" },
        { test: "other", text: "Glow wire", level: "S-1" },
      ],
      ["specialTests.1.test test_named_twice"],
    ],
  ])("%j have a name each, once", (specialTests, issues) => {
    expect(issuesOf({ specialTests })).toEqual(issues);
  });

  test.each(["container_loading", "factory_audit", "lab_test", "defect_sorting"])(
    "need a sample, which %s has not",
    (type) => {
      expect(issuesOf({ type, specialTests: [{ test: "rub", level: "S-1" }] })).toEqual([
        "specialTests special_tests_without_sample",
      ]);
    },
  );

  test("are drawn at special levels only", () => {
    for (const level of ["I", "II", "III"]) expect(accepts({ specialTests: [{ test: "rub", level }] })).toBe(false);
  });
});

describe("the checklist", () => {
  test("takes the market's points, one's own words, or both; never neither", () => {
    expect(issuesOf({ checklist: CHECKPOINTS.map((code) => ({ code })) })).toEqual([]);
    expect(issuesOf({ checklist: [{ text: "Cord length" }, { code: "colour", text: "Card 12" }] })).toEqual([]);
    expect(issuesOf({ checklist: [{ code: "colour" }, { tool: "Tape", isCritical: true }] })).toEqual([
      "checklist.1.text checkpoint_missing",
    ]);
  });
});

test.each([
  ["container_loading", ["product", "loading", "empty_container", "half_loaded", "fully_loaded", "doors_sealed"], []],
  ["container_loading", ["product", "marks"], ["photosWanted photo_not_of_loading"]],
  ["container_loading", ["packing"], ["photosWanted photo_not_of_loading"]],
  ["pre_shipment", ["product", "packing", "marks", "loading"], []],
] as const)("an inspection of type %s with photos of %j is refused: %j", (type, photosWanted, expected) => {
  expect(issuesOf({ type, photosWanted })).toEqual(expected);
});

test("the report has two languages at most, and they differ", () => {
  expect(issuesOf({ reportLanguage: "en", secondReportLanguage: "zh-CN" })).toEqual([]);
  expect(issuesOf({ reportLanguage: "en", secondReportLanguage: "en" })).toEqual([
    "secondReportLanguage languages_equal",
  ]);
  expect(issuesOf({ secondReportLanguage: "en" })).toEqual(["reportLanguage first_language_missing"]);
});

test.each([
  ["products", PRODUCTS_MAX, { name: "Lamp", quantity: 1 }],
  ["specialTests", SPECIAL_TESTS_MAX, { test: "rub", level: "S-1" }],
  ["checklist", CHECKLIST_MAX, { code: "colour" }],
])("%s are one to %d lines", (name, max, line) => {
  const lines = (length: number) => accepts({ [name]: Array.from({ length }, () => line) });
  expect([0, 1, max, max + 1].map(lines)).toEqual([false, true, true, false]);
});

test.each([
  [{ siteTests: ["rub", "weight"] }, true],
  [{ siteTests: ["rub", "rub"] }, false],
  [{ siteTests: ["other"] }, false],
  [{ photosWanted: ["product", "product"] }, false],
  [{ photosWanted: ["product"] }, true],
  [{ holdRule: "hold_both" }, true],
  [{ holdRule: "hold_everything" }, false],
  [{ products: [{ name: "Lamp", quantity: 0 }] }, false],
  [{ products: [{ name: "Lamp", quantity: 1, price: 3 }] }, false],
  [{ checklist: [{ code: "taste" }] }, false],
])("%j is a request: %s", (changes, isAccepted) => {
  expect(accepts(changes)).toBe(isAccepted);
});

test.each([
  ["container_loading", "air", ["loading_by_air"]],
  ["container_loading", "road", []],
  ["container_loading", "sea", []],
  ["pre_shipment", "air", []],
] as const)("the loading of %s by %s is warned of where no container is loaded: %j", (type, mode, keys) => {
  const spec = inspectionSpecSchema.parse({ ...wireSpecExample, type });
  expect(inspectionWarnings(spec, { mode, readyDate: spec.date }).map(({ key }) => key)).toEqual(keys);
});

test.each([
  ["pre_shipment", -8, ["pre_shipment_too_early"]],
  ["pre_shipment", -6, ["pre_shipment_too_early"]],
  ["pre_shipment", -3, []],
  ["pre_shipment", -1, []],
  ["pre_shipment", 0, []],
  ["container_loading", -1, ["container_loading_too_early"]],
  ["container_loading", 0, []],
  ["during_production", -1, []],
] as const)("an inspection of type %s, %i days from the ready day, is warned of: %j", (type, days, keys) => {
  const spec = inspectionSpecSchema.parse({ ...wireSpecExample, type });
  const readyDate = addDays(spec.date, -days);
  expect(inspectionWarnings(spec, { mode: "road", readyDate }).map(({ key }) => key)).toEqual(keys);
});
