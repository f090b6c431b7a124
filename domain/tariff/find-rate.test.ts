import { expect, test } from "vitest";
import type { LocalDate } from "../shared/time";
import { money } from "../shared/money";
import { dutyRate } from "./duty-example";
import { findFee, findRate, yearBehind } from "./find-rate";

const day = (text: string) => text as LocalDate;
const at = (hsPrefix: string, rateBps: number, validFrom = "2026-01-01") =>
  dutyRate({ hsPrefix, rateBps, validFrom: day(validFrom) });

const TARIFF = [
  at("", 500),
  at("84", 300),
  at("8471", 0),
  at("8471", 100, "2026-07-01"),
  at("847130", 700, "2027-01-01"),
  dutyRate({ charge: "vat", rateBps: 1_200, validFrom: day("2009-01-01") }),
  dutyRate({ charge: "vat", rateBps: 1_600 }),
];

test.each([
  ["duty", "620342", "2026-11-24", 500],
  ["duty", "848210", "2026-11-24", 300],
  ["duty", "847130", "2026-11-24", 100],
  ["duty", "8471300000", "2026-06-30", 0],
  ["duty", "847130", "2027-01-01", 700],
  ["duty", "847150", "2027-01-01", 100],
  ["vat", "847130", "2025-12-31", 1_200],
  ["vat", "847130", "2026-01-01", 1_600],
  ["duty", "847130", "2025-12-31", null],
  ["excise", "847130", "2026-11-24", null],
] as const)("%s of %s on %s is %s", (charge, hsCode, on, rateBps) => {
  expect(findRate(TARIFF, { charge, hsCode, day: day(on) })?.rateBps ?? null).toBe(rateBps);
});

const band = (valueFromMinor: bigint, minor: bigint, validFrom = "2026-01-01") =>
  dutyRate({
    charge: "fee",
    method: "fixed",
    rateBps: null,
    unitPrice: money(minor, "RUB"),
    valueFromMinor,
    validFrom: day(validFrom),
  });
const BANDS = [band(0n, 1_231n), band(200_000n, 2_462n), band(450_000n, 4_924n), band(200_000n, 3_000n, "2026-10-01")];

test.each([
  [0n, "2026-11-24", 1_231n],
  [199_999n, "2026-11-24", 1_231n],
  [200_000n, "2026-09-30", 2_462n],
  [200_000n, "2026-10-01", 3_000n],
  [449_999n, "2026-11-24", 3_000n],
  [450_000n, "2026-11-24", 4_924n],
  [1n, "2025-12-31", undefined],
])("the fee of a value of %d on %s is %s", (valueMinor, on, minor) => {
  expect(findFee(BANDS, { valueMinor, day: day(on) })?.unitPrice?.minor).toBe(minor);
});

test.each([
  ["2026-12-31", null],
  ["2027-01-01", "2026"],
  ["2028-02-29", "2026"],
  ["2025-12-31", null],
])("On %s the newest rates of duty are of %s, where that is an earlier year.", (on, year) => {
  const tariff = [at("", 500), dutyRate({ charge: "vat", validFrom: day("2027-01-01") }), at("84", 300, "2029-01-01")];
  expect(yearBehind(tariff, day(on))).toBe(year);
});
