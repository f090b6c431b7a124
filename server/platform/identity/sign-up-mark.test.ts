import { expect, test } from "vitest";
import type { Instant } from "@/domain/shared/time";
import { isMarkOf, signUpMark, SIGN_UP_MARK_LIFE_MS } from "./sign-up-mark";

const NOW = Date.parse("2026-11-26T08:00:00Z") as Instant;
const after = (ms: number) => (NOW + ms) as Instant;

test("a mark is of the address it was made for, however that is written, and for an hour", () => {
  const mark = signUpMark("aigerim@steppe.example", NOW);
  expect(isMarkOf(mark, "Aigerim@Steppe.example", NOW)).toBe(true);
  expect(isMarkOf(mark, "aigerim@steppe.example", after(SIGN_UP_MARK_LIFE_MS - 1))).toBe(true);
  expect(isMarkOf(mark, "aigerim@steppe.example", after(SIGN_UP_MARK_LIFE_MS))).toBe(false);
  expect(isMarkOf(mark, "askar@steppe.example", NOW)).toBe(false);
});

test("a mark that somebody has changed or made up is none", () => {
  const mark = signUpMark("aigerim@steppe.example", NOW);
  const [until = "", signature = ""] = mark.split(".");
  for (const made of [
    null,
    "",
    until,
    `${Number(until) + 1}.${signature}`,
    `${until}.${signature.slice(0, -1)}`,
    `${until}.${"A".repeat(43)}`,
    `${mark}.${signature}`,
  ])
    expect(isMarkOf(made, "aigerim@steppe.example", NOW), String(made)).toBe(false);
});
