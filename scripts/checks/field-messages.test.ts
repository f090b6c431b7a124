import { expect, test } from "vitest";
import { unlikeInTheField } from "./field-messages";
import { flatten } from "./message-files";

const FIRST = flatten(
  { field: { page: { until: "Until {day}" } }, "service-logistics": { milestone: { delivered: "Delivered" } } },
  "",
);
const said = (milestone: object, page: object = { until: "До {day}" }) =>
  flatten({ field: { page }, "service-logistics": { milestone } }, "");

const all = (russian: ReadonlyMap<string, string>) =>
  new Map(["ru", "vi", "kk"].map((language) => [language, language === "ru" ? russian : said({ delivered: "…" })]));

test("what a driver is told in all of them passes", () => {
  expect(unlikeInTheField(FIRST, all(said({ delivered: "Доставлен" })))).toEqual([]);
});

test.each([
  ["a step without words", said({})],
  ["a step that nobody in the field reports", said({ delivered: "Доставлен", booked: "Забронирован" })],
  ["a blank that is gone", said({ delivered: "Доставлен" }, { until: "До" })],
  ["words that stayed English", said({ delivered: "Delivered" })],
])("%s is reported", (_, russian) => {
  expect(unlikeInTheField(FIRST, all(russian))).toEqual([expect.stringContaining("ru")]);
});

test("a language that has no file is reported", () => {
  expect(unlikeInTheField(FIRST, new Map([["ru", said({ delivered: "Доставлен" })]]))).toEqual([
    "messages/field/pages/vi.json is not there",
    "messages/field/pages/kk.json is not there",
  ]);
});
