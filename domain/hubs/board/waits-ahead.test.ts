import { expect, test } from "vitest";
import { type Instant, parseIso } from "@/domain/shared/time";
import { type Board, boardKey, type Closure, waitsOf } from "./board";
import { waitsAhead } from "./waits-ahead";

const clock = (text: string): Instant => parseIso(`${text}:00+08:00`) as Instant;
const NOW = clock("2026-02-10T10:00");

// 836 trucks wait and 1,354 a day go through from 08:00 to 20:00: 836 / (1,354 / 12) = 7.4 open hours of queue.
const boardOf = (backlog: number, closures: readonly Closure[] = []): Board => ({
  now: NOW,
  states: new Map([
    [
      boardKey("pingxiang", "road"),
      {
        ...{ hubId: "pingxiang", mode: "road", backlog, throughputPerDay: 1_354, capacityPerDay: null },
        ...{ opensAt: "08:00", shutsAt: "20:00", asOf: NOW, source: "port authority" },
      },
    ],
  ]),
  closures,
  ...{ pastClosures: [], ownComing: new Map(), ownWaits: new Map(), ownCrossings: new Map() },
  ...{ zoneOf: () => "Asia/Shanghai", maxAgeDays: 7, reachDays: 14 },
});
const waitAt = (board: Board) => waitsOf(board, { waits: new Map() });
const ASKED = { hubId: "pingxiang", mode: "road", zone: "Asia/Shanghai", now: NOW } as const;
const shown = (board: Board, days: number) =>
  waitsAhead(waitAt(board), { ...ASKED, days }).map(({ day, time, queueHours, closedHours }) => [
    `${day} ${time}`,
    queueHours,
    closedHours,
  ]);

test("waits to come are told by day and time of arrival, the queue apart from the hours in which the crossing is shut", () => {
  expect(shown(boardOf(836), 3)).toEqual([
    // Today's morning is over. From noon on 7.4 h end at 19:25, before it shuts.
    ["2026-02-10 12:00", 7.4, 0],
    // Two hours are served until 20:00, the other 5.4 from 08:00 on: a night of twelve hours lies between.
    ["2026-02-10 18:00", 7.4, 12],
    // From six to eight nobody goes through.
    ["2026-02-11 06:00", 7.4, 2],
    ["2026-02-11 12:00", 7.4, 0],
    ["2026-02-11 18:00", 7.4, 12],
    ["2026-02-12 06:00", 7.4, 2],
    ["2026-02-12 12:00", 7.4, 0],
    ["2026-02-12 18:00", 7.4, 12],
  ]);
});

test("who comes half an hour after the crossing shut waits the night, and that is no queue", () => {
  expect(waitAt(boardOf(0))("pingxiang", "road", clock("2026-02-10T20:30"))).toMatchObject({
    ...{ queueHours: 0, closedHours: 11.5, hours: 11.5 },
  });
  expect(shown(boardOf(0), 2)).toEqual([
    ["2026-02-10 12:00", 0, 0],
    ["2026-02-10 18:00", 0, 0],
    ["2026-02-11 06:00", 0, 2],
    ["2026-02-11 12:00", 0, 0],
    ["2026-02-11 18:00", 0, 0],
  ]);
});

test("of a hub that nobody counts at nothing is told, and with a closure announced the time shut alone", () => {
  const nobody = (closures: readonly Closure[]) => ({ ...boardOf(0, closures), states: new Map() });
  expect(shown(nobody([]), 3)).toEqual([]);
  const works: Closure = {
    ...{ id: "c", hubId: "pingxiang", mode: "road", reason: "Works", source: "customs notice", withdrawnAt: null },
    ...{ from: clock("2026-02-10T11:00"), to: clock("2026-02-10T14:00"), zone: "Asia/Shanghai" },
  };
  expect(shown(nobody([works]), 1)).toEqual([
    ["2026-02-10 12:00", null, 2],
    ["2026-02-10 18:00", null, 0],
  ]);
});

test("an announced closure is time shut, and leaves a longer queue to who comes after it", () => {
  const works: Closure = {
    ...{ id: "c", hubId: "pingxiang", mode: "road", reason: "Works", source: "customs notice", withdrawnAt: null },
    ...{ from: clock("2026-02-11T08:00"), to: clock("2026-02-11T14:00"), zone: "Asia/Shanghai" },
  };
  expect(shown(boardOf(0, [works]), 3)).toEqual([
    ["2026-02-10 12:00", 0, 0],
    ["2026-02-10 18:00", 0, 0],
    // Closed from six until two in the afternoon.
    ["2026-02-11 06:00", 0, 8],
    // Four open hours of arrivals stand before who comes at noon: two hours closed, then 14:00 to 18:00.
    ["2026-02-11 12:00", 4, 2],
    // Six hours held up less 15% of four: 5.4 h, of which two before the night.
    ["2026-02-11 18:00", 5.4, 12],
    // Less 15% of two more open hours: 5.1 h.
    ["2026-02-12 06:00", 5.1, 2],
    // And of four more: 4.5 h.
    ["2026-02-12 12:00", 4.5, 0],
    // And of six more: 3.6 h, of which two before the night.
    ["2026-02-12 18:00", 3.6, 12],
  ]);
});
