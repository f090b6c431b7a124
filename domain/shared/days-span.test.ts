import { expect, test } from "vitest";
import { translator } from "@/server/platform/translate";
import { daysFigure, daysSpan } from "./days-span";

const SPANS = [
  [1, 1],
  [3, 3],
  [2, 3],
] as const;

test.each([
  ["en", "bidding.own.days", ["1 day", "3 days", "2 to 3 days"]],
  ["en", "award.cell.days", ["1 day", "3 days", "2–3 days"]],
  ["en", "orders.box.days", ["1 day", "3 days", "2 to 3 days"]],
  ["en", "service-logistics.plan.daysRange", ["1 day", "3 days", "2 to 3 days"]],
  ["zh-CN", "bidding.own.days", ["1 天", "3 天", "2 至 3 天"]],
  ["zh-CN", "award.cell.days", ["1 天", "3 天", "2–3 天"]],
  ["zh-CN", "orders.box.days", ["1 天", "3 天", "2 至 3 天"]],
  ["zh-CN", "service-logistics.plan.daysRange", ["1 天", "3 天", "2 至 3 天"]],
])("in %s %s says one number of days once", (locale, key, said) => {
  expect(SPANS.map(([min, max]) => translator(locale)(key, daysSpan({ min, max })))).toEqual(said);
});

test.each([
  ["en", "hubs.way.days", ["1 day", "3 days", "2 to 3 days"]],
  ["en", "hubs.way.hours", ["1 hour", "3 hours", "2 to 3 hours"]],
  ["zh-CN", "hubs.way.hours", ["1 小时", "3 小时", "2 至 3 小时"]],
  ["zh-CN", "hubs.way.days", ["1 天", "3 天", "2 至 3 天"]],
])("in %s %s says it of figures as they are written, too", (locale, key, said) => {
  expect(SPANS.map(([min, max]) => translator(locale)(key, daysSpan({ min: `${min}`, max: `${max}` })))).toEqual(said);
});

test.each([
  ["en", ["1 day, valid until noon.", "3 days, valid until noon.", "2 to 3 days, valid until noon."]],
  ["zh-CN", ["1 天，有效期至 noon。", "3 天，有效期至 noon。", "2 至 3 天，有效期至 noon。"]],
])("in %s a bid that is checked says its days as they were typed", (locale, said) => {
  const words = ([min, max]: readonly [number, number]) =>
    translator(locale)("bidding.form.daysAndValidity", {
      ...daysSpan({ min: `${min}`, max: `${max}` }),
      until: "noon",
    });
  expect(SPANS.map(words)).toEqual(said);
});

test("a promise of at most so many days says so", () => {
  expect(translator("en")("orders.box.days", daysSpan({ min: 0, max: 2 }))).toBe("up to 2 days");
  expect(SPANS.map(([min, max]) => daysFigure({ min, max }))).toEqual(["1", "3", "2–3"]);
});
