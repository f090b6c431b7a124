import { describe, expect, test } from "vitest";
import { DAY_MS, instant, later } from "../../shared/instant";
import type { Eta } from "./eta";
import { type StandingGate, goodsHold } from "./holds";

const NOW = instant(Date.parse("2026-11-24T00:00:00Z"));
const FAILED: StandingGate = {
  gate: { need: { kind: "goods_accepted" }, holds: { service: "logistics", code: "picked_up" } },
  state: { kind: "failed", why: "inspection_failed" },
} as unknown as StandingGate;

const etaFrom = (days: number, hasLeft = false): Eta => {
  const at = { min: later(NOW, days * DAY_MS), max: later(NOW, days * DAY_MS) };
  const stop = { placeId: "yiwu", at, isActual: hasLeft, isPassed: false, isOverdue: false };
  return { stops: [stop], wait: null, isAtBorder: false, arrives: at, hasArrived: false };
};

describe("what holds the goods of a deal", () => {
  test("is what stops the carriage as a whole, wherever the goods are", () => {
    const held = { state: "on_hold", stops: [FAILED] } as const;
    expect(goodsHold(held, etaFrom(3), NOW)).toEqual({ why: "on_hold", stop: FAILED });
    expect(goodsHold(held, etaFrom(-3, true), NOW)).toEqual({ why: "on_hold", stop: FAILED });
    expect(goodsHold({ state: "exception", stops: [FAILED] }, etaFrom(3), NOW)).toEqual({
      why: "exception",
      stop: null,
    });
    expect(goodsHold({ state: "disputed", stops: [] }, etaFrom(3), NOW)).toEqual({ why: "disputed", stop: null });
  });

  test("is a closed gate before a pick-up once its time has come, and not before", () => {
    const waiting = { state: "scheduled", stops: [FAILED] } as const;
    expect(goodsHold(waiting, etaFrom(0), NOW)).toEqual({ why: "gate", stop: FAILED });
    expect(goodsHold(waiting, etaFrom(1), NOW)).toBeNull();
    expect(goodsHold(waiting, etaFrom(-1, true), NOW)).toBeNull();
    expect(goodsHold({ state: "scheduled", stops: [] }, etaFrom(0), NOW)).toBeNull();
  });

  test("is a closed gate before a place at which the goods should be by now, and the one before the release of goods that are across", () => {
    const across = (nextDays: number, code: string, isAtBorder = false) => {
      const [crossed] = etaFrom(-1, true).stops;
      const [next] = etaFrom(nextDays).stops;
      const stop = { ...FAILED, gate: { ...FAILED.gate, holds: { service: "logistics", code } } } as StandingGate;
      const eta: Eta = { ...etaFrom(nextDays), isAtBorder, stops: [crossed, next].flatMap((one) => one ?? []) };
      return goodsHold({ state: "in_progress", stops: [stop] }, eta, NOW)?.why ?? null;
    };
    expect(across(0, "slot_reserved")).toBe("gate");
    expect(across(1, "slot_reserved")).toBeNull();
    expect(across(1, "import_released")).toBe("gate");
    // Goods that stand at the border go nowhere, though their slot is days away.
    expect(across(3, "crossed_border", true)).toBe("gate");
    expect(across(3, "crossed_border")).toBeNull();
  });

  test("is nothing where nobody carries them, where they have arrived, or where the order is over", () => {
    expect(goodsHold(null, etaFrom(0), NOW)).toBeNull();
    expect(goodsHold({ state: "on_hold", stops: [] }, { ...etaFrom(0), hasArrived: true }, NOW)).toBeNull();
    expect(goodsHold({ state: "cancelled", stops: [FAILED] }, etaFrom(0), NOW)).toBeNull();
  });
});
