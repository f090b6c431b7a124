import { expect, test } from "vitest";
import { parseIso } from "@/domain/shared/time";
import { newReference, referenceFrom } from "./platform";

test.each([
  ["the last minute of November in Shanghai", "2026-11-30T23:59:00+08:00", "KO-2611-"],
  ["the first hour of December in Shanghai, when it is November by UTC", "2026-12-01T01:03:00+08:00", "KO-2612-"],
  ["the first hour of a year in Shanghai", "2027-01-01T00:00:00+08:00", "KO-2701-"],
])("a reference of %s has the month of the market", (_, at, head) => {
  const ms = parseIso(at) ?? Number.NaN;
  expect(newReference("KO", ms)).toMatch(new RegExp(`^${head}[0-9A-Z]{6}$`));
  expect(referenceFrom("KO", ms, () => 0.5)).toMatch(new RegExp(`^${head}[0-9A-Z]{6}$`));
});
