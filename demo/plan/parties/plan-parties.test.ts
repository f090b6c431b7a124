import { expect, test } from "vitest";
import { readReference } from "@/db/reference/read-reference";
import { prepareNetwork } from "@/domain/hubs/prepare-network";
import { readMarketData } from "../market-data";
import type { Movement } from "../plan-movement";
import { canBid, dealsIn, inspects } from "./plan-parties";

const market = readMarketData();
const { cargo, organisations } = market;
const traders = organisations.filter(({ kind }) => kind === "buyer");

test("every company of the market trades in goods of some chapter", () => {
  expect(traders.filter(({ goodsHs = [] }) => goodsHs.length === 0)).toEqual([]);
});

test.each(cargo.map((one) => [one.title.en, one] as const))(
  "%s have a company in each country that deals in their heading",
  (_, { corridor, hsCode }) => {
    const without = corridor
      .split("-")
      .filter(
        (country) =>
          !traders.some((one) => one.country === country && one.corridors.includes(corridor) && dealsIn(one, hsCode)),
      );
    expect(without).toEqual([]);
  },
);

test("a company deals in the goods of its headings, and not in all of their chapter", () => {
  const cashews = { goodsHs: ["080132"] };
  expect(dealsIn(cashews, "080119")).toBe(true);
  expect(dealsIn(cashews, "080390")).toBe(false);
});

test.each(cargo.filter(({ services }) => services.includes("inspection")).map((one) => [one.title.en, one] as const))(
  "%s can be looked at by two inspectors that know such goods",
  (_, { corridor, originCountry, hsCode }) => {
    const able = organisations.filter(
      (one) =>
        (one.services ?? []).includes("inspection") &&
        one.corridors.includes(corridor) &&
        (one.country === originCountry || (one.branches ?? []).includes(originCountry)) &&
        inspects(one, hsCode),
    );
    expect(able.length).toBeGreaterThanOrEqual(2);
  },
);

test("an inspector of fruit does not look at telephones, and one that names no goods looks at all", () => {
  expect(inspects({ focusHsChapters: ["08"] }, "081060")).toBe(true);
  expect(inspects({ focusHsChapters: ["08"] }, "851713")).toBe(false);
  expect(inspects({ focusHsChapters: [] }, "851713")).toBe(true);
});

test.each([
  ["CNYIU", false, false],
  ["CNYIU", true, true],
  ["CNURM", true, false],
])(
  "an inspector of fruit in Yiwu may bid on telephones in %s, to watch their loading (%s): %s",
  (originId, isLoading, may) => {
    const reference = readReference();
    const places = new Map(reference.places.map((place) => [place.id, place]));
    const served = { market, network: prepareNetwork(reference), places };
    const fruit = organisations.find(({ id }) => id === "prov-057");
    if (!fruit) throw new Error("no inspector in Yiwu");
    const movement = {
      corridor: "CN-KZ",
      hubId: "horgos",
      originId,
      cargo: { hsCode: "851713" },
    } as unknown as Movement;
    const of = { service: "inspection", movement, isLoading } as const;
    expect(canBid(served, { ...fruit, focusHsChapters: ["08"] }, of)).toBe(may);
  },
);
