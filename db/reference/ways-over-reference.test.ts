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
