import { expect, test } from "vitest";
import { z } from "zod";
import {
  BASES,
  CHARGE_CODES,
  CHARGE_GROUP,
  CHARGE_GROUPS,
  chargeLineSchema,
  chargeLinesSchema,
  isPercentBasis,
  PERCENT_BASES,
  QUANTITY_BASES,
} from "./charge";

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
