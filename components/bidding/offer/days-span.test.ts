import { expect, test } from "vitest";
import { translator } from "@/server/platform/words/translate";
import { daysSpan } from "./days-span";

test.each([
  ["en", "bidding.own.days", ["1 day", "3 days", "2 to 3 days"]],
  ["en", "award.cell.days", ["1 day", "3 days", "2–3 days"]],
  ["zh-CN", "bidding.own.days", ["1 天", "3 天", "2 至 3 天"]],
  ["zh-CN", "award.cell.days", ["1 天", "3 天", "2–3 天"]],
])("in %s %s says one number of days once", (locale, key, said) => {
  const spans = [
    { min: 1, max: 1 },
    { min: 3, max: 3 },
    { min: 2, max: 3 },
  ];
  expect(spans.map((span) => translator(locale)(key, daysSpan(span)))).toEqual(said);
});
