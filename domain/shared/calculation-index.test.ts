import { expect, test } from "vitest";
import { calculationIndexAt, calculationIndexOn } from "./calculation-index";
import { instant, type LocalDate } from "./time";

test.each([
  ["2023-06-01", 3_692],
  ["2024-12-31", 3_692],
  ["2025-01-01", 3_932],
  ["2025-12-31", 3_932],
  ["2026-01-01", 4_325],
  ["2026-11-24", 4_325],
  // Nobody has shipped the index of this year yet.
  ["2027-01-01", 4_325],
] as const)("the index of %s is %i tenge", (day, value) => {
  expect(calculationIndexOn(day as LocalDate).value).toBe(value);
});

const at = (iso: string) => instant(Date.parse(iso));

test.each([
  // Midnight in Almaty is seven in the evening by universal time.
  ["2025-12-31T18:59:59Z", undefined, 3_932, "2025-01-01"],
  ["2025-12-31T19:00:00Z", undefined, 4_325, "2026-01-01"],
  ["2026-11-24T00:00:00Z", { value: 3_950, effectiveFrom: at("2025-03-01T00:00:00Z") }, 4_325, "2026-01-01"],
  ["2025-11-24T00:00:00Z", { value: 3_950, effectiveFrom: at("2025-03-01T00:00:00Z") }, 3_950, "2025-03-01"],
  ["2027-01-02T00:00:00Z", { value: 4_700, effectiveFrom: at("2026-12-31T19:00:00Z") }, 4_700, "2027-01-01"],
] as const)("at %s, with %j entered, it is %i tenge since %s: what began later", (now, entered, value, since) => {
  expect(calculationIndexAt(at(now), entered)).toEqual({ value, since });
});
