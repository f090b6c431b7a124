import { describe, expect, it } from "vitest";
import type { DealChain, OtherWay } from "@/views/chain";
import { instant } from "@/domain/shared/time";
import { drawn } from "@/test/drawn";
import { ChainTimes } from "./chain-times";

const spanOf = (iso: string) => ({ from: instant(Date.parse(iso)), to: instant(Date.parse(iso)) });
const stopOf = (placeId: string, iso: string, how: "actual" | "passed" | "expected" | "overdue") => ({
  ...{ placeId, at: spanOf(iso), isActual: how === "actual", isPassed: how === "passed", isOverdue: how === "overdue" },
});
const STOPS = [
  stopOf("yiwu", "2026-11-20T00:00:00Z", "actual"),
  stopOf("urumqi", "2026-11-25T00:00:00Z", "passed"),
  stopOf("horgos", "2026-11-27T00:00:00Z", "actual"),
  stopOf("almaty", "2026-12-03T00:00:00Z", "expected"),
];

const HUB = { id: "h", nameEn: "Qingdao", nameZh: "青岛港" };

const pageWith = (
  hold: DealChain["hold"],
  stops: readonly object[] = STOPS,
  wait: OtherWay["wait"] | null = null,
): string => {
  const eta = { stops, wait, arrives: spanOf("2026-12-03T00:00:00Z"), hasArrived: false };
  const deal = { id: "d", mode: "road", hub: HUB };
  return pageOf({ eta, hold, deal, isCarriedHere: true });
};

const pageOf = (view: object): string =>
  drawn(<ChainTimes view={{ places: {}, otherWays: [], ...view } as unknown as DealChain} zone="Asia/Shanghai" />, {
    rooms: ["chain", "reroute", "services", "ui", "service-inspection"],
  });

describe("where the goods are when", () => {
  it("gives no time to a place that was passed without a report", () => {
    const html = pageWith(null);
    expect(html).toContain("passed");
    expect(html).not.toContain("2026-11-25");
    expect(html).toContain("2026-12-03");
  });

  it("gives no time to a place at which the goods should be by now", () => {
    const html = pageWith(null, [...STOPS.slice(0, -1), stopOf("almaty", "2026-12-03T00:00:00Z", "overdue")]);
    expect(html).not.toContain("2026-12-03");
    expect(html.split("by now; not reported yet")).toHaveLength(3);
  });

  it("says where no carriage is ordered, and that times are then as planned", () => {
    const deal = { id: "d", mode: "road", hub: HUB };
    const stops = [...STOPS.slice(0, -1), stopOf("almaty", "2026-12-03T00:00:00Z", "overdue")];
    const eta = { stops, wait: null, arrives: spanOf("2026-12-03T00:00:00Z"), hasArrived: false };
    const planned = pageOf({ eta, hold: null, deal, isCarriedHere: false });
    expect(planned).toContain("nobody reports here where the goods are. The times are as planned.");
    expect(planned).toContain("by now, as planned");
    expect(planned).not.toContain("not reported yet");
    const over = pageOf({ eta: null, hold: null, deal, isCarriedHere: false });
    expect(over).toContain("Carriage is not ordered in this deal");
    expect(over).not.toContain("as planned");
    expect(pageOf({ eta: null, hold: null, deal, isCarriedHere: true })).toBe("");
  });

  it("says that a queue is not counted, and gives it no hours", () => {
    const waits = (wait: Partial<OtherWay["wait"]>) =>
      pageWith(null, STOPS, { queueHours: 0, closedHours: 0, source: "none", ...wait });
    expect(waits({})).toMatch(/Expected wait at Qingdao: *<small[^>]*>not counted/);
    expect(waits({})).not.toContain("0 h");
    expect(waits({ source: "board" })).toContain("0 h");
  });

  it("expects nothing of goods that are held, and says what holds them", () => {
    const gate = { need: { kind: "step", step: { service: "inspection", code: "report_issued" } } };
    const state = { kind: "failed", why: "inspection_failed" };
    const html = pageWith({ why: "on_hold", stop: { gate, state } } as unknown as DealChain["hold"]);
    expect(html).not.toContain("2026-12-03");
    expect(html).toContain("no forecast");
    expect(html).toContain("The inspection failed.");
  });

  it("says why goods have no other way once they are aboard or across the border", () => {
    const eta = { stops: STOPS, wait: null, arrives: spanOf("2026-12-03T00:00:00Z"), hasArrived: false };
    const told = (mode: string, noOtherWay: DealChain["noOtherWay"]) =>
      pageOf({ eta, hold: null, deal: { id: "d", mode, hub: HUB }, isCarriedHere: true, noOtherWay });
    expect(told("sea", "aboard")).toContain("The goods are aboard the ship");
    expect(told("air", "aboard")).toContain("The goods are aboard the flight");
    expect(told("road", "across")).toContain("across China’s border");
    expect(told("road", null)).not.toContain("Other ways from here");
  });
});
