import { expect, test } from "vitest";
import { z } from "zod";
import {
  boundedText,
  countryField,
  dayOfDayOrTime,
  dayOrTimeField,
  endOf,
  instantField,
  localDateField,
  startOf,
} from "./wire-fields";

test("text is trimmed, bounded and free of control and direction characters", () => {
  const field = boundedText(10);
  expect(field.parse("  Horgos  ")).toBe("Horgos");
  expect(field.parse("a\nb")).toBe("a\nb");
  for (const text of ["", "   ", "elevenchars", "a\u0000b", "a\u202Eb", "a\u2066b"])
    expect(field.safeParse(text).success, JSON.stringify(text)).toBe(false);
});

test("a country is two capital letters", () => {
  expect(["KZ", "kz", "KAZ", ""].map((text) => countryField.safeParse(text).success)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test.each(["2026-02-30", "26-01-01", "2026-01-01T10:00", "tomorrow"])("%s is no date", (text) => {
  expect(localDateField.safeParse(text).success).toBe(false);
});

test.each(["2026-02-30", "2026-11-24T08:00", "24.11.2026", "2026-11-24T25:00Z"])(
  "%s is neither a day nor a time",
  (text) => {
    expect(dayOrTimeField.safeParse(text).success).toBe(false);
  },
);

test("a day lasts from its first to its last moment in the market's zone", () => {
  expect(new Date(startOf("2026-11-24")).toISOString()).toBe("2026-11-23T16:00:00.000Z");
  expect(new Date(endOf("2026-11-24")).toISOString()).toBe("2026-11-24T15:59:59.999Z");
  expect(startOf("2026-11-24T08:00:00+08:00")).toBe(Date.parse("2026-11-24T00:00:00Z"));
  expect(endOf("2026-11-24T08:00:00+08:00")).toBe(Date.parse("2026-11-24T00:00:00Z"));
});

test("the day of a time is the one in the market's zone", () => {
  expect(dayOfDayOrTime("2026-11-24T20:00:00Z")).toBe("2026-11-25");
  expect(dayOfDayOrTime("2026-11-24")).toBe("2026-11-24");
});

test("a time is written back in UTC", () => {
  expect(z.encode(instantField, instantField.parse("2026-11-24T08:00:00+08:00"))).toBe("2026-11-24T00:00:00.000Z");
  expect(instantField.safeParse("2026-11-24").success).toBe(false);
});
