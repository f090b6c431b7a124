import fc from "fast-check";
import { expect, test } from "vitest";
import { CHARGE_CODES, type ChargeCode } from "../services/charge";
import type { PricedLine } from "./price-charges";
import { rankedPrice, splitTotal, stateCharges } from "./bid";

const line = (code: ChargeCode, amountMinor: string | null, isPassThrough = false): PricedLine => ({
  code,
  basis: "declaration",
  unitPriceMinor: amountMinor,
  rateBps: null,
  quantityMilli: 1_000,
  amountMinor,
  isPassThrough,
  note: "",
});

const split = (lines: readonly PricedLine[]) => {
  const { own, passThrough } = splitTotal({ lines, currency: "CNY" });
  return [own.minor, passThrough.minor];
};

test("duty, VAT and the state's fee are passed through, marked or not; what else is marked is too", () => {
  expect(split([line("IMD", "300"), line("DTY", "50"), line("VAT", "160", true), line("CUF", "7")])).toEqual([
    300n,
    217n,
  ]);
  expect(split([line("IMD", "300"), line("CRT", "40", true), line("CRT", "9")])).toEqual([309n, 40n]);
});

test("bids are compared by the own price alone, so that a lower estimate of duty and tax betters no bid", () => {
  const honest = [line("IMD", "300"), line("DTY", "50"), line("VAT", "160"), line("CRT", "40", true)];
  const low = [line("IMD", "310"), line("DTY", "1"), line("VAT", "1"), line("CRT", "1", true)];
  const [first, second] = [honest, low].map((lines) => rankedPrice({ lines, currency: "CNY" }).minor);
  expect([first, second]).toEqual([300n, 310n]);
});

test("the state's charges are duty, tax and its fees alone, and no certificate that is paid at cost", () => {
  const lines = [line("IMD", "300"), line("DTY", "50"), line("VAT", "160"), line("CUF", "7"), line("CRT", "40", true)];
  expect(stateCharges({ lines, currency: "CNY" })).toEqual({ minor: 217n, currency: "CNY" });
});

test("a line that is due only if it happens is in neither part", () => {
  expect(split([line("IMD", "300"), line("BST", null)])).toEqual([300n, 0n]);
});

test("the parts are the whole", () => {
  const lines = fc.array(
    fc.record({ code: fc.constantFrom(...CHARGE_CODES), minor: fc.nat(1e9), isPassThrough: fc.boolean() }),
  );
  fc.assert(
    fc.property(lines, (rows) => {
      const [own = 0n, passThrough = 0n] = split(
        rows.map(({ code, minor, isPassThrough }) => line(code, String(minor), isPassThrough)),
      );
      expect(own + passThrough).toBe(BigInt(rows.reduce((all, { minor }) => all + minor, 0)));
    }),
  );
});
