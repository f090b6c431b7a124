import { describe, expect, test } from "vitest";
import type { PricedLine } from "../bidding/price-charges";
import { contractParts } from "./contract-parts";

const line = (more: Partial<PricedLine>): PricedLine => ({
  ...{ code: "PAY", basis: "shipment", unitPriceMinor: null, rateBps: null, quantityMilli: 1_000 },
  ...{ amountMinor: "100", isPassThrough: false, note: "" },
  ...more,
});

const partsOf = (lines: readonly PricedLine[], discountMinor = 0n) => {
  const totalMinor = lines.reduce((all, { amountMinor }) => all + BigInt(amountMinor ?? "0"), 0n).toString();
  const discount = discountMinor === 0n ? null : ({ amount: { minor: discountMinor, currency: "CNY" } } as never);
  const { price, passThrough, margin } = contractParts({ lines: [...lines], currency: "CNY", totalMinor }, discount);
  return [price.minor, passThrough.minor, margin.minor];
};

const spread = { code: "FXS", basis: "bps_of_amount", rateBps: 30, amountMinor: "600" } as const;

describe("what of a contract price is a margin on an exchange", () => {
  test("is a spread by the amount, and no fee beside it", () => {
    expect(partsOf([line({}), line(spread)])).toEqual([700n, 0n, 600n]);
    expect(partsOf([line({}), line({ ...spread, code: "PAY" })])).toEqual([700n, 0n, 0n]);
    expect(partsOf([line({ ...spread, basis: "shipment" })])).toEqual([600n, 0n, 0n]);
  });

  test("is no spread with a minimum, which is a fee, and nothing that is paid at cost", () => {
    expect(partsOf([line({ ...spread, minimumMinor: "50" })])).toEqual([600n, 0n, 0n]);
    expect(partsOf([line({ ...spread, isPassThrough: true })])).toEqual([600n, 600n, 0n]);
  });

  test("is never more than what is left of the provider's own price", () => {
    expect(partsOf([line({}), line(spread)], 250n)).toEqual([450n, 0n, 450n]);
  });
});
