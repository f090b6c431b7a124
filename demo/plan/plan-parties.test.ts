import { expect, test } from "vitest";
import { readMarketData } from "./market-data";
import { fitOf } from "./plan-parties";

const { cargo, organisations } = readMarketData();
const traders = organisations.filter(({ kind }) => kind === "buyer");

test("every company of the market trades in goods of some chapter", () => {
  expect(traders.filter(({ goodsHs = [] }) => goodsHs.length === 0)).toEqual([]);
});

test.each(cargo.map((one) => [one.title.en, one] as const))(
  "%s have a company in each country that trades in them, and one of them at least in their heading",
  (_, { corridor, hsCode }) => {
    const [origin, destination] = corridor.split("-");
    const fits = (country: string | undefined) =>
      traders
        .filter((one) => one.country === country && one.corridors.includes(corridor))
        .map((one) => fitOf(one, hsCode));
    const best = [origin, destination].map((country) => Math.max(0, ...fits(country)));
    expect(Math.min(...best)).toBeGreaterThan(0);
    expect(Math.max(...best)).toBe(300);
  },
);
