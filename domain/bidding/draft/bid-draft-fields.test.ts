import fc from "fast-check";
import { expect, test } from "vitest";
import { CHARGE_LINES_MAX } from "../../services/charge";
import { kindOf } from "../../services/registry";
import { SERVICES } from "../../shared/service";
import type { FormValues } from "../../shared/form-state";
import { QUOTE_NUMBER_MAX, REMARKS_MAX } from "../text/remarks-max";
import { BID_DRAFT_BYTES, bidDraftFields, bidDraftFieldsSchema, draftCounts } from "./bid-draft-fields";

const wide = (letters: number) => "税".repeat(letters);

/** The names of a kind's terms as its form has them, lists with all their rows. */
const termNames = (service: (typeof SERVICES)[number]) =>
  kindOf(service).termsForm.flatMap((field) =>
    field.as === "rows"
      ? Array.from({ length: field.rowsMax }, (_, row) =>
          field.rowFields.map((part) => `terms.${field.name}[${row}].${part.name}`),
        ).flat()
      : [`terms.${field.name}`, ...(field.as === "money" ? [`terms.${field.currencyName}`] : [])],
  );

const fullest = (service: (typeof SERVICES)[number]): FormValues => ({
  currency: "CNY",
  zone: "America/Argentina/ComodRivadavia",
  "transitDays.min": "365",
  "transitDays.max": "365",
  startDate: "2026-12-01",
  validUntil: "2026-12-31T18:00",
  quoteNumber: wide(QUOTE_NUMBER_MAX),
  exclusions: ["CRT", "DTY"],
  remarks: wide(REMARKS_MAX),
  ...Object.fromEntries(termNames(service).map((name) => [name, wide(60)])),
  ...Object.fromEntries(
    Array.from({ length: CHARGE_LINES_MAX }, (_, line) =>
      ["code", "basis", "price", "minimum"].map((part) => [`charges[${line}].${part}`, "123456789012"]),
    ).flat(),
  ),
  ...Object.fromEntries(Array.from({ length: CHARGE_LINES_MAX }, (_, line) => [`charges[${line}].note`, wide(200)])),
});

test.each(SERVICES)("the fullest form of %s is kept whole, every field of its terms too", (service) => {
  const fields = fullest(service);
  expect(bidDraftFields(fields)).toEqual(fields);
  expect(bidDraftFieldsSchema.safeParse(fields).success).toBe(true);
});

test("whatever is typed is kept as it was typed, and a form's ids, keys and buttons are not", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (typed) => {
      fc.pre(!typed.includes("\0"));
      const fields = { currency: typed, "charges[0].price": typed, remarks: typed, "terms.tracking": typed };
      const sent = {
        ...fields,
        requestId: "r",
        bidId: "b",
        ifVersion: "1",
        intent: "x",
        draftMark: "m",
        draftWindow: "w",
      };
      expect(bidDraftFieldsSchema.parse(bidDraftFields(sent))).toEqual(fields);
    }),
  );
});

test("what is beyond the one size of drafts is refused, and not cut off", () => {
  const fits = bidDraftFieldsSchema.safeParse({ remarks: "x".repeat(BID_DRAFT_BYTES - 600) });
  const tooMuch = bidDraftFieldsSchema.safeParse({ remarks: wide(BID_DRAFT_BYTES / 3) });
  expect([fits.success, tooMuch.error?.issues[0]?.message]).toEqual([true, "draft_too_large"]);
});

test("a draft is told by its lines and its other fields", () => {
  const fields = {
    zone: "Asia/Almaty",
    "charges[0].code": "EXD",
    "charges[0].price": "1",
    "charges[2].price": "x",
    remarks: "r",
  };
  expect(draftCounts(fields)).toEqual({ lines: 2, others: 1 });
});
