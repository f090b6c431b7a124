import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appliedUnitPrice, priceCharges } from "../bidding/price-charges";
import { readTiers, writeTiers } from "../bidding/offer/charge-lines-form";
import type { LocalDate } from "../shared/time";
import { money } from "../shared/money";
import {
  BASES,
  CHARGE_CODES,
  CHARGE_GROUP,
  CHARGE_GROUPS,
  PERCENT_BASES,
  QUANTITY_BASES,
  isPercentBasis,
  tierAt,
} from "./charge";
import { chargeLineSchema, chargeLinesSchema, tiersSchema } from "./charge-schema";
import { quantitiesOf } from "./quantities";
import { z } from "zod";

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

const price = { minor: 120_000, currency: "CNY" };

test("there are the 28 charge codes of the market", () => {
  const codes =
    "PUP OLC EXD OFT FSC TRS SLT BST WTG DTR IMD HSC DTY VAT CUF CRT INS DLV DMR MND TRV LAB RPT FXS PAY LCO LCA KYC";
  expect(CHARGE_CODES).toEqual(codes.split(" "));
});

test("every group of a quotation has a charge", () => {
  expect(new Set(Object.values(CHARGE_GROUP))).toEqual(new Set(CHARGE_GROUPS));
});

test("a basis is a quantity or a percentage, never both", () => {
  expect(new Set(BASES).size).toBe(QUANTITY_BASES.length + PERCENT_BASES.length);
  expect(BASES.filter(isPercentBasis)).toEqual([...PERCENT_BASES]);
});

test.each(QUANTITY_BASES)("a line by %s has a unit price and no rate", (basis) => {
  expect(chargeLineSchema.safeParse({ code: "OFT", basis, unitPrice: price }).success).toBe(true);
  expect(chargeLineSchema.safeParse({ code: "OFT", basis }).success).toBe(false);
  expect(chargeLineSchema.safeParse({ code: "OFT", basis, rateBps: 40 }).success).toBe(false);
  expect(chargeLineSchema.safeParse({ code: "OFT", basis, unitPrice: price, rateBps: 40 }).success).toBe(false);
});

test.each(PERCENT_BASES)("a line by %s has a rate and no unit price", (basis) => {
  expect(chargeLineSchema.safeParse({ code: "FSC", basis, rateBps: 400 }).success).toBe(true);
  expect(chargeLineSchema.safeParse({ code: "FSC", basis }).success).toBe(false);
  expect(chargeLineSchema.safeParse({ code: "FSC", basis, unitPrice: price }).success).toBe(false);
  expect(chargeLineSchema.safeParse({ code: "FSC", basis, rateBps: 400, unitPrice: price }).success).toBe(false);
});

test.each<[object, string]>([
  [{ code: "XXX", basis: "shipment", unitPrice: price }, "an unknown code"],
  [{ code: "OFT", basis: "elephant", unitPrice: price }, "an unknown basis"],
  [{ code: "OFT", basis: "truck", unitPrice: { minor: -1, currency: "CNY" } }, "a negative price"],
  [{ code: "FSC", basis: "percent_of_OFT", rateBps: -1 }, "a negative rate"],
  [{ code: "FSC", basis: "percent_of_OFT", rateBps: 4.5 }, "a fraction of a basis point"],
  [{ code: "FSC", basis: "percent_of_OFT", rateBps: 100_001 }, "more than ten times the amount"],
  [{ code: "OFT", basis: "truck", unitPrice: price, note: "n".repeat(201) }, "a note above 200 characters"],
  [{ code: "OFT", basis: "truck", unitPrice: price, quantity: 3 }, "a quantity of the bidder's own"],
])("%j is refused: %s", (line) => {
  expect(chargeLineSchema.safeParse(line).success).toBe(false);
});

test("a bid has 1 to 40 lines", () => {
  const lines = (count: number) =>
    Array.from({ length: count }, () => ({ code: "OFT", basis: "truck", unitPrice: price }));
  expect([0, 1, 40, 41].map((count) => chargeLinesSchema.safeParse(lines(count)).success)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("lines are written back as they were read", () => {
  const lines = [
    { code: "OFT", basis: "truck", unitPrice: price, isPassThrough: false, note: "via Horgos" },
    { code: "INS", basis: "percent_of_value", rateBps: 8 },
  ];
  expect(z.encode(chargeLinesSchema, chargeLinesSchema.parse(lines))).toEqual(lines);
});
