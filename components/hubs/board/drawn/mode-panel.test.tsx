import { expect, it } from "vitest";
import { drawn } from "@/test/drawn";
import type { HubBoard, ModeBoard } from "@/domain/hubs/board/board-view";
import type { Mode } from "@/domain/hubs/place";
import { instant } from "@/domain/shared/instant";
import { ModePanel } from "./mode-panel";

const NOW = instant(Date.UTC(2026, 10, 29));

/** The panel of a mode of which no count was ever entered. */
function panel(mode: Mode): string {
  const of: ModeBoard = {
    ...{ mode, wait: null, closedUntil: null, state: null, isStale: false, history: [], ahead: [] },
    ...{ crossings: null, record: null },
  };
  const board: HubBoard = { now: NOW, zone: "Asia/Shanghai", modes: [of], closures: [], maxAgeDays: 7, reachDays: 14 };
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
