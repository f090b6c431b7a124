import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { BorderWait, Mode } from "@/domain/hubs/place";
import { waitKey } from "@/domain/hubs/prepare-network";
import { DAY_MS, HOUR_MS, instant, type Instant, later } from "@/domain/shared/time";
import {
  type Board,
  boardKey,
  type Closure,
  type HubState,
  isAhead,
  isOn,
  spanOf,
  waitsByDirection,
  waitsOf,
} from "./board";

const NOW = instant(Date.UTC(2026, 1, 10, 4));
const day = (count: number) => later(NOW, count * DAY_MS);

const month = (mode: Mode, of: number, hours: number): BorderWait => ({
  ...{ hubId: "horgos", mode, month: of, hours },
  ...{ source: "planning table", isEstimate: true },
});
const FIGURES = [month("road", 2, 109), month("road", 3, 39.6), month("rail", 2, 24)];
const network = { waits: new Map(FIGURES.map((wait) => [waitKey(wait.hubId, wait.mode, wait.month), wait])) };

const state = (asOf: Instant, changes: Partial<HubState> = {}): HubState => ({
  ...{ hubId: "horgos", mode: "road", backlog: 1_500, throughputPerDay: 700, capacityPerDay: null },
  ...{ opensAt: null, shutsAt: null, asOf, source: "port authority" },
  ...changes,
});
const closure = (from: Instant, to: Instant, changes: Partial<Closure> = {}): Closure => ({
  ...{ id: "c", hubId: "horgos", mode: "road", from, to, zone: "Asia/Shanghai" },
  ...{ reason: "Spring Festival", source: "customs notice", withdrawnAt: null },
  ...changes,
});

const boardOf = (states: readonly HubState[], closures: readonly Closure[] = []): Board => ({
  now: NOW,
  states: new Map(states.map((one) => [boardKey(one.hubId, one.mode), one])),
  closures,
  pastClosures: [],
  ownComing: new Map(),
  ownWaits: new Map(),
  ownCrossings: new Map(),
  zoneOf: () => "Asia/Shanghai",
  maxAgeDays: 7,
  reachDays: 14,
});
const waitAt = (board: Board, mode: Mode = "road", arrival = NOW) => waitsOf(board, network)("horgos", mode, arrival);

describe("the source of a wait", () => {
  test.each([
    ["counted just now", 0, 1, "board", 51.4],
    ["counted as long ago as it may be", -7, 1, "board", 51.4],
    ["counted longer ago", -7.01, 1, "month", 109],
    ["for an arrival as far ahead as it reaches", 0, 14, "board", 51.4],
    ["for an arrival further ahead", 0, 14.01, "month", 109],
    ["for an arrival in another month, too far ahead", 0, 20, "month", 39.6],
    // The reach is from now on, whenever within their age they were counted.
    ["counted five days ago, for an arrival as far ahead as it reaches", -5, 14, "board", 51.4],
    ["counted five days ago, for an arrival further ahead", -5, 14.01, "month", 109],
  ] as const)("of figures %s", (_, counted, arrives, source, hours) => {
    expect(waitAt(boardOf([state(day(counted))]), "road", day(arrives))).toMatchObject({ source, hours });
  });

  it("is told with its time and who says so: the board's own, or none where it is a month's estimate", () => {
    const told = { asOf: NOW, statedBy: "port authority", isEstimate: false, month: 2 };
    expect(waitAt(boardOf([state(NOW)]))).toMatchObject(told);
    expect(waitAt(boardOf([]))).toMatchObject({
      ...{ source: "month", hours: 109, asOf: null, statedBy: "planning table", isEstimate: true },
    });
  });

  it("of one mode says nothing of another, nor of another hub", () => {
    expect(waitAt(boardOf([state(NOW)]), "rail")).toMatchObject({ source: "month", hours: 24 });
    expect(waitsOf(boardOf([state(NOW)]), network)("suifenhe", "road", NOW)).toBeNull();
  });

  it("is a named month's figure where one is named, whenever the goods arrive", () => {
    expect(waitsOf(boardOf([]), network)("horgos", "road", NOW, 3)).toMatchObject({ month: 3, hours: 39.6 });
  });
});

describe("own crossings that tell better than the board", () => {
  const board = { ...boardOf([state(NOW)]), ownWaits: new Map([[boardKey("horgos", "road"), 160 * HOUR_MS]]) };

  it("stand in its place as long as it would hold", () => {
    expect(waitAt(board)).toMatchObject({ source: "orders", hours: 160, asOf: null, isEstimate: false });
    expect(waitAt(board, "road", day(14))).toMatchObject({ source: "orders", hours: 160 });
    expect(waitAt(board, "road", day(14.01))).toMatchObject({ source: "month", hours: 109 });
    expect(waitAt({ ...board, states: new Map() })).toMatchObject({ source: "month" });
    expect(waitAt(board, "rail")).toMatchObject({ source: "month", hours: 24 });
  });

  it("come with what a closure ahead adds, and not with one that is over: that is in them", () => {
    const ahead = closure(day(1), day(4));
    expect(waitAt({ ...board, closures: [ahead] })).toMatchObject({ queueHours: 160, closedHours: 72 });
    expect(waitAt({ ...board, pastClosures: [closure(day(-3), day(-1))] })).toMatchObject({ hours: 160 });
  });
});

describe("own crossings beside a planning estimate", () => {
  const key = boardKey("horgos", "rail");
  const board = { ...boardOf([]), ownCrossings: new Map([[key, 34 * HOUR_MS]]) };
  const planned = (hoursOf: (month: number) => number, isEstimate = true) =>
    ({
      waits: new Map(
        Array.from({ length: 12 }, (_, at) => [
          waitKey("horgos", "rail", at + 1),
          { ...{ hubId: "horgos", mode: "rail", month: at + 1, source: "S" }, hours: hoursOf(at + 1), isEstimate },
        ]),
      ),
    }) as unknown as Parameters<typeof waitsOf>[1];

  it.each([
    ["stand in the place of one that is the same all year", planned(() => 24), "orders", 34],
    ["not of one that has its months", planned((month) => 20 + month), "month", 22],
    ["nor of a published figure", planned(() => 24, false), "month", 24],
  ] as const)("%s", (_, network, source, hours) => {
    expect(waitsOf(board, network)("horgos", "rail", NOW, 2)).toMatchObject({ source, hours });
    expect(waitsOf(board, network)("horgos", "rail", day(40), 2)).toMatchObject({ source, hours });
    expect(waitsByDirection(board, network).import("horgos", "rail", NOW, 2)?.source).toBe("month");
  });
});

describe("a closure on the board", () => {
  const holiday = closure(day(1), day(4));

  it("of three days for road makes road three days longer and rail no longer", () => {
    const board = boardOf([state(NOW)], [holiday]);
    expect(waitAt(board)).toMatchObject({ queueHours: 51.4, closedHours: 72, hours: 123.4, closures: [holiday] });
    expect(waitAt(board, "rail")).toMatchObject({ hours: 24, closedHours: 0, closures: [] });
  });

  it("of all modes holds road and rail up alike", () => {
    const board = boardOf([state(NOW)], [closure(day(0.5), day(3.5), { mode: null })]);
    expect([waitAt(board)?.closedHours, waitAt(board, "rail")?.closedHours]).toEqual([72, 72]);
  });

  it("is added to the month's figure too", () => {
    expect(waitAt(boardOf([], [holiday]))).toMatchObject({ source: "month", hours: 181, closedHours: 72 });
  });

  it("counts where nobody counts a queue, and only while it lasts", () => {
    const port = (arrival: Instant) =>
      waitsOf(boardOf([], [closure(day(1), day(2), { hubId: "CNSHA", mode: null })]), network)("CNSHA", "sea", arrival);
    expect(port(day(1.5))).toMatchObject({ source: "none", hours: 12, queueHours: 0, closedHours: 12, statedBy: null });
    expect(port(day(3))).toBeNull();
  });

  it("that was withdrawn ends then, and was none where it had not begun", () => {
    const begun = closure(day(-1), day(2), { withdrawnAt: day(1) });
    expect(spanOf(begun)).toEqual({ from: day(-1), to: day(1) });
    expect(waitAt(boardOf([state(NOW)], [begun]))?.closedHours).toBe(24);
    const never = { ...holiday, withdrawnAt: NOW };
    expect(waitAt(boardOf([state(NOW)], [never]))).toMatchObject({ closedHours: 0, closures: [] });
    expect([isAhead(never, NOW), isAhead(begun, NOW), isAhead(begun, day(1))]).toEqual([false, true, false]);
    expect([isOn(holiday, NOW), isOn(holiday, day(1)), isOn(holiday, day(4))]).toEqual([false, true, false]);
  });

  it("that somebody does not meet is not named as a reason", () => {
    const [met, missed] = [closure(day(1), day(2), { id: "met" }), closure(day(6), day(8), { id: "missed" })];
    // Over at the moment of the arrival, and begun when who arrives is through.
    const over = closure(day(-2), NOW, { id: "over" });
    const board = boardOf([state(NOW)], [missed, met, over]);
    const through = closure(instant(NOW + (waitAt(board)?.totalMs ?? 0)), day(9), { id: "through" });
    const wait = waitAt({ ...board, closures: [...board.closures, through] });
    expect(wait?.closures.map(({ id }) => id)).toEqual(["met"]);
  });

  it("of another hub, or of another mode, holds nobody up here and is not named", () => {
    const elsewhere = closure(day(-1), day(9), { hubId: "alashankou", mode: null });
    const byRail = closure(day(-1), day(9), { mode: "rail" });
    const free = waitAt(boardOf([state(NOW)]));
    expect(waitAt(boardOf([state(NOW)], [elsewhere, byRail]))).toEqual(free);
    const here = waitAt(boardOf([state(NOW)], [elsewhere, byRail, holiday]));
    expect(here).toMatchObject({ closedHours: 72, closures: [holiday] });
  });
});

it("hours are to a tenth and add up, whatever is waited for", () => {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999 }),
      fc.integer({ min: 1, max: 2_000 }),
      fc.integer({ min: -200, max: 400 }),
      (backlog, throughputPerDay, from) => {
        const board = boardOf(
          [state(NOW, { backlog, throughputPerDay })],
          [closure(later(NOW, from * HOUR_MS), later(NOW, (from + 77) * HOUR_MS))],
        );
        const wait = waitAt(board);
        expect(wait?.hours).toBe(tenth((wait?.queueHours ?? 0) + (wait?.closedHours ?? 0)));
        expect(wait?.hours).toBe(tenth(wait?.hours ?? 0));
      },
    ),
  );
});

it("is counted of what leaves China: what comes in waits by the month's figure, and meets the same closures", () => {
  const holiday = closure(day(1), day(4));
  const board = {
    ...boardOf([state(NOW)], [holiday]),
    ownWaits: new Map([[boardKey("horgos", "road"), 160 * HOUR_MS]]),
  };
  const waits = waitsByDirection(board, network);
  expect(waits.export("horgos", "road", NOW)).toMatchObject({ source: "orders", queueHours: 160, closedHours: 72 });
  expect(waits.import("horgos", "road", NOW)).toMatchObject({ source: "month", queueHours: 109, closedHours: 72 });
});
