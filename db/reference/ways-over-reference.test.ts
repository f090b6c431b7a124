import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hubsOffCorridors, servedCorridors } from "@/domain/catalogue/served-corridors";
import { planDeal } from "@/domain/deals/plan-deal";
import { prepareNetwork } from "@/domain/hubs/prepare-network";
import { slowest } from "@/domain/hubs/travel-time";
import { type Mode, MODES, type Way } from "@/domain/hubs/place";
import { modesLeftOut, waysToOffer } from "@/domain/hubs/choose-ways";
import { planWays, type WayQuery } from "@/domain/hubs/plan-ways";
import type { LocalDate } from "@/domain/shared/time";
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

  it("by rail to Hanoi lead over the stations of Pingxiang and Dong Dang, by road over Youyiguan and Huu Nghi, both counted at one hub", () => {
    const ask = (mode: Mode) =>
      planWays(real, { originId: "CNNIN", destinationId: "VNHAN", mode, hubId: "pingxiang", month: 4, k: 1 });
    const stops = (mode: Mode) => {
      const planned = ask(mode);
      return planned.ok ? planned.value[0]?.legs.map((leg) => leg.toId) : planned.refusal;
    };
    expect(stops("rail")).toEqual(["CNPIN", "VN-DONG", "VNHAN"]);
    expect(stops("road")).toEqual(["CNYYG", "VN-HUUNGHI", "VNHAN"]);
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
});

it.each(["road", "multimodal"] as const)(
  "by air no way to the European Union comes through Russia or Belarus, with goods brought on by %s",
  (inlandMode) => {
    const country = new Map(REAL.places.map(({ id, country: code }) => [id, code]));
    const inUnion = REAL.places.filter(({ country: code }) => ["DE", "PL", "HU"].includes(code));
    const found = inUnion.flatMap(({ id: destinationId }) => {
      const planned = planWays(real, { originId: "CNCDU", destinationId, mode: "air", inlandMode, month: 4, k: 20 });
      return planned.ok ? planned.value : [];
    });
    expect(found.length).toBeGreaterThan(10);
    const through = found.flatMap(({ legs }) => legs.flatMap(({ toId }) => country.get(toId) ?? []));
    expect(through.filter((code) => code === "RU" || code === "BY")).toEqual([]);
  },
);

it.each([
  ["CNSNZ", "DEHAM", "sea", ["CNYTN sea"]],
  ["CNGGZ", "RUMOW", "sea", ["CNYTN sea"]],
  ["CNSNZ", "RUMOW", "sea", ["CNYTN sea"]],
  ["CNTNJ", "RUMOW", "sea", ["CNTXG sea"]],
  ["CNGGZ", "KZALA", "air", ["CNCAN-AIR air", "CNSZX-AIR air"]],
  ["CNSGH", "MNULN", null, ["erenhot road", "erenhot rail"]],
  [
    "CNYIU",
    "KZALA",
    null,
    ["CNPVG-AIR air", "horgos rail", "alashankou rail", "horgos road", "alashankou road", "torugart road"],
  ],
  ["CNCDU", "PLWAW", "air", ["CNCTU-AIR air", "CNCKG-AIR air"]],
] as const)(
  "from %s to %s by %s one way of each port and mode is offered",
  (originId, destinationId, mode, offered) => {
    const planned = planWays(real, { originId, destinationId, mode, month: 4, k: 200 });
    const places = new Map(REAL.places.map((place) => [place.id, place]));
    const ways = waysToOffer(planned.ok ? planned.value : [], places, 6);
    expect(ways.map((way) => `${way.hubId} ${way.mode}`)).toEqual(offered);
    const gateways = new Set(REAL.places.filter(({ role }) => role.endsWith("gateway")).map(({ id }) => id));
    for (const { legs, mode: by } of ways)
      for (const { toId } of legs.slice(0, -1))
        expect(!gateways.has(toId) || legs.some(({ fromId, mode: on }) => fromId === toId && on === by)).toBe(true);
  },
);

it("corridors are served to every country that a way leads to, and none to North Korea", () => {
  const countries = new Set(servedCorridors(real).flatMap((corridor) => corridor.split("-")));
  const placed = new Set(REAL.places.map(({ country }) => country).filter((country) => country !== "KP"));
  expect(placed).toEqual(countries);
  expect(servedCorridors(real)).toEqual(expect.arrayContaining(["CN-HU", "HU-CN", "CN-PK", "NP-CN"]));
  expect(new Set(servedCorridors(real)).size).toBe(2 * (countries.size - 1));
  // A country whose places no leg joins to China is not served.
  const cut = prepareNetwork({
    ...REAL,
    legs: REAL.legs.filter(({ toId, fromId }) => ![toId, fromId].includes("NPKTM")),
  });
  expect(servedCorridors(cut)).not.toContain("CN-NP");
  expect(servedCorridors(cut)).toContain("CN-PK");
});

it.each([
  ["pingxiang", ["CN-VN", "TH-CN"], ["CN-KZ", "MN-CN"]],
  ["horgos", ["KZ-CN", "CN-UZ", "CN-KG", "CN-RU"], ["CN-VN", "CN-TH", "CN-NP"]],
  ["suifenhe", ["CN-RU"], ["CN-VN", "CN-TH"]],
  ["CNTAO", ["CN-RU"], ["CN-VN", "CN-TH", "CN-KZ"]],
  ["CNYTN", ["CN-VN", "CN-TH", "CN-RU"], ["CN-KZ", "CN-UZ"]],
  ["CNHRB-AIR", ["CN-RU"], ["CN-VN", "CN-TH", "CN-KZ", "CN-MN"]],
  ["CNURC-AIR", ["CN-KZ", "UZ-CN", "CN-RU"], ["CN-VN", "CN-TH", "CN-MN"]],
])("%s serves the corridors %s and none of %s", (hubId, served, others) => {
  expect(served.filter((corridor) => hubsOffCorridors(real, [hubId], [corridor]).length > 0)).toEqual([]);
  expect(hubsOffCorridors(real, [hubId], others)).toEqual([hubId]);
});

it("a deal for any port is not planned past the ports of its own region, and one that names a far port is", () => {
  const referenceData = { network: real, places: new Map(REAL.places.map((place) => [place.id, place])) };
  const deal = {
    originId: "CNYIU",
    destinationId: "VNHPH",
    mode: "sea",
    readyDate: "2027-04-10" as LocalDate,
  } as const;
  const hubOf = (hubId: string) => {
    const planned = planDeal(referenceData, { ...deal, hubId });
    return planned.ok ? planned.value.hubId : planned.refusal;
  };
  expect(hubOf("any")).toBe("CNSHA-PORT");
  expect(hubOf("CNQZH")).toBe("CNQZH");
});

/**
 * Some ten of each mode and one over Laos in April, added up by hand from legs.csv, speeds.csv and border-waits.csv: each leg's kilometres, another mode than the way's own
 * being named, and the days. Yiwu to Almaty by road: 1410, 625, 1890 and 665 km at 600 a day, 2.35 + 1.04 + 3.15 + 1.11; 3 km over the border and
 * 39.6 hours before it, 0.01 + 1.65; 304 km at 500 a day, 0.61: 9.92. Kunming to Bangkok goes by the bridge at Houayxay. A border abroad that is no customs union's own takes half a day. By rail from Tianjin to Ulaanbaatar 875 km at 700 a day,
 * 19 and 709 at 800, a day for the gauge and 120 hours in the queue for it: 1.25 + 0.02 + 0.89 + 1 + 5. A train changes gauge at China's border and at Brest (1 day each), a ship takes 2 days at each end,
 * an aircraft's goods 2 days at the airports, and a day for each 18,000 km of the flight.
 */
const BY_HAND = [
  ["road", "CNYIU", "KZALA", "horgos", "1410 + 625 + 1890 + 665 + 3 + 304", 4897, 9.92],
  ["road", "CNYIU", "UZTAS", "horgos", "1410 + 625 + 1890 + 665 + 3 + 304 + 835", 5732, 12.09],
  ["road", "CNYIU", "RUMOW", "alashankou", "1410 + 625 + 1890 + 510 + 14 + 1310 + 1183 + 1772", 8714, 17.42],
  ["road", "CNNIN", "VNHAN", "pingxiang", "225 + 1 + 171", 397, 1.64],
  ["road", "CNGGZ", "VNSGN", "pingxiang", "570 + 225 + 1 + 171 + 1650", 2617, 5.34],
  ["road", "CNTNJ", "MNULN", "erenhot", "780 + 18 + 690", 1488, 3.3],
  ["road", "CNKSS", "KGOSS", "irkeshtam", "240 + 258", 498, 2.15],
  ["road", "CNHRN", "RUVVO", "suifenhe", "470 + 23 + 205", 698, 1.68],
  ["road", "CNKNM", "LAVTE", "mohan", "690 + 5 + 660", 1355, 3.55],
  ["road", "KZALA", "CNYIU", "horgos", "304 + 3 + 665 + 1890 + 625 + 1410", 4897, 9.92],
  ["rail", "CNXIA", "KZALA", "horgos", "655 + 1904 + 751 + 18 + 343", 3671, 7.18],
  ["rail", "CNXIA", "KGFRU", "horgos", "655 + 1904 + 751 + 18 + 343 + 570", 4241, 7.89],
  ["rail", "CNYIU", "UZTAS", "horgos", "1543 + 655 + 1904 + 751 + 18 + 343 + 869", 6083, 10.97],
  ["rail", "CNZGZ", "RUMOW", "alashankou", "566 + 655 + 1904 + 460 + 15 + 1363 + 1230 + 1816", 8009, 12.66],
  ["rail", "CNNIN", "VNHAN", "pingxiang", "231 + 25 + 174", 430, 2.58],
  [
    "rail",
    "CNCQI",
    "DEDUI",
    "alashankou",
    "740 + 655 + 1904 + 460 + 15 + 1363 + 1230 + 1816 + 1294 + 17 + 225 + 1275",
    10994,
    17.42,
  ],
  ["rail", "CNTNJ", "MNULN", "erenhot", "875 + 19 + 709", 1603, 8.16],
  ["rail", "CNHRN", "RUVVO", "suifenhe", "548 + 27 + 98 + 111", 784, 3.07],
  ["rail", "RUVYP", "CNTNJ", "suifenhe", "265 + 98 + 27 + 548 + 658 + 792", 2388, 5.33],
  ["rail", "CNKNM", "LAVTE", "mohan", "609 + 4 + 422", 1035, 3.41],
  ["rail", "CNCDU", "PLMAA", "alashankou", "792 + 655 + 1904 + 460 + 15 + 1363 + 1230 + 1816 + 1294 + 17", 9546, 15.62],
  ["rail", "RUMOW", "CNYIU", "alashankou", "1816 + 1230 + 1363 + 15 + 460 + 1904 + 655 + 1543", 8986, 14.05],
  ["sea", "CNYIU", "VNHPH", "CNQZH", "road 1208 + road 570 + road 154 + 350", 2282, 7.8],
  ["sea", "CNGGZ", "VNCLI", "CNNSA", "road 90 + 1700", 1790, 6.98],
  ["sea", "CNSNZ", "VNCLI", "CNYTN", "road 20 + 1650", 1670, 6.78],
  ["sea", "CNNIN", "THLCH", "CNYTN", "road 570 + road 155 + 2850", 3575, 9.96],
  ["sea", "CNSNZ", "THLCH", "CNYTN", "road 20 + 2850", 2870, 8.78],
  ["sea", "CNTNJ", "RUVYP", "CNTXG", "road 64 + 2500", 2564, 8.28],
  ["sea", "CNQIN", "RUVVO", "CNTAO", "road 14 + 1950", 1964, 7.27],
  ["sea", "CNSGH", "RULED", "CNSHA-PORT", "road 95 + 21600", 21695, 40.16],
  ["sea", "CNNBO", "DEHAM", "CNNGB-PORT", "road 38 + 19900", 19938, 37.23],
  ["sea", "VNHAN", "CNGGZ", "CNQZH", "road 110 + 350 + road 154 + road 570", 1184, 5.97],
  [
    "sea",
    "CNYIU",
    "RUMOW",
    "CNNGB-PORT",
    "road 233 + 1950 + rail 111 + rail 2979 + rail 2863 + rail 1519 + rail 1816",
    11471,
    19.25,
  ],
  ["sea", "CNNBO", "RULED", "CNNGB-PORT", "road 38 + 21500", 21538, 39.89],
  ["air", "CNYIU", "RUMOW", "CNPVG-AIR", "road 331 + 7188", 7519, 2.95],
  ["air", "CNZGZ", "DEDUI", "CNCGO-AIR", "road 40 + 8202 + road 392", 8634, 3.18],
  ["air", "CNGGZ", "VNHAN", "CNCAN-AIR", "road 37 + 851", 888, 2.11],
  ["air", "CNSNZ", "VNHAN", "CNSZX-AIR", "road 35 + 883", 918, 2.11],
  ["air", "CNSNZ", "VNSGN", "CNSZX-AIR", "road 35 + 1599", 1634, 2.15],
  ["road", "CNYYG", "VN-DONG", "pingxiang", "1 + 3", 4, 0.99],
  ["road", "CNPIN", "VNHAN", "pingxiang", "15 + 1 + 171", 187, 1.29],
  ["air", "CNURM", "KZALA", "CNURC-AIR", "road 25 + 893", 918, 2.09],
  ["air", "CNURM", "UZTAS", "CNURC-AIR", "road 25 + 1590", 1615, 2.13],
  ["air", "CNSGH", "DEHAM", "CNPVG-AIR", "road 41 + 8981", 9022, 2.57],
  ["air", "CNCDU", "RUMOW", "CNCTU-AIR", "road 19 + 6078", 6097, 2.37],
  ["air", "CNXIA", "KZALA", "CNXIY-AIR", "road 32 + 3047", 3079, 2.22],
  ["air", "CNCQI", "DEHAM", "CNCKG-AIR", "road 22 + 8199", 8221, 2.5],
  ["air", "CNKNM", "THBKK", "CNKMG-AIR", "road 29 + 1352", 1381, 2.13],
  ["air", "CNNIN", "VNSGN", "CNNNG-AIR", "road 32 + 1393", 1425, 2.13],
  ["air", "CNHRN", "RUOVB", "CNHRB-AIR", "road 37 + 3348", 3385, 2.25],
  ["air", "RUVVO", "CNSHY", "CNSHE-AIR", "745 + road 23", 768, 2.08],
  ["air", "CNURM", "RUOVB", "CNURC-AIR", "road 25 + 1343", 1368, 2.11],
  ["air", "KZALA", "CNURM", "CNURC-AIR", "893 + road 25", 918, 2.09],
  ["air", "CNCDU", "PLWAW", "CNCTU-AIR", "road 19 + 7950 + road 850", 8819, 3.89],
  ["air", "HUBUD", "CNSGH", "CNPVG-AIR", "road 1180 + 8981 + road 41", 10202, 4.54],
  ["air", "CNGGZ", "THBKK", "CNCAN-AIR", "road 37 + 1806", 1843, 2.16],
  ["road", "CNKNM", "THBKK", "mohan", "690 + 5 + 230 + 11 + 890", 1826, 4.83],
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

it("of the ways to offer between Yiwu and Moscow, Manzhouli is among those by road, and to Hanoi the Friendship Pass comes before Dongxing", () => {
  const hubsOf = (originId: string, destinationId: string) => {
    const ways = planWays(real, { originId, destinationId, month: 11, k: 200 });
    if (!ways.ok) throw new Error(ways.refusal.code);
    return waysToOffer(ways.value, new Map(REAL.places.map((place) => [place.id, place])), 10).flatMap(
      ({ mode, hubId }) => (mode === "road" ? [hubId] : []),
    );
  };
  expect(hubsOf("CNYIU", "RUMOW")).toEqual(["alashankou", "horgos", "manzhouli"]);
  expect(hubsOf("CNGGZ", "VNHAN").slice(0, 2)).toEqual(["pingxiang", "dongxing"]);
});

it.each([
  ["CNSNZ", "RUMOW", "CNYTN", "CNYTN road, RUNVS sea, RUMOW rail", 16_415, 30.69],
  [
    ...["CNTNJ", "RUMOW", "CNTXG"],
    "CNTXG road, RUVYP sea, RU-USSURIYSK rail, RUHTA rail, RUOVB rail, RUYEK rail, RUMOW rail",
    ...[12_006, 20.08],
  ],
  ["VNSGN", "CNSGH", "CNSHA-PORT", "VNCLI road, CNSHA-PORT sea, CNSGH road", 3_513, 9.86],
  ["VNSGN", "CNGGZ", "CNNSA", "VNCLI road, CNNSA sea, CNGGZ road", 1_808, 7.01],
] as [string, string, string, string, number, number][])(
  "for any port by sea from %s to %s goes over %s",
  (originId, destinationId, hubId, stops, km, days) => {
    const known = { network: real, places: new Map(REAL.places.map((place) => [place.id, place])) };
    const readyDate = "2027-04-10" as LocalDate;
    const planned = planDeal(known, { originId, destinationId, mode: "sea", readyDate, hubId: "any" });
    if (!planned.ok) throw new Error(planned.refusal.code);
    const { legs, distanceKm, days: planDays } = planned.value.way;
    expect(planned.value.hubId).toBe(hubId);
    expect(legs.map(({ toId, mode }) => `${toId} ${mode}`).join(", ")).toBe(stops);
    expect([distanceKm, planDays.min]).toEqual([km, days]);
  },
);

describe("modes of which no way is offered", () => {
  const places = new Map(REAL.places.map((place) => [place.id, place]));
  const answer = (originId: string, destinationId: string) => {
    const ways = planWays(real, { originId, destinationId, month: 11, k: 200 });
    return ways.ok ? ways.value : [];
  };

  it.each([
    ["CNSNZ", "VNHAN", []],
    ["CNYIU", "KZALA", [{ mode: "sea", why: "goes_back" }]],
    ["CNYIU", "RUMOW", []],
  ])("from %s to %s are %j", (from, to, leftOut) => {
    expect(modesLeftOut(answer(from, to), places)).toEqual(leftOut);
  });

  it("are with the offered ones all that there are, between any two places", () => {
    fc.assert(
      fc.property(endOf(true), endOf(false), (from, to) => {
        const ways = answer(from, to);
        const offered = waysToOffer(ways, places, 9).map(({ mode }) => mode);
        const named = modesLeftOut(ways, places).map(({ mode }) => mode);
        expect(named.filter((mode) => offered.includes(mode))).toEqual([]);
        expect(new Set([...offered, ...named])).toEqual(new Set(ways.map(({ mode }) => mode)));
      }),
      { numRuns: 100 },
    );
  });
});
