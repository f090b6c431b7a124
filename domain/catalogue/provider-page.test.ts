import { expect, test } from "vitest";
import { instant } from "../shared/time";
import { answersFor, dayStretches, hoursIn, pageTextsSchema, workingHoursSchema } from "./provider-page";

const NOW = instant(Date.parse("2026-11-24T02:00:00Z"));
const HOURS = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00", zone: "Asia/Shanghai" };

test.each([
  ["Asia/Shanghai", null],
  ["Asia/Hong_Kong", null],
  ["Asia/Ho_Chi_Minh", { from: "08:00", to: "17:00", dayShift: 0 }],
  ["Europe/Moscow", { from: "04:00", to: "13:00", dayShift: 0 }],
  ["America/Los_Angeles", { from: "17:00", to: "02:00", dayShift: -1 }],
  ["Asia/Vladivostok", { from: "11:00", to: "20:00", dayShift: 0 }],
])("the hours of an office in China, by the clock of %s", (zone, shown) => {
  expect(hoursIn(HOURS, zone, NOW)).toEqual(shown);
});

test("hours that begin in the evening are those of the next day further east", () => {
  const evening = { ...HOURS, from: "20:00", to: "23:30", zone: "Europe/Moscow" };
  expect(hoursIn(evening, "Asia/Vladivostok", NOW)).toEqual({ from: "03:00", to: "06:30", dayShift: 1 });
});

test.each([
  [{ days: [] }, "choose_one"],
  [{ days: [1, 1] }, "named_twice"],
  [{ from: "9:00" }, "clock_malformed"],
  [{ from: "18:00", to: "09:00" }, "hours_reversed"],
  [{ zone: "Mars/Olympus" }, "unknown_choice"],
])("hours with %j are refused", (change, issue) => {
  const read = workingHoursSchema.safeParse({ ...HOURS, ...change });
  expect(read.error?.issues.map(({ message }) => message)).toContain(issue);
});

test("a page's text says no telephone number, address or link", () => {
  const issuesOf = (ru: string) =>
    pageTextsSchema.safeParse({ ru }).error?.issues.map(({ path, message }) => [path, message]);
  expect(issuesOf("Свой парк из 60 тягачей.")).toBeUndefined();
  expect(issuesOf("Звоните: +7 701 555 12 34")).toEqual([[["ru"], "contact_in_text"]]);
  expect(issuesOf("sales@lingtu.example")).toEqual([[["ru"], "contact_in_text"]]);
});

test("days are told as stretches", () => {
  expect(dayStretches([5, 1, 2, 3, 4, 7])).toEqual([
    [1, 5],
    [7, 7],
  ]);
  expect(dayStretches([])).toEqual([]);
});

test("a reader's language comes first, and no other is left out", () => {
  const [ru, vi, en] = (["ru", "vi", "en"] as const).map((language) => ({ language }));
  const all = [ru, vi, en].flatMap((one) => one ?? []);
  expect(answersFor(all, "vi")).toEqual({ own: [vi], others: [ru, en] });
  expect(answersFor(all, "kk")).toEqual({ own: [], others: all });
});
