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
])("of what is refused at %s is said what is read: %s", (field, isSaid) => {
  expect(isOfRead(refuse("nothing_priced", { field }).refusal, ["charges"])).toBe(isSaid);
  expect(isOfRead(refuse("not_found").refusal, ["charges"])).toBe(true);
});
