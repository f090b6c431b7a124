import { expect, test } from "vitest";
import type { LocalDate } from "../shared/time";
import { checkNewRate, type NewRate, rateChangeBps } from "./entered-rate";

const of = (text: string, rate: string, day = "2026-11-24"): NewRate => {
  const [base, quote] = text.split("/") as [NewRate["base"], NewRate["quote"]];
  return { base, quote, rate, day: day as LocalDate };
};
const when = { today: "2026-11-24" as LocalDate, isConfirmed: false };
const nothing = { sameDay: null, last: null };

test.each([
  ["two currencies that are one", of("CNY/CNY", "1"), nothing, "rate_same_currency"],
  ["a pair that no conversion would use", of("USD/EUR", "0.9"), nothing, "rate_without_base"],
  ["a day that has not come", of("USD/CNY", "7.1", "2026-11-25"), nothing, "rate_in_future"],
  ["a second rate of the day", of("USD/CNY", "7.2"), { ...nothing, sameDay: of("USD/CNY", "7.1") }, "rate_exists"],
  [
    "a second rate of the day the other way round",
    of("CNY/USD", "0.14"),
    { ...nothing, sameDay: of("USD/CNY", "7.1") },
    "rate_exists",
  ],
  [
    "a point in the wrong place",
    of("USD/CNY", "0.712"),
    { ...nothing, last: of("USD/CNY", "7.1", "2026-11-23") },
    "rate_jumps",
  ],
  [
    "a rate written the wrong way round",
    of("CNY/USD", "7.1"),
    { ...nothing, last: of("USD/CNY", "7.1", "2026-11-23") },
    "rate_jumps",
  ],
] as const)("%s is refused", (_, rate, known, code) => {
  expect(checkNewRate(rate, known, when)).toMatchObject({ ok: false, refusal: { code } });
});

test("a jump that was confirmed is entered", () => {
  const known = { sameDay: null, last: of("USD/CNY", "5.0", "2026-11-23") };
  expect(checkNewRate(of("USD/CNY", "7.1"), known, { ...when, isConfirmed: true }).ok).toBe(true);
});

test("a tenth more is no jump yet, and the direction it is written in does not matter", () => {
  const known = { sameDay: null, last: of("USD/CNY", "7", "2026-11-23") };
  expect(checkNewRate(of("USD/CNY", "7.7"), known, when).ok).toBe(true);
  expect(checkNewRate(of("USD/CNY", "7.7008"), known, when).ok).toBe(false);
  expect(rateChangeBps(of("USD/CNY", "8"), of("CNY/USD", "0.125"))).toBe(0);
});
