import fc from "fast-check";
import { expect, test } from "vitest";
import { kindOf } from "../../services/registry";
import { bidDraftFieldsSchema } from "../bid-draft";
import { fitTemplate } from "./fit-template";

const CUSTOMS = { ...kindOf("customs"), codes: kindOf("customs").chargeCodes, bases: ["declaration", "shipment"] };
const line = (place: number, code: string, basis: string) => ({
  [`charges[${place}].code`]: code,
  [`charges[${place}].basis`]: basis,
  [`charges[${place}].price`]: "12.50",
});

const KEPT = {
  currency: "CNY",
  zone: "Asia/Almaty",
  "transitDays.min": "1",
  validUntil: "2026-12-01T10:00",
  startDate: "2026-11-30",
  ...line(0, "EXD", "declaration"),
  ...line(1, "OFT", "truck"),
  ...line(2, "HSC", "hs_line"),
  ...line(3, "IMD", "shipment"),
  exclusions: ["CRT", "OFT"],
  "conditions[0].type": "goods_ready_by",
  "conditions[0].value": "2026-12-02",
  "conditions[1].type": "prepayment_percent",
  "conditions[1].value": "30",
  "terms.hoursToFile": "4",
  "terms.tracking": "gps",
  "alternatives[0].title": "By night",
  "alternatives[0].startDate": "2026-12-03",
};

test("what does not fit the request is left out and named: days, charges and bases that it has not, terms of another kind", () => {
  const { fields, leftOut } = fitTemplate(KEPT, CUSTOMS);
  expect(fields).toEqual({
    currency: "CNY",
    "transitDays.min": "1",
    ...Object.fromEntries(
      Object.entries(line(0, "EXD", "declaration")).concat(Object.entries(line(1, "IMD", "shipment"))),
    ),
    ...Object.fromEntries(
      [0, 1].flatMap((place) =>
        ["minimum", "note", "isPassThrough", "tiers", "alternative"].map((part) => [`charges[${place}].${part}`, ""]),
      ),
    ),
    exclusions: ["CRT"],
    "conditions[0].type": "prepayment_percent",
    "conditions[0].value": "30",
    "terms.hoursToFile": "4",
    "alternatives[0].title": "By night",
  });
  expect(leftOut).toEqual([
    { kind: "day", name: "validUntil" },
    { kind: "day", name: "startDate" },
    { kind: "day", name: "alternatives[0].startDate" },
    { kind: "day", name: "conditions[0].value" },
    { kind: "charge", code: "OFT" },
    { kind: "basis", code: "HSC", basis: "hs_line" },
    { kind: "exclusion", code: "OFT" },
    { kind: "term", name: "terms.tracking" },
  ]);
});

test("a bid begun from a template holds no day of another bid, whatever was typed", () => {
  const name = fc.constantFrom("validUntil", "startDate", "terms.expiresAt", "remarks", "alternatives[1].startDate");
  const typed = fc.oneof(fc.constant("2026-12-01"), fc.constant("2026-12-01T10:00"), fc.string({ maxLength: 8 }));
  fc.assert(
    fc.property(fc.dictionary(name, typed), (fields) => {
      const fitted = fitTemplate(fields, CUSTOMS).fields;
      expect(Object.values(fitted).join(" ")).not.toMatch(/2026-12-01/);
    }),
  );
});

test("what is fitted may be kept as a draft", () => {
  expect(bidDraftFieldsSchema.safeParse(fitTemplate(KEPT, CUSTOMS).fields).success).toBe(true);
});
