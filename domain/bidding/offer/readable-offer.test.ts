import { expect, test } from "vitest";
import { refuse } from "../../shared/result";
import { isOfRead, readableOffer } from "./readable-offer";

const CHARGES = [{ code: "EXD", basis: "declaration", unitPrice: { minor: 32_000, currency: "CNY" } }];
const WHOLE = {
  currency: "CNY",
  charges: CHARGES,
  transitDays: { min: 1, max: 2 },
  validUntil: "2026-12-15T10:00:00Z",
};

test.each([
  ["a whole offer", {}, []],
  ["one without days", { transitDays: { min: undefined, max: 2 } }, ["transitDays"]],
  ["one whose days run backwards", { transitDays: { min: 3, max: 2 } }, ["transitDays"]],
  ["one without lines and validity", { charges: [], validUntil: "soon" }, ["charges", "validUntil"]],
  [
    "one of whose lines two are malformed",
    { charges: [...CHARGES, { code: "EXD" }, ...CHARGES, null] },
    ["charges[1]", "charges[3]"],
  ],
  ["one with more lines than there can be", { charges: Array.from({ length: 99 }, () => CHARGES[0]) }, ["charges"]],
  [
    "one whose alternatives are malformed in a line, a title and days, or altogether",
    {
      alternatives: [
        { title: "Slow", charges: [...CHARGES, { code: "EXD" }], transitDays: { min: 1, max: 2 } },
        { title: "", charges: CHARGES, transitDays: { min: 3, max: 2 } },
        "fast",
      ],
    },
    [
      ...["alternatives[0].charges[1]", "alternatives[1].title", "alternatives[1].transitDays"],
      ...["alternatives[2].title", "alternatives[2].charges", "alternatives[2].transitDays"],
    ],
  ],
  ["one in no currency", { currency: "gold" }, ["currency"]],
])("%s is read but for its malformed members", (_, change, unread) => {
  const read = readableOffer({ ...WHOLE, ...change });
  expect(read.unread).toEqual(unread);
  expect(read.offer).toMatchObject({ startDate: null, terms: {}, remarks: "" });
  expect(Object.hasOwn(read.offer, "charges") && Object.hasOwn(read.offer, "validUntil")).toBe(true);
});

test.each([
  ["charges[0].basis", false],
  ["charges", false],
  ["chargesOfOthers", true],
  ["validUntil", true],
  ["alternatives[0].charges[0]", true],
  ["alternatives[1].charges[0]", true],
  ["alternatives[1].charges[2].tiers", false],
  ["alternatives[1].charges", false],
  ["alternatives[1].startDate", true],
])("of what is refused at %s is said what is read: %s", (field, isSaid) => {
  expect(isOfRead(refuse("nothing_priced", { field }).refusal, ["charges", "alternatives[1].charges[2]"])).toBe(isSaid);
  expect(isOfRead(refuse("not_found").refusal, ["charges"])).toBe(true);
});
