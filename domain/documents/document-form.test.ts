import { expect, test } from "vitest";
import { allPapers, dealOf, paperOf } from "@/test/deal-papers";
import { instant, type LocalDate } from "@/domain/shared/time";
import type { DealDocument } from "./deal-document";
import { documentEntrySchema } from "./document-fields";
import { editLines, lineRows, writtenLines } from "./document-line-rows";
import { documentForm, newDocumentForm, writeDocumentForm } from "./document-form";

const schema = documentEntrySchema({});
type Values = Readonly<Record<string, unknown>>;

/** Names with dots and places as the form's reader nests them. */
function nested(values: Values): Values {
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const parts = name.split(/[.[\]]+/).filter((part) => part !== "");
    let at: Record<string, unknown> = input;
    parts.forEach((part, index) => {
      if (index === parts.length - 1) at[part] = value;
      else {
        at[part] ??= /^\d+$/.test(parts[index + 1] ?? "") ? [] : {};
        at = at[part] as Record<string, unknown>;
      }
    });
  }
  return input;
}

const entered = (kind: Parameters<typeof paperOf>[0]): DealDocument => ({
  ...paperOf(kind),
  version: 1,
  fileId: null,
  enteredByOrganisationId: "buyer",
  enteredAs: "buyer",
  enteredAt: instant(0),
});

test.each(allPapers().map(({ kind }) => [kind] as const))(
  "a %s that was entered is shown again so that sending it changes nothing",
  (kind) => {
    const document = entered(kind);
    const typed = documentForm.parse(nested({ ...writeDocumentForm(document), kind }));
    const { dealId: _, documentId: __, version: ___, ...entry } = typed;
    const { id: ____, ...paper } = paperOf(kind);
    expect(schema.parse(entry)).toEqual(paper);
  },
);

test("kilograms are read to the gram and amounts to the minor unit, however they are written", () => {
  const values = {
    kind: "export_declaration",
    "fields.packages": "1 200",
    "fields.grossWeightGrams": "12 400,5",
    "fields.value": "614 000,50",
    "fields.currency": "CNY",
  };
  expect(documentForm.parse(nested(values)).fields).toEqual({
    packages: 1_200,
    grossWeightGrams: 12_400_500,
    value: { minor: 61_400_050, currency: "CNY" },
    lines: [],
  });
});

test.each([
  ["packing_list", "fields.grossWeightGrams", "12,400", "measure_ambiguous"],
  ["packing_list", "fields.grossWeightGrams", "heavy", "measure_malformed"],
  ["packing_list", "fields.packages", "4.5", "whole_number_malformed"],
  ["packing_list", "fields.lines[1].grossWeightGrams", "0.0001", "measure_too_precise"],
  ["commercial_invoice", "fields.total", "1.2.3", "amount_malformed"],
] as const)("in a %s the field %s with %j is complained of there: %s", (kind, name, value, code) => {
  const parsed = documentForm.safeParse(nested({ kind, "fields.currency": "CNY", [name]: value }));
  const path = name.split(/[.[\]]+/).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  expect(parsed.error?.issues.map((issue) => [issue.path, issue.message])).toEqual([[path, code]]);
});

test("an amount without a currency is complained of", () => {
  const parsed = documentForm.safeParse(nested({ kind: "commercial_invoice", "fields.total": "5" }));
  expect(parsed.error?.issues).toMatchObject([{ path: ["fields", "total"], message: "currency_missing" }]);
});

test("empty lines at the end are none, and one in between keeps the place of those after it", () => {
  expect(writtenLines([{ description: "a" }, {}, { description: "b" }, { hsCode: " " }, undefined])).toEqual([
    { description: "a" },
    {},
    { description: "b" },
  ]);
});

test("codes of a certificate are parted by commas of either width", () => {
  const typed = nested({ kind: "phytosanitary", "fields.hsCodes": "0806.10，080810; 440710、" });
  expect(documentForm.parse(typed).fields).toEqual({ hsCodes: ["0806.10", "080810", "440710"] });
});

test("a new document brings the deal's descriptions and codes, and no weight, amount or number of packages", () => {
  const { cargo } = dealOf();
  const deal = { cargo, currency: "CNY" } as const;
  const values = newDocumentForm("packing_list", deal, "2026-12-01" as LocalDate);
  expect(values).toEqual({
    date: "2026-12-01",
    "fields.currency": "CNY",
    "fields.lines[0].description": "Inverters 10 kW",
    "fields.lines[0].hsCode": "850440",
  });
  expect(newDocumentForm("cmr", deal, "2026-12-01" as LocalDate)).not.toHaveProperty("fields.lines[0].hsCode");
  expect(lineRows(values, {})).toBe(1);
});

test("a line more is empty and keeps all others, and the line that is taken away is the one that was asked for", () => {
  const values = { number: "7", "fields.lines[0].hsCode": "8504", "fields.lines[1].description": "Cables" };
  const more = editLines("add-row:fields.lines", values);
  expect(more).toEqual({ ...values, "fields.lines[2].description": "" });
  expect(lineRows(more ?? {}, {})).toBe(3);
  expect(editLines("remove-row:fields.lines[0]", values)).toEqual({
    number: "7",
    "fields.lines[0].description": "Cables",
  });
});

test.each(["save", "add-row:fields.others", "add-row:lines", "remove-row:fields.lines"])(
  "the button %s changes no line",
  (intent) => {
    expect(editLines(intent, { "fields.lines[0].hsCode": "8504" })).toBeNull();
  },
);

test("a form shows a line for each that it has, and for what is to be mended in one that could not be kept", () => {
  expect(lineRows({}, {})).toBe(1);
  expect(lineRows({ "fields.lines[2].hsCode": "" }, {})).toBe(3);
  expect(lineRows({}, { "fields.lines[4].amount": "Write an amount." })).toBe(5);
  expect(lineRows({}, { "fields.lines": "Write a line." })).toBe(1);
});
