import { describe, expect, it, test } from "vitest";
import { isServedCountry, lastLegs } from "@/domain/hubs/last-leg";
import type { Place } from "@/domain/hubs/place";
import { planWays, type WayQuery } from "@/domain/hubs/plan-ways";
import { prepareNetwork } from "@/domain/hubs/prepare-network";
import { readReference } from "@/db/reference/read-reference";

const REAL = readReference();
const town = (id: string, lat: number, lon: number): Place => ({
  ...{ id, lat, lon, country: id.slice(0, 2), nameEn: id, nameZh: id, unlocode: null, zone: "UTC", source: "test" },
  ...{ role: "destination", isBorderHub: false, hubGroup: null, hubId: null, modes: ["road"] },
});
const TOWNS = [
  town("CN-1785623", 31.37762, 120.95431),
  town("KZ-1518980", 42.3, 69.6),
  town("RU-1503901", 55.35417, 86.08972),
  town("NL-2747891", 51.9225, 4.47917),
  town("TJ-1221874", 38.53575, 68.77905),
  town("VN-1591449", 21.18608, 106.07631),
];
const byId = new Map(TOWNS.map((one) => [one.id, one]));
const network = prepareNetwork(REAL, (id) => byId.get(id) ?? null);
const [KUNSHAN = "", SHYMKENT = "", KEMEROVO = "", ROTTERDAM = "", DUSHANBE = "", BAC_NINH = ""] = byId.keys();

const waysOf = (query: Pick<WayQuery, "originId" | "destinationId"> & Partial<WayQuery>) => {
  const ways = planWays(network, { month: 6, k: 3, ...query });
  return ways.ok ? ways.value : [];
};

describe("a town beyond the network", () => {
  test.each([
    [KUNSHAN, SHYMKENT, "road"],
    [KUNSHAN, SHYMKENT, "rail"],
    [KUNSHAN, KEMEROVO, "road"],
    [KUNSHAN, DUSHANBE, "road"],
    [KUNSHAN, ROTTERDAM, "sea"],
    [KUNSHAN, ROTTERDAM, "rail"],
    [KUNSHAN, BAC_NINH, "road"],
    [SHYMKENT, KUNSHAN, "road"],
  ] as const)("from %s to %s goods go by %s from door to door", (originId, destinationId, mode) => {
    const [way] = waysOf({ originId, destinationId, mode });
    expect(way?.legs[0]).toMatchObject({ fromId: originId, mode: "road", isEstimate: true });
    expect(way?.legs.at(-1)).toMatchObject({ toId: destinationId, mode: "road", isEstimate: true });
    expect(way?.isEstimate).toBe(true);
    expect(way?.distanceKm).toBe(way?.legs.reduce((all, { km }) => all + km, 0));
  });

  it("is joined by roads of 1.3 times the straight line, to its own country or a neighbour that is named", () => {
    for (const one of TOWNS)
      for (const leg of lastLegs(one, REAL.places)) {
        const place = REAL.places.find(({ id }) => id === leg.toId);
        expect(leg).toMatchObject({ fromId: one.id, mode: "road", isEstimate: true });
        expect([one.country, ...(one.country === "NL" ? ["DE"] : one.country === "TJ" ? ["UZ", "KG"] : [])]).toContain(
          place?.country,
        );
      }
    // The port at Yangshan lies 134 km from Kunshan as the crow flies.
    const toShanghai = lastLegs(TOWNS[0] as Place, REAL.places).find(({ toId }) => toId === "CNSHA-PORT");
    expect(toShanghai?.km).toBeGreaterThan(170);
    expect(toShanghai?.km).toBeLessThan(180);
  });

  it("changes no way between the network's own places, before or after it was asked for", () => {
    const ask = () => waysOf({ originId: "CNYIU", destinationId: "KZALA", mode: "road", k: 5 });
    const before = ask();
    waysOf({ originId: KUNSHAN, destinationId: SHYMKENT, mode: "road" });
    expect(ask()).toEqual(before);
    expect(before.flatMap(({ legs }) => legs).some(({ toId }) => byId.has(toId))).toBe(false);
  });

  it("is refused where nobody knows it, and where both ends are on one side", () => {
    const refusal = (originId: string, destinationId: string) => {
      const ways = planWays(network, { month: 6, k: 1, originId, destinationId });
      return ways.ok ? null : ways.refusal.code;
    };
    expect(refusal("CN-1", SHYMKENT)).toBe("unknown_place");
    expect(refusal(SHYMKENT, BAC_NINH)).toBe("not_across_china_border");
  });

  it("lies in a country that trucks reach from the network", () => {
    expect(["CN", "KZ", "NL", "TJ"].map(isServedCountry)).toEqual([true, true, true, true]);
    // Over the sea, or over a border that is closed.
    expect(["JP", "US", "UA", "KP"].map(isServedCountry)).toEqual([false, false, false, false]);
  });
});
