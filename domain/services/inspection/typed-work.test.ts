import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeForm } from "../read-form";
import { inspectionSpecForm } from "./form";
import { specExample, wireSpecExample } from "./spec-example";
import { typedWork } from "./typed-work";
import { manDaysMilli, planOf, testPlanOf, visitOf } from "./work";

const PREFIX = "services.inspection.";
const full = {
  ...wireSpecExample,
  lotSize: undefined,
  products: [
    { name: "Lamp", quantity: 2_000 },
    { name: "Shade", quantity: 1_200 },
  ],
  specialTests: [{ test: "other", text: "Glow wire", level: "S-4" }],
  checklist: [{ code: "colour" }, { text: "Cord", level: "S-1" }],
  siteTests: ["rub", "weight"],
};
const typed = writeForm(inspectionSpecForm, full, { prefix: PREFIX });
const planned = (values: object) => {
  const work = typedWork({ ...typed, ...values }, PREFIX);
  return work && { plan: planOf(work), visit: visitOf(work), manDays: manDaysMilli(work) };
};

describe("the plan that a form shows while it is written", () => {
  test("is the one that the request will have", () => {
    const spec = specExample(full);
    const work = typedWork(typed, PREFIX);
    expect(work && planOf(work)).toEqual(planOf(spec));
    expect(work && visitOf(work)).toEqual(visitOf(spec));
    expect(work && manDaysMilli(work)).toBe(manDaysMilli(spec));
    expect(work && testPlanOf(work)).toEqual(testPlanOf(spec));
  });

  test("waits for a type", () => {
    expect(typedWork({}, PREFIX)).toBeNull();
    expect(typedWork({ [`${PREFIX}type`]: "elephant" }, PREFIX)).toBeNull();
  });

  test.each(["1 200", "1２00", "1200"])("takes the lot size %j", (lotSize) => {
    expect(planned({ [`${PREFIX}lotSize`]: lotSize })?.plan[0]).toMatchObject({ sampleSize: 80 });
  });

  test.each(["many", "0", "-5", "1.5", "99999999999"])(
    "goes by the product lines while the lot size is %j",
    (lotSize) => {
      expect(planned({ [`${PREFIX}lotSize`]: lotSize })).toEqual(planned({}));
    },
  );

  test("goes by the preset while no limit of one's own is chosen, and waits while some of the three are", () => {
    const own = (critical: string, major: string, minor: string) =>
      planned({
        [`${PREFIX}aqlPreset`]: "high_value",
        [`${PREFIX}aqlCritical`]: critical,
        [`${PREFIX}aqlMajor`]: major,
        [`${PREFIX}aqlMinor`]: minor,
      })?.plan.map((row) => row.acceptanceNumber);
    expect(own("", "", "")).toEqual([0, 5, 7]);
    expect(own("0", "", "4")).toEqual([]);
    expect(own("0", "6.5", "10")).toEqual([0, 14, 21]);
  });

  test("reads only names that the form has", () => {
    const names = new Set<string>(inspectionSpecForm.map((field) => field.name));
    for (const name of [
      "type",
      "level",
      "severity",
      "lotSize",
      "aqlPreset",
      "checksPerUnit",
      "containers",
      "siteTests",
    ])
      expect(names, name).toContain(name);
  });

  test("never fails, whatever is typed", () => {
    const names = Object.keys(typed);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (changes) => {
        expect(() => planned(changes)).not.toThrow();
      }),
    );
  });
});
