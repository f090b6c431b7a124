import { expect, test } from "vitest";
import { offerSchema } from "./offer-schema";

const WHOLE = {
  currency: "CNY",
  charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor: 32_000, currency: "CNY" } }],
  transitDays: { min: 1, max: 2 },
  validUntil: "2026-12-15T10:00:00Z",
};

const told = (changes: object): string[] =>
  (offerSchema.safeParse({ ...WHOLE, ...changes }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")} ${message}`,
  );

test.each<[string, object, string[]]>([
  ["a whole offer", {}, []],
  ["a price in the remarks", { remarks: "waiting USD 200 a day" }, ["remarks price_in_remarks"]],
  ["a telephone in the remarks", { remarks: "call +86 138 0013 8000" }, ["remarks contact_in_text"]],
  ["an address in the quote's number", { quoteNumber: "a@b.com" }, ["quoteNumber contact_in_text"]],
  [
    "a price in a text of the terms",
    { terms: { legs: [{ place: "for 500 USD" }] } },
    ["terms.legs.0.place price_in_remarks"],
  ],
])("the text of an offer says no price and no contact: %s", (_, changes, expected) => {
  expect(told(changes)).toEqual(expected);
});

test("what the text of an offer says is told together with what cannot be read, also beside it in the same line", () => {
  const found = told({
    remarks: "call +86 138 0013 8000, waiting USD 200 a day",
    validUntil: "soon",
    transitDays: 3,
    charges: [{ code: "EXD", basis: "declaration", unitPrice: "much", note: "mail a@b.com" }],
    relatedParty: 7,
  });
  expect(found).toEqual(
    expect.arrayContaining([
      "remarks price_in_remarks",
      "remarks contact_in_text",
      "charges.0.note contact_in_text",
      "validUntil time_malformed",
    ]),
  );
  expect(new Set(found.map((words) => words.split(" ")[0])).size).toBe(6);
});

test("what is no offer at all is refused as such", () => {
  expect(offerSchema.safeParse("call +86 138 0013 8000").error?.issues).toHaveLength(1);
  expect(offerSchema.safeParse(null).error?.issues).toHaveLength(1);
});
