import { expect, test } from "vitest";
import { readReference } from "@/db/reference/read-reference";
import { findFee, findRate } from "@/domain/tariff/find-rate";
import type { LocalDate } from "@/domain/shared/time";
import { readMarketData } from "./market-data";
import { demoDutyRates } from "./duty-rates";
import { dutiesOn, dutyQuantitiesOf } from "./landed-cost";

const day = (text: string) => text as LocalDate;
const { dutyRates, cargo } = readMarketData();
const of = (country: string) => dutyRates.filter((rate) => rate.country === country);

test("whatever the demo's goods are, their duty, tax and fee are known on the first day of its year", () => {
  const on = day("2025-10-20");
  const into = [
    ...new Set(cargo.flatMap(({ destinationCountry, corridor }) => [destinationCountry, corridor.slice(-2)])),
  ];
  const countries = into.filter((country) => of(country).length > 0);
  expect(countries.length).toBeGreaterThan(5);
  for (const country of countries) {
    const rates = of(country);
    expect(findFee(rates, { valueMinor: 100_000_000n, day: on }), `${country} fee`).not.toBeNull();
    for (const { hsCode } of cargo)
      for (const charge of ["duty", "excise", "vat"] as const)
        expect(findRate(rates, { charge, hsCode, day: on }), `${country} ${charge} ${hsCode}`).not.toBeNull();
  }
});

test("a rate that the shipped rows know of an earlier day is not written over, and published ones are not entered again", () => {
  const { seedDutyRates } = readReference();
  const entered = demoDutyRates(seedDutyRates);
  expect(entered.filter(({ isEstimate }) => !isEstimate)).toEqual([]);
  const twins = entered.map((one) => [one.country, one.charge, one.hsPrefix, one.valueFrom, one.validFrom].join(" "));
  expect(new Set(twins).size).toBe(twins.length);
  const vat = (on: string) => findRate(of("RU"), { charge: "vat", hsCode: "847989", day: day(on) })?.rateBps;
  expect([vat("2025-12-31"), vat("2026-01-01")]).toEqual([2_000, 2_200]);
});

test.each([
  ["2025-12-01", 8_000_000_00n, 30_000_00n],
  ["2025-12-01", 200_000_00n, 1_067_00n],
  ["2026-01-01", 8_000_000_00n, 49_240_00n],
  ["2026-01-01", 6_000_000_00n, 49_240_00n],
  ["2026-01-01", 10_000_000_01n, 73_860_00n],
])("Russia's customs on %s take of %s kopecks a fee of %s", (on, valueMinor, fee) => {
  expect(findFee(of("RU"), { valueMinor, day: day(on) })?.unitPrice?.minor).toBe(fee);
});

test.each([
  ["270112", 600],
  ["2701129000", 600],
  ["2701121000", 300],
  ["7403111101", 0],
  ["7408110000", 200],
])("China's duty on %s is %i hundredths of a percent", (hsCode, bps) => {
  expect(findRate(of("CN"), { charge: "duty", hsCode, day: day("2026-06-01") })?.rateBps).toBe(bps);
});

test("shoes bear the duty by the pair where that is more than the share of their value", () => {
  const shoes = cargo.find(({ hsCode }) => hsCode === "640411");
  if (!shoes) throw new Error("The demo has no trainers");
  const quantities = dutyQuantitiesOf([
    { hsCode: shoes.hsCode, packageType: "CT", packages: 100, netWeightGrams: 1_000_000 },
  ]);
  expect(quantities).toEqual({ kg: 1_000, pair: 1_200 });
  const bpsOf = (minor: number) => {
    const value = { minor, currency: "CNY" } as const;
    return dutiesOn({ dutyRates }, { country: "RU", cargo: shoes, quantities, value, day: day("2026-06-01") }).dutyBps;
  };
  expect([bpsOf(40_000_00), bpsOf(400_000_00)]).toEqual([1_733, 1_000]);
});
