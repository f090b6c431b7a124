import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appliedUnitPrice, priceCharges } from "../../bidding/price-charges";
import { readTiers, writeTiers } from "../../bidding/offer/lines/tiers-text";
import type { LocalDate } from "../../shared/local-date";
import { money } from "../../shared/money";
import { chargeLineSchema } from "../charge";
import { quantitiesOf } from "../quantities";
import { tierAt, tiersSchema } from "./tier";

const tier = (from: number, minor: bigint) => ({ from, unitPrice: money(minor, "CNY") });
const TIERS = [tier(5, 900n), tier(10, 800n), tier(20, 700n)];

const priceAt = (trucksMilli: number | "contingent") => {
  const context = {
    codes: ["OFT"] as const,
    quantities: quantitiesOf({ truck: trucksMilli, shipment: 1000 }),
    basisAmounts: {},
    rates: [],
    day: "2026-11-24" as LocalDate,
  };
  const line = { code: "OFT" as const, basis: "truck" as const, unitPrice: money(1_000n, "CNY"), tiers: TIERS };
  const beside = { code: "OFT" as const, basis: "shipment" as const, unitPrice: money(1n, "CNY") };
  const priced = priceCharges([line, beside], "CNY", context);
  if (!priced.ok) throw new Error(priced.refusal.code);
  return priced.value.lines[0] as (typeof priced.value.lines)[number];
};

describe("prices by quantity", () => {
  test.each([
    [1_000, "1000", "1000"],
    [4_999, "1000", "4999"],
    [5_000, "900", "4500"],
    [9_999, "900", "8999"],
    [10_000, "800", "8000"],
    [20_000, "700", "14000"],
    [1_000_000, "700", "700000"],
  ])("%i thousandths are priced at %s a unit, all of them, and come to %s", (quantity, unit, amount) => {
    const line = priceAt(quantity);
    expect(appliedUnitPrice(line)).toBe(unit);
    expect(line.amountMinor).toBe(amount);
    expect(line.unitPriceMinor).toBe("1000");
  });

  test("are kept as typed where nothing is due yet, and price nothing", () => {
    const line = priceAt("contingent");
    expect(line.amountMinor).toBeNull();
    expect(appliedUnitPrice(line)).toBe("1000");
    expect(line.tiers).toEqual([
      { from: 5, unitPriceMinor: "900" },
      { from: 10, unitPriceMinor: "800" },
      { from: 20, unitPriceMinor: "700" },
    ]);
  });

  test("ascend, are at most five, and stand on unit prices only", () => {
    const wire = (...froms: number[]) => froms.map((from) => ({ from, unitPrice: { minor: 1, currency: "CNY" } }));
    expect(tiersSchema.safeParse(wire(1, 2, 3, 4, 5)).success).toBe(true);
    for (const bad of [[2, 1], [1, 1], [1, 2, 3, 4, 5, 6], [], [0]])
      expect(tiersSchema.safeParse(wire(...bad)).success).toBe(false);
    const percent = { code: "FSC", basis: "percent_of_OFT", rateBps: 1, tiers: wire(1) };
    expect(chargeLineSchema.safeParse(percent).success).toBe(false);
  });

  test("the tier is the last one that the quantity reaches, whatever the tiers", () => {
    const froms = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(froms, fc.integer({ min: 0, max: 120_000 }), (all, quantity) => {
        const tiers = all.sort((a, b) => a - b).map((from) => ({ from }));
        const reached = all.filter((from) => from * 1000 <= quantity);
        expect(tierAt(tiers, quantity)?.from ?? null).toBe(reached.at(-1) ?? null);
      }),
    );
  });
});

test.each([
  [
    "10 = 120.00; 50 = 1 100,5",
    [
      [10, 12_000],
      [50, 110_050],
    ],
  ],
  ["10:120", [[10, 12_000]]],
  ["10＝120;", [[10, 12_000]]],
  ["from 10 120", null],
  ["10 = cheap", null],
  ["10 =", null],
] as const)("%j is read as it is meant or not at all", (typed, read) => {
  const reading = readTiers(typed, "CNY");
  const tiers = "tiers" in reading ? reading.tiers : null;
  expect(tiers?.map(({ from, unitPrice }) => [from, unitPrice.minor]) ?? null).toEqual(read);
  if (tiers) {
    const kept = tiers.map(({ from, unitPrice }) => ({ from, unitPriceMinor: String(unitPrice.minor) }));
    expect(readTiers(writeTiers(kept, "CNY"), "CNY")).toEqual(reading);
  }
});
