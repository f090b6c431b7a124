import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyIntent } from "../posting/posting-fields";
import type { FormValues } from "@/domain/shared/form-state";
import {
  besideFields,
  draftFrom,
  type DraftSuggestions,
  settle,
  type Suggestion,
  type Suggestions,
} from "./suggestions";
import type { JudgedField, Reading } from "./reading";

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

/** Nothing of a form that was made of a text is typed yet. */
const EMPTY: FormValues = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, ""]));

const suggestionsOf = (fields: FormValues): Suggestions =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, suggestion(value)]));

const of = (fields: FormValues = FIELDS, filled: FormValues = {}): DraftSuggestions => ({
  filled: suggestionsOf(filled),
  suggestions: suggestionsOf(fields),
  headings: [0, 1, 2].map((line) => ({ line, code: "9405", words: ["lamps"] })),
  unread: [],
});

describe("a suggestion", () => {
  test("stays beside its field, and is no value of it, while nobody takes it or types", () => {
    expect(settle(of(), EMPTY, {})).toEqual({ fields: EMPTY, left: of(), settled: [] });
  });

  test("is a value once it is taken, and no other one is", () => {
    const { fields, left, settled } = settle(of(), EMPTY, { takes: ["originId"] });
    expect(fields).toEqual({ ...EMPTY, originId: "CNYIU" });
    expect(settled).toEqual([{ field: "originId", by: "rules", suggested: "CNYIU", outcome: "accepted", taken: null }]);
    expect(left.suggestions).not.toHaveProperty("originId");
  });

  test.each([
    ["goodsValue", "goodsCurrency"],
    ["cargo[1].lengthCm", "cargo[1].heightCm"],
    ["services.logistics.temperatureMin", "services.logistics.temperatureMax"],
    ["title", "cargo[0].description"],
  ])("of %s is taken with %s, since one says nothing without the other", (field, other) => {
    const both = { [field]: "1", [other]: "2", "cargo[2].packages": "3" };
    const typed = { [field]: "", [other]: "", "cargo[2].packages": "" };
    for (const takes of [[field], [other]])
      expect(settle(of(both), typed, { takes }).fields).toEqual({ ...both, "cargo[2].packages": "" });
  });

  test("is taken with all others where all of it is right", () => {
    const { fields, left, settled } = settle(of(), EMPTY, { isAllRight: true });
    expect(fields).toEqual(FIELDS);
    expect(left.suggestions).toEqual({});
    expect(settled.map(({ outcome }) => outcome)).toEqual(Object.keys(FIELDS).map(() => "accepted"));
  });

  test("gives way to what was typed, though it was taken in the same breath", () => {
    const { fields, settled } = settle(
      of(),
      { ...EMPTY, originId: "CNNBO" },
      { takes: ["originId"], isAllRight: true },
    );
    expect(fields.originId).toBe("CNNBO");
    expect(settled[0]).toEqual({
      ...{ field: "originId", by: "rules", suggested: "CNYIU", outcome: "corrected", taken: "CNNBO" },
    });
  });

  test("is accepted by typing the same", () => {
    const { settled } = settle(of({ originId: "CNYIU" }), { originId: "CNYIU" }, {});
    expect(settled).toEqual([{ field: "originId", by: "rules", suggested: "CNYIU", outcome: "accepted", taken: null }]);
  });

  test("is settled with who found it; one from before there was a model was found by the rules", () => {
    const suggested = of({ originId: "CNYIU", destinationId: "KZALA" });
    const byModel = { ...suggested.suggestions, originId: { ...suggestion("CNYIU"), by: "model" as const } };
    const typed = { originId: "CNNBO", destinationId: "" };
    const { settled } = settle({ ...suggested, suggestions: byModel }, typed, { takes: ["destinationId"] });
    expect(settled.map(({ field, by, outcome }) => [field, by, outcome])).toEqual([
      ["originId", "model", "corrected"],
      ["destinationId", "rules", "accepted"],
    ]);
  });

  test("of a removed line is dropped, and those of later lines keep their marks at their new places", () => {
    const after = applyIntent(EMPTY, { kind: "remove-line", line: 0 });
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
      takes: fc.subarray(Object.keys(FIELDS)),
    });
    fc.assert(
      fc.property(edits, ({ changed, takes }) => {
        const now = { ...EMPTY, ...Object.fromEntries(changed.map((name) => [name, "else"])) };
        const { left, settled } = settle(of(), now, { takes });
        const names = [...Object.keys(left.suggestions), ...settled.map(({ field }) => field)];
        expect(names.sort()).toEqual(Object.keys(FIELDS).sort());
      }),
    );
  });
});

describe("a field that the clerk filled", () => {
  test("stays filled by the clerk while nobody changes it, whatever is taken", () => {
    const filled = of({}, FIELDS);
    expect(settle(filled, FIELDS, { isAllRight: true })).toEqual({ fields: FIELDS, left: filled, settled: [] });
  });

  test("is corrected by changing it, once", () => {
    const changed = { ...FIELDS, originId: "CNNBO" };
    const { left, settled } = settle(of({}, FIELDS), changed, {});
    expect(settled).toEqual([
      { field: "originId", by: "rules", suggested: "CNYIU", outcome: "corrected", taken: "CNNBO" },
    ]);
    expect(settle(left, changed, {}).settled).toEqual([]);
  });

  test("is dropped with its line, and later ones move up", () => {
    const after = applyIntent(FIELDS, { kind: "remove-line", line: 1 });
    const { left, settled } = settle(of({}, FIELDS), after, { removedLine: 1 });
    expect(settled.map(({ field, outcome }) => [field, outcome])).toEqual([["cargo[1].description", "dropped"]]);
    expect(left.filled["cargo[1].description"]?.value).toBe("Cables");
  });
});

describe("a draft from before what is not sure stood beside its field", () => {
  const { filled: _, ...before } = of({ originId: "CNYIU", destinationId: "KZALA", wanted: ["customs"] });
  const unsure = { ...suggestion("KZALA"), confidence: "likely" as const };
  const byModel = { ...suggestion(["customs"]), by: "model" as const };
  const suggestions = { ...before.suggestions, destinationId: unsure, wanted: byModel };
  const fields = { originId: "CNYIU", destinationId: "KZALA", wanted: ["customs"], mode: "road" };

  test("keeps in its fields what is sure and what was typed, and nothing else", () => {
    const draft = besideFields({ fields, suggested: { ...before, suggestions } });
    expect(draft.fields).toEqual({ originId: "CNYIU", destinationId: "", wanted: [], mode: "road" });
    expect(Object.keys(draft.suggested?.filled ?? {})).toEqual(["originId"]);
    expect(Object.keys(draft.suggested?.suggestions ?? {})).toEqual(["destinationId", "wanted"]);
    expect(besideFields(draft)).toEqual(draft);
  });

  test("stays as it is where it was typed", () => {
    const typed = { fields, suggested: null };
    expect(besideFields(typed)).toEqual(typed);
  });
});

const TEXT = "Lamps UN3480 and more";
const read = (path: string, value: string): JudgedField => ({
  path,
  value,
  from: [0, 5],
  reason: "column_headed",
  confidence: "sure",
});
const reading = (fields: readonly JudgedField[]): Reading => ({
  language: "en",
  fields,
  unread: [[6, 12]],
});
const fieldsOf = (...fields: readonly JudgedField[]) => draftFrom(reading(fields), TEXT).fields;

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
    for (const confidence of ["sure", "likely"] as const) {
      const { fields, read: all, suggested } = draftFrom(reading([{ ...read(path, "x"), confidence }]), TEXT);
      for (const some of [fields, all, suggested.filled, suggested.suggestions]) expect(Object.keys(some)).toEqual([]);
    }
  });

  test("notes of every field it fills which words it was taken from", () => {
    const { fields, suggested } = draftFrom(reading([read("originId", "CNYIU")]), TEXT);
    expect(fields).toEqual({ originId: "CNYIU" });
    expect(suggested.filled.originId).toMatchObject({ value: "CNYIU", words: "Lamps", confidence: "sure" });
    expect(suggested.suggestions).toEqual({});
    expect(suggested.unread).toEqual(["UN3480"]);
  });

  test("has what is not sure beside an empty field, and what a model pointed at never in it", () => {
    const likely = { ...read("originId", "CNYIU"), confidence: "likely" as const };
    const pointed = { ...read("destinationId", "KZALA"), reason: "pointed_by_model" as const };
    const { fields, read: all, suggested } = draftFrom(reading([likely, pointed, read("wanted", "customs")]), TEXT);
    expect(fields).toEqual({ originId: "", destinationId: "", wanted: ["customs"] });
    expect(all).toEqual({ originId: "CNYIU", destinationId: "KZALA", wanted: ["customs"] });
    expect(Object.keys(suggested.suggestions)).toEqual(["originId", "destinationId"]);
  });

  test("fills no amount whose currency is not sure", () => {
    const currency = { ...read("goodsCurrency", "USD"), confidence: "likely" as const };
    expect(fieldsOf(read("goodsValue", "900"), currency)).toEqual({ goodsValue: "", goodsCurrency: "" });
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
