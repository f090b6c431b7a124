import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyIntent } from "../posting/posting-intent";
import type { FormValues } from "@/domain/shared/form-state";
import { type DraftSuggestions, type Suggestion, settle, unconfirmed } from "./suggestions";

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
