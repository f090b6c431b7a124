import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { drawn } from "@/test/drawn";
import type { HubBoard, ModeBoard } from "@/views/hubs";
import type { Mode } from "@/domain/hubs/place";
import { instant, type LocalDate, parseLocalDate } from "@/domain/shared/time";
import { ArrivalsTable, ModePanel } from "./mode-panel";

// Times of the current year bear none.
beforeAll(() => void vi.useFakeTimers({ now: Date.parse("2026-11-29"), toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

const NOW = instant(Date.UTC(2026, 10, 29));

/** The panel of a mode, of which no count was ever entered where none is given. */
function panel(mode: Mode, state: ModeBoard["state"] = null): string {
  const of: ModeBoard = {
    ...{ mode, wait: null, closedUntil: null, state, ahead: [] },
    ...{ crossings: null, boardRecord: null },
  };
  const board: HubBoard = {
    hubId: "horgos",
    readAt: NOW,
    zone: "Asia/Shanghai",
    countries: ["KZ"],
    modes: [of],
    closures: [],
    maxAgeDays: 7,
    reachDays: 14,
  };
  return drawn(<ModePanel board={board} of={of} zone="Asia/Shanghai" />, { rooms: ["hub-board", "ui"] });
}

it.each(["sea", "air"] as const)("of a port by %s says that neither queues nor crossings are counted", (mode) => {
  const shown = panel(mode);
  expect(shown).toContain("No queue is counted at seaports and airports");
  expect(shown).toContain("crossing times are those of trucks and trains");
  expect(shown).not.toContain("planning figure");
  expect(shown).not.toContain("Fewer than");
});

it.each(["road", "rail"] as const)(
  "of a border by %s says by which figure waits go and that too few crossed",
  (mode) => {
    const shown = panel(mode);
    expect(shown).toContain("Waits go by the month");
    expect(shown).toContain("Fewer than 5 orders");
  },
);

it.each([
  [40, "92 vehicles waiting, at most 40 let through a day: the queue is 2.3 days long."],
  [80, "92 vehicles waiting, 60 through a day: the queue is 1.5 days long."],
  [null, "92 vehicles waiting, 60 through a day: the queue is 1.5 days long."],
])("names the figure that the queue is divided by: capacity %s", (capacityPerDay, sentence) => {
  const state = {
    ...{ backlog: 92, throughputPerDay: 60, arrivalsPerDay: null, capacityPerDay, isStale: false },
    ...{ opensAt: null, shutsAt: null, asOf: NOW, source: "Port authority" },
  };
  expect(panel("road", state)).toContain(sentence);
});

it("tells waits to come by day and time of arrival, the closed hours beside the queue", () => {
  const day = parseLocalDate("2026-11-29") as LocalDate;
  const at = (hour: number) => instant(Date.UTC(2026, 10, 29, hour - 8));
  const ahead = [
    { arrivesAt: at(12), day, time: "12:00", queueHours: 7.4, closedHours: 0 },
    { arrivesAt: at(18), day, time: "18:00", queueHours: 7.4, closedHours: 12 },
  ] as const;
  const table = drawn(<ArrivalsTable ahead={ahead} zone="Asia/Shanghai" />, { rooms: ["hub-board", "ui"] });
  const cells = [...table.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) =>
    cell?.replace(/<[^>]+>/g, " ").trim(),
  );
  expect(cells).toEqual([...["Arrival", "06:00", "12:00", "18:00"], ...["29 Nov", "passed", "7.4", "7.4 + 12 closed"]]);
});
