import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareNetwork } from "@/domain/hubs/network/prepare-network";
import { slowest } from "@/domain/hubs/network/travel-time";
import { MODES, type Mode } from "@/domain/hubs/place";
import { planWays, type WayQuery } from "@/domain/hubs/plan-ways";
import type { Way } from "@/domain/hubs/way";
import { readReference } from "./read-reference";

const REAL = readReference();
const real = prepareNetwork(REAL);
const isInChina = new Map(REAL.places.map((place) => [place.id, place.country === "CN"]));
const endOf = (country: boolean) =>
  fc.constantFrom(...REAL.places.filter((place) => (place.country === "CN") === country).map((place) => place.id));
const realQueries: fc.Arbitrary<WayQuery> = fc.record({
  originId: endOf(true),
  destinationId: endOf(false),
  mode: fc.constantFrom(...MODES, null),
  month: fc.integer({ min: 1, max: 12 }),
  k: fc.integer({ min: 1, max: 6 }),
});

/** Of so many questions about the real network so many have an answer: a planner that refuses everything fails here. */
const RUNS = 300;
const ANSWERED_MIN = 0.5;

describe("ways over the real network", () => {
  it("cross China's border once, by the asked mode, at a place of their hub, without visiting a place twice", () => {
    let answered = 0;
    fc.assert(
      fc.property(realQueries, (query) => {
        const planned = planWays(real, query);
        if (!planned.ok) return;
        answered += 1;
        expect(planned.value.length).toBeGreaterThan(0);
        for (const way of planned.value) {
          const crossings = way.legs.filter((leg) => isInChina.get(leg.fromId) !== isInChina.get(leg.toId));
          expect(crossings).toHaveLength(1);
          expect(crossings[0]?.mode).toBe(query.mode ?? way.mode);
          const hub = REAL.hubs.find((one) => one.id === way.hubId);
          expect(hub?.placeIds).toContain(crossings[0]?.fromId);
          const stops = [query.originId, ...way.legs.map((leg) => leg.toId)];
          expect(way.legs.map((leg) => leg.fromId)).toEqual(stops.slice(0, -1));
          expect(stops.at(-1)).toBe(query.destinationId);
          expect(new Set(stops).size).toBe(stops.length);
          expect(way.legs.every((leg) => leg === crossings[0] || ["road", "rail"].includes(leg.mode))).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
    expect(answered).toBeGreaterThan(RUNS * ANSWERED_MIN);
  });

  it("are as long as their legs together, in kilometres and in days", () => {
    let answered = 0;
    fc.assert(
      fc.property(realQueries, (query) => {
        const planned = planWays(real, query);
        if (!planned.ok) return;
        answered += 1;
        for (const way of planned.value) {
          const sum = (of: (leg: Way["legs"][number]) => number) => way.legs.reduce((all, leg) => all + of(leg), 0);
          expect(way.distanceKm).toBe(sum((leg) => leg.km));
          expect(way.days.min).toBeCloseTo(
            sum((leg) => leg.days.min),
            6,
          );
          expect(way.days.max).toBeCloseTo(
            sum((leg) => leg.days.max),
            6,
          );
          for (const leg of way.legs) expect(leg.days.max).toBe(slowest(Math.round(leg.days.min * 100)) / 100);
        }
      }),
      { numRuns: RUNS },
    );
    expect(answered).toBeGreaterThan(RUNS * ANSWERED_MIN);
  });

  it("are the same in length and days when the goods come back", () => {
    let answered = 0;
    fc.assert(
      fc.property(realQueries, (query) => {
        const back = { ...query, originId: query.destinationId, destinationId: query.originId };
        const [out, home] = [planWays(real, query), planWays(real, back)];
        const lengths = (planned: typeof out) =>
          planned.ok ? planned.value.map((way) => [way.hubId, way.distanceKm, way.days.min]) : planned.refusal;
        expect(lengths(home)).toEqual(lengths(out));
        if (out.ok) answered += 1;
      }),
      { numRuns: RUNS },
    );
    expect(answered).toBeGreaterThan(RUNS * ANSWERED_MIN);
  });

  it("by rail to Hanoi lead over the station of Pingxiang, by road over Youyiguan, both counted at one hub", () => {
    const ask = (mode: Mode) =>
      planWays(real, { originId: "CNNIN", destinationId: "VN-DONG", mode, hubId: "pingxiang", month: 4, k: 1 });
    const stops = (mode: Mode) => {
      const planned = ask(mode);
      return planned.ok ? planned.value[0]?.legs.map((leg) => leg.toId) : planned.refusal;
    };
    expect(stops("rail")).toEqual(["CNPIN", "VN-DONG"]);
    expect(stops("road")).toEqual(["CNYYG", "VN-DONG"]);
  });

  it("never use a length that spans the border without naming its hub", () => {
    const planned = planWays(real, { originId: "CNKNM", destinationId: "LAVTE", mode: "rail", month: 4, k: 5 });
    const direct = planned.ok && planned.value.some((way) => way.legs.length === 1);
    expect(planned.ok && planned.value.length).toBeGreaterThan(0);
    expect(direct).toBe(false);
    expect(planned.ok && planned.value[0]?.hubId).toBe("mohan");
  });

  it("wait longer at Horgos in October than in April", () => {
    const wait = (month: number) => {
      const planned = planWays(real, {
        originId: "CNURM",
        destinationId: "KZALA",
        mode: "road",
        hubId: "horgos",
        month,
        k: 1,
      });
      return planned.ok ? (planned.value[0]?.borderWait?.hours ?? 0) : 0;
    };
    expect([wait(4), wait(10)]).toEqual([39.6, 79.3]);
  });

  it("are found with one search from each end, which leaves a place once by road and once by rail at most", () => {
    // A count in place of a time: how often the legs that leave a place are looked through, for one question.
    let looks = 0;
    const counting = new Proxy(real.carriage, {
      get(carriage, name, receiver) {
        if (typeof name === "string" && /^\d+$/.test(name)) looks += 1;
        return Reflect.get(carriage, name, receiver);
      },
    });
    const query = { originId: "CNYIU", destinationId: "KZALA", mode: "road", month: 3, k: 1 } as const;
    const planned = planWays({ ...real, carriage: counting }, query);
    expect(planned.ok && planned.value).toHaveLength(1);
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThanOrEqual(2 * real.places.length);
  });
});

/**
 * Ten of each mode in April, added up by hand from legs.csv, speeds.csv and border-waits.csv: each leg's kilometres, another mode than the way's own
 * being named, and the days. Yiwu to Almaty by road: 1602, 681, 2192 and 779 km at 600 a day, 2.67 + 1.14 + 3.65 + 1.30; 3 km over the border and
 * 39.6 hours before it, 0.01 + 1.65; 400 km at 500 a day, 0.80: 11.22. A train changes gauge at the border (1 day), a ship takes 2 days at each end,
 * an aircraft 3 days in all.
 */
const BY_HAND = [
  ["road", "CNYIU", "KZALA", "horgos", "1602 + 681 + 2192 + 779 + 3 + 400", 5657, 11.22],
  ["road", "CNYIU", "UZTAS", "irkeshtam", "1602 + 681 + 2192 + 1451 + 242 + 181 + 413", 6762, 12.7],
  ["road", "CNYIU", "RUMOW", "alashankou", "1602 + 681 + 2192 + 594 + 12 + 1415 + 1278 + 1914", 9688, 19.16],
  ["road", "CNNIN", "VNHAN", "dongxing", "195 + 2 + 305", 502, 1.57],
  ["road", "CNGGZ", "VNSGN", "dongxing", "681 + 195 + 2 + 305 + 1546", 2729, 5.29],
  ["road", "CNTNJ", "MNULN", "erenhot", "909 + 19 + 814", 1742, 3.73],
  ["road", "CNKSS", "KGOSS", "irkeshtam", "242 + 181", 423, 1.99],
  ["road", "CNHRN", "RUVVO", "suifenhe", "522 + 25 + 202", 749, 1.76],
  ["road", "CNKNM", "LAVTE", "mohan", "598 + 5 + 496", 1099, 2.82],
  ["road", "KZALA", "CNYIU", "horgos", "400 + 3 + 779 + 2192 + 681 + 1602", 5657, 11.22],
  ["rail", "CNXIA", "KZALA", "horgos", "655 + 2111 + 751 + 18 + 370", 3905, 7.51],
  ["rail", "CNYIU", "UZTAS", "horgos", "1543 + 655 + 2111 + 751 + 18 + 370 + 869", 6317, 10.8],
  ["rail", "CNZGZ", "RUMOW", "alashankou", "566 + 655 + 2111 + 572 + 12 + 1363 + 1230 + 1814", 8323, 13.12],
  ["rail", "CNNIN", "VNHAN", "pingxiang", "231 + 25 + 174", 430, 2.58],
  [
    "rail",
    "CNCQI",
    "DEDUI",
    "alashankou",
    "740 + 655 + 2111 + 572 + 12 + 1363 + 1230 + 1814 + 1294 + 17 + 225 + 1275",
    11308,
    16.88,
  ],
  ["rail", "CNTNJ", "MNULN", "erenhot", "875 + 19 + 784", 1678, 4.25],
  ["rail", "CNHRN", "RUVVO", "suifenhe", "503 + 24 + 195", 722, 2.99],
  ["rail", "CNKNM", "LAVTE", "mohan", "576 + 4 + 422", 1002, 3.36],
  ["rail", "CNCDU", "PLMAA", "alashankou", "792 + 655 + 2111 + 572 + 12 + 1363 + 1230 + 1814 + 1294 + 17", 9860, 15.08],
  ["rail", "RUMOW", "CNYIU", "alashankou", "1814 + 1230 + 1363 + 12 + 572 + 2111 + 655 + 1543", 9300, 14.51],
  ["sea", "CNYIU", "VNHPH", "CNNSA", "road 1305 + road 97 + 1000", 2402, 8],
  ["sea", "CNGGZ", "VNCLI", "CNYTN", "road 167 + 1650", 1817, 7.03],
  ["sea", "CNNIN", "THLCH", "CNYTN", "road 681 + road 167 + 2850", 3698, 10.17],
  ["sea", "CNSNZ", "THLCH", "CNYTN", "road 22 + 2850", 2872, 8.79],
  ["sea", "CNTNJ", "RUVYP", "CNTXG", "road 69 + 2500", 2569, 8.29],
  ["sea", "CNQIN", "RUVVO", "CNTAO", "road 15 + 1950", 1965, 7.28],
  ["sea", "CNSGH", "RULED", "CNSHA-PORT", "road 118 + 21600", 21718, 40.2],
  ["sea", "CNNBO", "DEHAM", "CNNGB-PORT", "road 41 + 19900", 19941, 37.24],
  ["sea", "VNHAN", "CNGGZ", "CNNSA", "road 119 + 1000 + road 97", 1216, 6.03],
  ["sea", "CNYIU", "RUMOW", "CNNGB-PORT", "road 252 + 21500 + road 861", 22613, 41.97],
  ["air", "CNYIU", "RUMOW", "CNPVG-AIR", "road 357 + 7188", 7545, 3.6],
  ["air", "CNZGZ", "DEDUI", "CNCGO-AIR", "road 43 + 8202 + road 423", 8668, 3.78],
  ["air", "CNGGZ", "VNHAN", "CNCAN-AIR", "road 40 + 851", 891, 3.07],
  ["air", "CNSNZ", "VNSGN", "CNCAN-AIR", "road 170 + 1649", 1819, 3.28],
  ["air", "CNURM", "KZALA", "CNURC-AIR", "road 27 + 893", 920, 3.05],
  ["air", "CNURM", "UZTAS", "CNURC-AIR", "road 27 + 1590", 1617, 3.05],
  ["air", "CNSGH", "DEHAM", "CNPVG-AIR", "road 44 + 8981", 9025, 3.07],
  ["air", "CNCDU", "RUMOW", "CNCGO-AIR", "road 823 + road 588 + road 43 + 6379", 7833, 5.42],
  ["air", "KZALA", "CNURM", "CNURC-AIR", "893 + road 27", 920, 3.05],
  ["air", "CNGGZ", "THBKK", "CNCAN-AIR", "road 40 + 1806", 1846, 3.07],
] as const;

it.each(BY_HAND)(
  "by %s from %s to %s lead through %s: %s km",
  (mode, originId, destinationId, hubId, legs, km, days) => {
    const planned = planWays(real, { originId, destinationId, mode, month: 4, k: 1 });
    const way = planned.ok ? planned.value[0] : undefined;
    const told = way?.legs.map((leg) => `${leg.mode === mode ? "" : `${leg.mode} `}${leg.km}`).join(" + ");
    expect([way?.hubId, told, way?.distanceKm, way?.days.min]).toEqual([hubId, legs, km, days]);
  },
);
