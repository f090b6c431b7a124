import { expect, test } from "vitest";
import type { PricedLine } from "../bidding/price-charges";
import { instant } from "../shared/time";
import { visitCharges } from "./visit-charges";

const CAME = instant(1_795_000_000_000);
const PRICED = { code: "MND", basis: "reinspection", unitPriceMinor: "168000" } as unknown as PricedLine;

test.each([
  ["the first visit", { number: 1, charge: null, checkedInAt: CAME }, []],
  ["a re-inspection that was asked for and not made", { number: 2, charge: PRICED, checkedInAt: null }, []],
  [
    "one that the bid names no price for, or that a dispute has ended in",
    { number: 2, charge: null, checkedInAt: CAME },
    [],
  ],
  ["one whose inspector has come", { number: 2, charge: PRICED, checkedInAt: CAME }, [[2, 168_000n]]],
] as const)("beside the contract price %s costs what the bid names for it", (_, round, charges) => {
  const told = visitCharges([round], "CNY").map(({ round: number, amount }) => [number, amount.minor]);
  expect(told).toEqual(charges);
});
