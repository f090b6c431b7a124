import { describe, expect, test } from "vitest";
import type { ReadField, Reading } from "./reading";
import { draftFrom } from "./draft-from-reading";

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
