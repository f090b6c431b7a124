import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLACES, SPEEDS } from "@/test/small-network";
import { waitBehind } from "./board/expected-wait";
import type { WaitAt } from "./board/board";
import type { Departure } from "./crossing-wait";
import { type BorderWait, INLAND_MODES, type Leg, type Mode, MODES, type Network, type Place, type Way } from "./place";
import { prepareNetwork } from "./prepare-network";
import { CENTIDAY_MS, crossingHandling, speedTable, travelTime, waitTime } from "./travel-time";
import { compareWays } from "./way-of-path";
import { planWays, type WayQuery } from "./plan-ways";
import { DAY_MS, instant, type Instant } from "../shared/time";

const ends = fc.uniqueArray(fc.constantFrom(...PLACES.map((place) => place.id)), { minLength: 2, maxLength: 2 });
// Mostly road and rail, and short enough for a transfer to weigh: otherwise few networks would have a choice.
const legMode = fc.constantFrom(...MODES, ...(["road", "rail", "road", "rail", "road", "rail"] as const));
const legs: fc.Arbitrary<Leg> = fc
  .tuple(ends, legMode, fc.integer({ min: 1, max: 900 }))
  .map(([[fromId = "", toId = ""], mode, km]) => ({ fromId, toId, mode, km, source: "test", isEstimate: false }));
const waits: fc.Arbitrary<BorderWait> = fc.record({
  hubId: fc.constantFrom("alpha", "beta"),
  mode: fc.constantFrom(...MODES),
  month: fc.constantFrom(1, 2),
  hours: fc.integer({ min: 0, max: 120 }),
  source: fc.constant("test"),
  isEstimate: fc.constant(false),
});
const networks: fc.Arbitrary<Network> = fc.record({
  places: fc.constant(PLACES),
  legs: fc.array(legs, { minLength: 10, maxLength: 22, size: "max" }),
  speeds: fc.constant(SPEEDS),
  waits: fc.uniqueArray(waits, { selector: (wait) => `${wait.hubId}${wait.mode}${wait.month}`, maxLength: 8 }),
});
const queries: fc.Arbitrary<WayQuery> = fc.record({
  originId: fc.constantFrom("C1", "C2", "G1"),
  destinationId: fc.constantFrom("K1", "V1"),
  mode: fc.constantFrom(...MODES, null),
  hubId: fc.constantFrom("alpha", null),
  month: fc.constantFrom(1, 2),
  k: fc.integer({ min: 1, max: 8 }),
  inlandMode: fc.constantFrom(...INLAND_MODES, null),
});

type Tried = { centidays: number; km: number; hubId: string; mode: Mode };

const isSame = (a: Leg, b: Leg): boolean =>
  a.mode === b.mode && a.km === b.km && [a.fromId, a.toId].sort().join() === [b.fromId, b.toId].sort().join();

type WaitAfter = (at: { hubId: string | null; mode: Mode }, after: number) => number;

const byMonth =
  (network: Network, month: number): WaitAfter =>
  ({ hubId, mode }) => {
    const wait = network.waits.find((one) => one.hubId === hubId && one.mode === mode && one.month === month);
    return waitTime(wait?.hours ?? 0);
  };

/** Whether a way keeps to its mode, by the modes of its legs in their order and the place of its crossing among them. */
function keepsToMode(modes: readonly Mode[], crossing: number, query: WayQuery, isByTrain: boolean): boolean {
  if (query.inlandMode === "multimodal") return true;
  if (isByTrain) {
    const [before, after] = [modes.slice(0, crossing), modes.slice(crossing + 1)];
    const truckAtEnd = after.at(-1) === "road" ? after.slice(0, -1) : after;
    return (
      before.every((mode) => mode === "road") && truckAtEnd.length > 0 && truckAtEnd.every((mode) => mode === "rail")
    );
  }
  const by = modes[crossing] === "road" || modes[crossing] === "rail" ? modes[crossing] : (query.inlandMode ?? "road");
  return modes.every((mode, at) => {
    if (at === crossing || mode === by) return true;
    return by === "rail" && mode === "road" && (at === 0 || at === modes.length - 1);
  });
}

const KM_ROOM = 10_000_000;

/** What carriage between two places on one side costs at best, in centidays and then kilometres; the train's truck is at the start. */
function carriageCost(network: Network, ends: { from: string; to: string }, by: Mode): number {
  const table = speedTable(network.speeds);
  const place = new Map(network.places.map((one) => [one.id, one]));
  let best = Number.POSITIVE_INFINITY;
  const walk = (at: string, seen: string[], so: { cost: number; last: Mode | null }) => {
    if (at === ends.to) best = Math.min(best, so.cost);
    for (const leg of network.legs) {
      const next = leg.fromId === at ? leg.toId : leg.toId === at ? leg.fromId : null;
      if (next === null || seen.includes(next)) continue;
      const [here, there] = [place.get(at) as Place, place.get(next) as Place];
      if ((here.country === "CN") !== (there.country === "CN")) continue;
      if (leg.mode !== by && !(by === "rail" && leg.mode === "road" && at === ends.from)) continue;
      const transfer = so.last && so.last !== leg.mode ? 100 : 0;
      const time = travelTime(leg, [here, there], table) + transfer;
      walk(next, [...seen, next], { cost: so.cost + time * KM_ROOM + leg.km, last: leg.mode });
    }
  };
  walk(ends.from, [ends.from], { cost: 0, last: null });
  return best;
}

/** The gateways abroad that ships or aircraft may use: the nearest to the end there, by the asked inland mode, and others by train. */
function gatewaysOf(network: Network, mode: Mode, { originId, destinationId, inlandMode }: WayQuery) {
  const country = new Map(network.places.map((one) => [one.id, one.country]));
  const end = country.get(originId) === "CN" ? destinationId : originId;
  const hubOf = new Map(network.places.map((one) => [one.id, one.hubId]));
  const gateways = network.legs.flatMap(({ mode: by, fromId, toId }) => {
    const [inChina, abroad] = country.get(fromId) === "CN" ? [fromId, toId] : [toId, fromId];
    const crosses = country.get(inChina) === "CN" && country.get(abroad) !== "CN" && hubOf.get(inChina) !== null;
    return by === mode && crosses ? [abroad] : [];
  });
  const costs = new Map(
    gateways.map((one) => [
      one,
      carriageCost(network, { from: end, to: one }, inlandMode === "rail" ? "rail" : "road"),
    ]),
  );
  const least = Math.min(...costs.values());
  const near = new Set(inlandMode === "multimodal" ? gateways : gateways.filter((one) => costs.get(one) === least));
  const mayGoByTrain = mode === "sea" && !inlandMode && !gateways.includes(end);
  const others = gateways.filter((one) => !near.has(one) && country.get(one) === country.get(end));
  return { near, byTrain: new Set(mayGoByTrain ? others : []) };
}

/** Every way that visits no place twice, found by walking all of them and adding up what the rules say. */
function tryAll(network: Network, query: WayQuery, waitAfter = byMonth(network, query.month)): Tried[] {
  const walked = network.legs.filter((leg, at) => network.legs.findIndex((other) => isSame(other, leg)) === at);
  const table = speedTable(network.speeds);
  const place = new Map(network.places.map((one) => [one.id, one]));
  const found: Tried[] = [];
  const gateways = { sea: gatewaysOf(network, "sea", query), air: gatewaysOf(network, "air", query) };
  const walk = (
    at: string,
    seen: string[],
    so: { centidays: number; km: number; modes: Mode[]; crossing: number; isByTrain: boolean; via: Tried | null },
  ) => {
    if (at === query.destinationId) {
      if (so.via && keepsToMode(so.modes, so.crossing, query, so.isByTrain))
        found.push({ ...so.via, centidays: so.centidays, km: so.km });
      return;
    }
    for (const leg of walked) {
      const next = leg.fromId === at ? leg.toId : leg.toId === at ? leg.fromId : null;
      if (next === null || seen.includes(next)) continue;
      const [here, there] = [place.get(at) as Place, place.get(next) as Place];
      const isCrossing = (here.country === "CN") !== (there.country === "CN");
      const hubId = (here.country === "CN" ? here : there).hubId;
      if (isCrossing && (so.via || hubId === null || (query.mode && leg.mode !== query.mode))) continue;
      if (isCrossing && query.hubId && hubId !== query.hubId) continue;
      if (!isCrossing && leg.mode !== "road" && leg.mode !== "rail") continue;
      const abroad = here.country === "CN" ? next : at;
      const use = isCrossing && (leg.mode === "sea" || leg.mode === "air") ? gateways[leg.mode] : null;
      if (use && !use.near.has(abroad) && !use.byTrain.has(abroad)) continue;
      const modes = [so.modes.at(-1), leg.mode];
      const transfer = modes.includes("road") && modes.includes("rail") ? 100 : 0;
      const wait = isCrossing ? waitAfter({ hubId, mode: leg.mode }, so.centidays + transfer) : 0;
      const atBorder = isCrossing ? crossingHandling(leg.mode, table) + wait : 0;
      walk(next, [...seen, next], {
        centidays: so.centidays + travelTime(leg, [here, there], table) + transfer + atBorder,
        km: so.km + leg.km,
        modes: [...so.modes, leg.mode],
        crossing: isCrossing ? so.modes.length : so.crossing,
        isByTrain: use ? use.byTrain.has(abroad) : so.isByTrain,
        via: isCrossing ? { centidays: 0, km: 0, hubId: hubId as string, mode: leg.mode } : so.via,
      });
    }
  };
  walk(query.originId, [query.originId], { centidays: 0, km: 0, modes: [], crossing: -1, isByTrain: false, via: null });
  return found.sort((a, b) => a.centidays - b.centidays || a.km - b.km);
}

const figures = (way: Way) => ({ centidays: Math.round(way.days.min * 100), km: way.distanceKm });
const plan = (network: Network, query: WayQuery, departure: Departure | null = null): Way[] => {
  const planned = planWays(prepareNetwork(network), query, departure);
  return planned.ok ? planned.value : [];
};
const isOf = (way: { hubId: string; mode: Mode }, other: { hubId: string; mode: Mode }) =>
  way.hubId === other.hubId && way.mode === other.mode;

const isAsLong = (tried: Tried, way: Way): boolean =>
  tried.centidays === figures(way).centidays && tried.km === way.distanceKm;

const LEAVES = instant(Date.UTC(2026, 0, 10));
const closing = fc.array(
  fc.record({
    hubId: fc.constantFrom("alpha", "beta"),
    mode: fc.constantFrom("road", "rail", null),
    from: fc.integer({ min: -200, max: 900 }).map((after) => LEAVES + after * CENTIDAY_MS),
    length: fc.integer({ min: 1, max: 600 }).map((of) => of * CENTIDAY_MS),
  }),
  { maxLength: 5 },
);

/** Two days of queue at every border and these closures: as the planner is told of it, and counted by itself. */
function departing(closures: readonly { hubId: string; mode: Mode | null; from: number; length: number }[]) {
  const lengthAt = (hubId: string | null, mode: Mode, arrival: Instant) => {
    const felt = closures.filter((one) => one.hubId === hubId && (one.mode === null || one.mode === mode));
    const spans = felt.map(({ from, length }) => ({ from, to: from + length }));
    return waitBehind({ queueMs: 2 * DAY_MS, hours: null }, spans, arrival);
  };
  const rest = {
    source: "board",
    comingSource: "board",
    openMsPerDay: DAY_MS,
    asOf: LEAVES,
    month: 1,
    statedBy: "test",
    isEstimate: false,
    closures: [],
  } as const;
  const waitAt: WaitAt = (hubId, mode, arrival) => ({
    ...{ ...rest, hours: 0, queueHours: 0, closedHours: 0 },
    ...lengthAt(hubId, mode, arrival),
  });
  const departure: Departure = {
    departsAt: LEAVES,
    waits: { export: waitAt, import: waitAt },
  };
  const waitAfter: WaitAfter = ({ hubId, mode }, after) =>
    lengthAt(hubId, mode, instant(LEAVES + after * CENTIDAY_MS)).totalMs / CENTIDAY_MS;
  return { departure, waitAfter };
}

describe("the planner, against every way there is", () => {
  it("finds the best way of each hub and mode, and ranks them", () => {
    fc.assert(
      fc.property(networks, queries, (network, query) => {
        const all = tryAll(network, query);
        const best = all.filter((way, index) => all.findIndex((other) => isOf(other, way)) === index);
        const planned = plan(network, { ...query, k: Math.max(1, best.length) });
        expect(planned.map(figures)).toEqual(best.map(({ centidays, km }) => ({ centidays, km })));
      }),
      { numRuns: 400 },
    );
  });

  it("shows each mode's best way before any second one when fewer are asked for", () => {
    fc.assert(
      fc.property(networks, queries, (network, query) => {
        const all = tryAll(network, query);
        const best = all.filter((way, index) => all.findIndex((other) => isOf(other, way)) === index);
        const modes = new Set(best.map(({ mode }) => mode)).size;
        const planned = plan(network, query);
        expect(planned).toHaveLength(Math.min(query.k, best.length));
        expect(new Set(planned.map(({ mode }) => mode)).size).toBe(Math.min(query.k, modes));
      }),
      { numRuns: 400 },
    );
  });

  it("finds the days of the best way of each hub and mode where borders close, each way by its own arrival", () => {
    fc.assert(
      fc.property(networks, queries, closing, (network, query, closures) => {
        const { departure, waitAfter } = departing(closures);
        const all = tryAll(network, query, waitAfter);
        const best = all.filter((way, index) => all.findIndex((other) => isOf(other, way)) === index);
        const planned = plan(network, { ...query, k: Math.max(1, best.length) }, departure);
        expect(planned.map((way) => figures(way).centidays)).toEqual(best.map(({ centidays }) => centidays));
        for (const way of planned) expect(all.some((one) => isOf(one, way) && isAsLong(one, way))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("never gets longer by a leg more, but where a ship now sails to a nearer port", () => {
    fc.assert(
      fc.property(networks, queries, legs, (network, query, leg) => {
        fc.pre(["road", "rail"].includes(query.mode ?? "") || query.inlandMode === "multimodal");
        const [before] = plan(network, query);
        fc.pre(before !== undefined);
        const [after] = plan({ ...network, legs: [...network.legs, leg] }, query);
        expect(compareWays(after as Way, before as Way)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("gives the same ways for the same network told in another order", () => {
    fc.assert(
      fc.property(networks, queries, (network, query) => {
        const told = { ...network, places: [...network.places].reverse(), legs: [...network.legs].reverse() };
        expect(plan(told, query)).toEqual(plan(network, query));
      }),
    );
  });
});

const legOf = (fromId: string, toId: string, km: number, source = "test"): Leg => ({
  ...{ fromId, toId, mode: "road", km },
  ...{ source, isEstimate: false },
});

it("offers a way once, whoever tells its legs and from whichever end", () => {
  const once = [legOf("C1", "G1", 10), legOf("G1", "K1", 20)];
  const again = [legOf("G1", "C1", 10, "another source"), legOf("G1", "K1", 20, "another source")];
  const query = { originId: "C1", destinationId: "K1", month: 1, k: 5 };
  const network = { places: PLACES, legs: [...once, ...again], speeds: SPEEDS, waits: [] };
  expect(plan(network, query)).toHaveLength(1);
  expect(plan({ ...network, legs: [...again, ...once] }, query)).toEqual(plan(network, query));
  // Nor by a longer leg beside it: a hub and mode has one way, its best.
  expect(plan({ ...network, legs: [...once, ...again, legOf("C1", "G1", 11)] }, query)).toEqual(plan(network, query));
});

describe("changing between truck and train", () => {
  const leg = (fromId: string, toId: string, mode: Mode, km: number): Leg => ({
    ...{ fromId, toId, mode, km },
    ...{ source: "test", isEstimate: false },
  });
  const roadOnly = [leg("C1", "C2", "road", 600), leg("C2", "G1", "road", 600), leg("G1", "K1", "road", 1)];
  const ways = (extra: Leg[], asked: Partial<WayQuery> = {}) =>
    plan(
      { places: PLACES, legs: [...roadOnly, ...extra], speeds: SPEEDS, waits: [] },
      { originId: "C1", destinationId: "K1", mode: "road", month: 1, k: 1, ...asked },
    );
  const modesOf = (way: Way | undefined) => way?.legs.map(({ mode }) => mode);
  const multimodal = { inlandMode: "multimodal" } as const;

  it("is for multimodal carriage alone: a truck stays on the road, however much a train would save", () => {
    expect(modesOf(ways([leg("C1", "G1", "rail", 70)])[0])).toEqual(["road", "road", "road"]);
  });

  it("takes a day, so that multimodal goods stay on a truck where the train saves less", () => {
    expect(modesOf(ways([leg("C1", "C2", "rail", 300)], multimodal)[0])).toEqual(["road", "road", "road"]);
  });

  it("is worth it where the train saves more, and stands with the leg that follows", () => {
    const [way] = ways([leg("C1", "G1", "rail", 70)], multimodal);
    expect(way?.legs.map((one) => [one.mode, one.days.min])).toEqual([
      ["rail", 0.1],
      ["road", 1],
    ]);
  });

  it("a train's goods are on a truck for the first and the last leg, and on no other", () => {
    const byRail = { mode: "rail" } as const;
    const crossing = leg("G1", "K2", "rail", 8);
    const toStation = [leg("C2", "G1", "rail", 70), crossing, leg("K2", "K1", "road", 50)];
    expect(modesOf(ways(toStation, byRail)[0])).toEqual(["road", "rail", "rail", "road"]);
    // Two legs by truck to the border's own station are no way of a train.
    expect(ways([crossing, leg("K2", "K1", "road", 50)], byRail)).toEqual([]);
  });

  it("goods come to a port by road, or by rail where that is asked for", () => {
    const byTrain = [leg("C1", "G1", "rail", 70), leg("G1", "K1", "sea", 600)];
    expect(modesOf(ways(byTrain, { mode: "sea" })[0])).toEqual(["road", "road", "sea"]);
    expect(modesOf(ways(byTrain, { mode: "sea", inlandMode: "rail" })[0])).toEqual(["rail", "sea"]);
  });
});

it("a truck to an airport comes past no seaport, however short that way is", () => {
  const port = { ...(PLACES.find(({ id }) => id === "G3") as Place), role: "sea gateway" } as const;
  const places = PLACES.map((place) => (place.id === port.id ? port : place));
  const flight: Leg = { ...legOf("G1", "K1", 900), mode: "air" };
  const legs = [legOf("C1", "G3", 1), legOf("G3", "G1", 1), legOf("C1", "G1", 600), flight];
  const query = { originId: "C1", destinationId: "K1", mode: "air", month: 1, k: 5 } as const;
  const [way, ...others] = plan({ places, legs, speeds: SPEEDS, waits: [] }, query);
  expect(way?.legs.map(({ km }) => km)).toEqual([600, 900]);
  expect(others).toEqual([]);
  expect(plan({ places, legs, speeds: SPEEDS, waits: [] }, { ...query, originId: "G3" })).toHaveLength(1);
});

const by = (fromId: string, toId: string, mode: Mode, km: number): Leg => ({
  ...{ fromId, toId, mode, km },
  ...{ source: "test", isEstimate: false },
});
const kmOf = (ways: readonly Way[]) => ways.map(({ legs }) => legs.map(({ km }) => km));

it("a ship carries goods to the port that is nearest to their end, though a truck from another would be sooner", () => {
  const [near, far] = [by("G1", "K1", "sea", 9000), by("G1", "K2", "sea", 600)];
  const network = { places: PLACES, legs: [near, far, by("K2", "K1", "road", 900)], speeds: SPEEDS, waits: [] };
  const asked = { originId: "G1", destinationId: "K1", mode: "sea", month: 1, k: 5 } as const;
  expect(kmOf(plan(network, asked))).toEqual([[9000]]);
  expect(kmOf(plan(network, { ...asked, inlandMode: "multimodal" }))).toEqual([[600, 900]]);
  // Nor by a hub whose ships go nowhere near.
  const other = { ...network, legs: [...network.legs, by("G3", "K2", "sea", 600)] };
  expect(plan(other, { ...asked, originId: "G3", hubId: "beta" })).toEqual([]);
});

it("a ship's goods go on by train from a port of their end's country that is not the nearest, and to an end that is a port by none", () => {
  const places = PLACES.map((place) => (place.id === "V1" ? { ...place, country: "KZ" } : place));
  const legs = [
    ...[by("G1", "V1", "sea", 9000), by("V1", "K1", "road", 100)],
    ...[by("G1", "K2", "sea", 600), by("K2", "K1", "rail", 1600)],
  ];
  const network = { places, legs, speeds: SPEEDS, waits: [] };
  const asked = { originId: "G1", destinationId: "K1", mode: "sea", month: 1, k: 5 } as const;
  expect(kmOf(plan(network, asked))).toEqual([[600, 1600]]);
  const back = { ...asked, originId: "K1", destinationId: "G1" };
  expect(kmOf(plan(network, back))).toEqual([[1600, 600]]);
  expect(kmOf(plan(network, { ...asked, inlandMode: "road" }))).toEqual([[9000, 100]]);
  // Another country's port is no port of theirs.
  const abroad = {
    ...network,
    places: places.map((place) => (place.id === "K2" ? { ...place, country: "MN" } : place)),
  };
  expect(kmOf(plan(abroad, asked))).toEqual([[9000, 100]]);
  const port = { ...network, legs: [...legs, by("G1", "K1", "sea", 12_000)] };
  expect(kmOf(plan(port, asked))).toEqual([[12_000]]);
});
