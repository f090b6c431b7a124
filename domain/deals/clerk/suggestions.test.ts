import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyIntent } from "../posting/posting-fields";
import type { FormValues } from "@/domain/shared/form-state";
import { draftFrom, type DraftSuggestions, settle, type Suggestion, unconfirmed } from "./suggestions";
import type { ReadField, Reading } from "./reading";

const suggestion = (value: string | readonly string[]): Suggestion => ({
  value,
  words: "words",
  reason: "column_headed",
  confidence: "sure",
});

const FIELDS: FormValues = {
  originId: "CNYIU",
  wanted: ["logistics", "customs"],
  "cargo[0].description": "Lamps",
  "cargo[1].description": "Rails",
  "cargo[2].description": "Cables",
  "services.logistics.equipment": "40hc",
};

const of = (fields: FormValues = FIELDS): DraftSuggestions => ({
  suggestions: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, suggestion(value)])),
  headings: [0, 1, 2].map((line) => ({ line, code: "9405", words: ["lamps"] })),
  unread: [],
});

describe("a suggestion", () => {
  test("stays one while its field is neither confirmed nor changed", () => {
    expect(settle(of(), FIELDS, {})).toEqual({ left: of(), settled: [] });
  });

  test("is accepted when it is confirmed as it stands", () => {
    const { left, settled } = settle(of(), FIELDS, { confirms: ["originId"] });
    expect(settled).toEqual([{ field: "originId", by: "rules", suggested: "CNYIU", outcome: "accepted", taken: null }]);
    expect(left.suggestions).not.toHaveProperty("originId");
  });

  test("is corrected when the field was changed, though it was confirmed in the same breath", () => {
    const changed = { ...FIELDS, originId: "CNNBO" };
    const { settled } = settle(of(), changed, { confirms: ["originId"] });
    expect(settled).toEqual([
      { field: "originId", by: "rules", suggested: "CNYIU", outcome: "corrected", taken: "CNNBO" },
    ]);
  });

  test("is settled with who found it; one from before there was a model was found by the rules", () => {
    const suggested = of({ originId: "CNYIU", destinationId: "KZALA" });
    const byModel = { ...suggested.suggestions, originId: { ...suggestion("CNYIU"), by: "model" as const } };
    const fields = { originId: "CNNBO", destinationId: "KZALA" };
    const { settled } = settle({ ...suggested, suggestions: byModel }, fields, { confirms: ["destinationId"] });
    expect(settled.map(({ field, by, outcome }) => [field, by, outcome])).toEqual([
      ["originId", "model", "corrected"],
      ["destinationId", "rules", "accepted"],
    ]);
  });

  test("of a removed line is dropped, and those of later lines keep their marks at their new places", () => {
    const after = applyIntent(FIELDS, { kind: "remove-line", line: 0 });
    const { left, settled } = settle(of(), after, { removedLine: 0 });
    expect(settled).toEqual([
      { field: "cargo[0].description", by: "rules", suggested: "Lamps", outcome: "dropped", taken: null },
    ]);
    expect(left.suggestions["cargo[0].description"]?.value).toBe("Rails");
    expect(left.suggestions["cargo[1].description"]?.value).toBe("Cables");
    expect(left.headings.map(({ line }) => line)).toEqual([0, 1]);
  });

  test("never vanishes: each one is left or settled, once", () => {
    const edits = fc.record({
      changed: fc.subarray(Object.keys(FIELDS)),
      confirms: fc.subarray(Object.keys(FIELDS)),
    });
    fc.assert(
      fc.property(edits, ({ changed, confirms }) => {
        const now = { ...FIELDS, ...Object.fromEntries(changed.map((name) => [name, "else"])) };
        const { left, settled } = settle(of(), now, { confirms });
        const names = [...Object.keys(left.suggestions), ...settled.map(({ field }) => field)];
        expect(names.sort()).toEqual(Object.keys(FIELDS).sort());
      }),
    );
  });
});

describe("what is unconfirmed", () => {
  test("is every suggestion that is left", () => {
    expect(unconfirmed(of().suggestions, FIELDS)).toEqual(Object.keys(FIELDS));
  });

  test("does not count for a service that is not asked for", () => {
    expect(unconfirmed(of().suggestions, { ...FIELDS, wanted: "customs" })).not.toContain(
      "services.logistics.equipment",
    );
  });

  test("is nothing for a draft that was typed", () => {
    expect(unconfirmed(null, FIELDS)).toEqual([]);
  });
});

const TEXT = "Lamps UN3480 and more";
const read = (path: string, value: string): ReadField => ({
  path,
  value,
  from: [0, 5],
  reason: "column_headed",
  confidence: "sure",
});
const reading = (fields: readonly ReadField[]): Reading => ({
  language: "en",
  fields,
  unread: [[6, 12]],
});
const fieldsOf = (...fields: readonly ReadField[]) => draftFrom(reading(fields), TEXT).fields;

describe("a draft made of a reading", () => {
  test.each([
    "visibility",
    "invited",
    "bidMode",
    "closesAt",
    "decideBy",
    "comparisonCurrency",
    "twoPersonOpening",
    "mayCloseEarly",
    "intent",
    "draftId",
    "zone",
    "__proto__",
    "services.payment.amount",
    "services.logistics.remarks",
    "cargo[0].visibility",
    "cargo[100].description",
  ])("never fills %s, though a reading held it", (path) => {
    const { fields, suggestions } = draftFrom(reading([read(path, "x")]), TEXT);
    expect(Object.keys(fields)).toEqual([]);
    expect(Object.keys(suggestions)).toEqual([]);
  });

  test("marks every field it fills, with the words it was taken from", () => {
    const { fields, suggestions, unread } = draftFrom(reading([read("originId", "CNYIU")]), TEXT);
    expect(fields).toEqual({ originId: "CNYIU" });
    expect(suggestions.originId).toMatchObject({ value: "CNYIU", words: "Lamps", confidence: "sure" });
    expect(unread).toEqual(["UN3480"]);
  });

  test("names the goods in the title, and puts their UN number where it is asked for", () => {
    const fields = fieldsOf(read("cargo[0].description", "Lamps"), read("cargo[0].unNumber", "3480"));
    expect(fields).toEqual({ title: "Lamps", "cargo[0].description": "Lamps", "cargo[0].unNumber": "3480" });
  });

  test("asks for logistics where equipment is named, beside what else is asked for", () => {
    const equipment = read("services.logistics.equipment", "40hc");
    expect(fieldsOf(equipment).wanted).toEqual(["logistics"]);
    expect(fieldsOf(equipment, read("wanted", "customs")).wanted).toEqual(["logistics", "customs"]);
    expect(fieldsOf(read("wanted", "customs")).wanted).toEqual(["customs"]);
  });

  test("takes a volume rather than sides, as the form takes one of them", () => {
    const sides = ["lengthCm", "widthCm", "heightCm"].map((name) => read(`cargo[0].${name}`, "10"));
    expect(Object.keys(fieldsOf(...sides))).toHaveLength(3);
    expect(Object.keys(fieldsOf(...sides, read("cargo[0].volumeCbm", "2")))).toEqual(["cargo[0].volumeCbm"]);
  });
});
