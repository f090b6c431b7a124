import { describe, expect, it } from "vitest";
import { type Board, boardKey, type Closure, type HubState, waitsByDirection } from "@/domain/hubs/board/board";
import { prepareNetwork } from "@/domain/hubs/prepare-network";
import { planWays } from "@/domain/hubs/plan-ways";
import { suggestHub } from "@/domain/hubs/suggest-hub";
import { DAY_MS, instant, later } from "@/domain/shared/time";
import { readReference } from "./read-reference";

const network = prepareNetwork(readReference());
// 15 February 2026, noon in Beijing; trucks from Urumqi are at Horgos 1.11 days later, on the 16th at 14:38.
const LEAVES = instant(Date.UTC(2026, 1, 15, 4));

const state = (mode: "road" | "rail", backlog: number, throughputPerDay: number): HubState => ({
  ...{ hubId: "horgos", mode, backlog, throughputPerDay, capacityPerDay: null, opensAt: null, shutsAt: null },
  ...{ asOf: LEAVES, source: "port authority" },
});
// 1,500 trucks at 700 a day: 2.14 days. 60 trains at 27 a day: 2.22 days.
const STATES = [state("road", 1_500, 700), state("rail", 60, 27)];
// As many trains wait before the other railway to Almaty.
const AT_ALASHANKOU: HubState = { ...state("rail", 60, 27), hubId: "alashankou" };
const closure: Closure = {
  ...{ id: "festival", hubId: "horgos", mode: "road", zone: "Asia/Shanghai" },
  // From the 17th to the 19th, three days that begin while trucks wait.
  ...{ from: instant(Date.UTC(2026, 1, 16, 16)), to: instant(Date.UTC(2026, 1, 19, 16)) },
  ...{ reason: "Spring Festival", source: "customs notice", withdrawnAt: null },
};

/** The ways by land, the best first: no board is kept of a flight. */
function ways(closures: readonly Closure[], { states = STATES, isComing = false } = {}) {
  const board: Board = {
    now: LEAVES,
    states: new Map(
      (states.length > 0 ? [...states, AT_ALASHANKOU] : []).map((one) => [boardKey(one.hubId, one.mode), one]),
    ),
    ...{
      closures,
      pastClosures: [],
      ownComing: new Map(),
      ownWaits: new Map(),
      ownCrossings: new Map(),
      maxAgeDays: 7,
      reachDays: 14,
    },
    zoneOf: () => "Asia/Shanghai",
  };
  const [originId, destinationId] = isComing ? (["KZALA", "CNURM"] as const) : (["CNURM", "KZALA"] as const);
  const query = { originId, destinationId, month: 2, k: 40 };
  const planned = planWays(network, query, { departsAt: LEAVES, waits: waitsByDirection(board, network) });
  if (!planned.ok) throw new Error(planned.refusal.code);
  return planned.value.filter(({ mode }) => mode === "road" || mode === "rail");
}
const daysOf = (of: ReturnType<typeof ways>) =>
  of.filter(({ hubId }) => hubId === "horgos").map(({ mode, days }) => [mode, days.min]);

describe("Urumqi to Almaty over Horgos", () => {
  it("takes by road 1.73 days and the board's 2.14, by rail 2.52 and 2.22: road is first", () => {
    expect(daysOf(ways([]))).toEqual([
      ["road", 3.87],
      ["rail", 4.74],
    ]);
    expect(ways([])[0]?.borderWait).toMatchObject({
      ...{ hours: 51.4, basis: "board", asOf: LEAVES, source: "port authority", isEstimate: false },
    });
  });

  it("waits by the month where goods come the other way, and for the end of the same closure", () => {
    const [road] = ways([], { isComing: true }).filter((way) => way.mode === "road" && way.hubId === "horgos");
    expect(road?.borderWait?.basis).toBeUndefined();
    const closed = ways([closure], { isComing: true }).find((way) => way.mode === "road" && way.hubId === "horgos");
    expect((closed?.borderWait?.hours ?? 0) - (road?.borderWait?.hours ?? 0)).toBeCloseTo(72, 0);
  });

  it("takes three days more by road and none more by rail once the road is closed for three days: rail is first", () => {
    const closed = ways([closure]);
    expect(daysOf(closed)).toEqual([
      ["rail", 4.74],
      ["road", 6.87],
    ]);
    expect(suggestHub(closed, closed)?.hubId).toBe("horgos");
    const road = closed.find(({ hubId, mode }) => hubId === "horgos" && mode === "road");
    expect(road?.borderWait).toMatchObject({ hours: 123.4, closedHours: 72 });
    expect(road?.days.min).toBe(6.87);
  });

  it("is told another port where the queue of the first grows", () => {
    const crowded = [state("road", 6_000, 700), state("rail", 300, 27)];
    expect(ways([])[0]?.hubId).toBe("horgos");
    expect(ways([], { states: crowded })[0]?.hubId).toBe("alashankou");
  });

  it("waits as the months say where nothing is on the board", () => {
    const planned = planWays(network, { originId: "CNURM", destinationId: "KZALA", month: 2, k: 40 });
    const byMonth = (planned.ok ? planned.value : []).filter(({ mode }) => mode === "road" || mode === "rail");
    expect(byMonth.length).toBeGreaterThan(1);
    const asMonth = ways([], { states: [] }).map(({ hubId, mode, days }) => [hubId, mode, days.min]);
    expect(asMonth).toEqual(byMonth.map(({ hubId, mode, days }) => [hubId, mode, days.min]));
  });

  // The day of it that is left when trucks were counted, less 15 % of the 0.11 days in which the border is open again: 0.98 days more, 75.0 hours or 3.13 days in all.
  it("finds whom a closure held up that is over when the goods arrive", () => {
    const before = { ...closure, from: later(LEAVES, -2 * DAY_MS), to: later(LEAVES, DAY_MS) };
    expect(daysOf(ways([]))).toEqual([
      ["road", 3.87],
      ["rail", 4.74],
    ]);
    expect(daysOf(ways([before]))).toEqual([
      ["rail", 4.74],
      ["road", 4.86],
    ]);
  });
});
