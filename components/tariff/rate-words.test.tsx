import { expect, test } from "vitest";
import type { DutyRate } from "@/domain/tariff/duty-rate";
import { drawn } from "@/test/drawn";
import { useRateWords } from "./rate-words";

const Words = ({ rate }: { readonly rate: DutyRate }) => useRateWords()(rate);

const said = (rateBps: number): string => {
  const rate = { method: "ad_valorem", rateBps, unitPrice: null, unit: null } as unknown as DutyRate;
  return drawn(<Words rate={rate} />, { rooms: ["duties"] });
};

test.each([
  [0, "0%"],
  [50, "0.5%"],
  [1_000, "10%"],
  [1_250, "12.5%"],
  [10_000, "100%"],
])("a rate of %d basis points is said as %s", (rateBps, words) => {
  expect(said(rateBps)).toBe(words);
});
