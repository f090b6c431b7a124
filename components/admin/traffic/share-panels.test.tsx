import { expect, test } from "vitest";
import { shareOf, type TrafficRow } from "@/domain/hubs/traffic";
import { drawn } from "@/test/drawn";
import type { TrafficReview } from "@/views/traffic";
import { ShareBoxes } from "./share-panels";

const LINKS = {
  all: "#",
  border: "#",
  other: "#",
  past: "#",
  ofHub: () => "#",
  ofCorridor: () => "#",
  ofService: () => "#",
};
const share = shareOf([] as TrafficRow[], "orders", { by: "total" })[0];
const counted = { ...share, shownBps: 6_000, line: { ...share?.line, isReached: true } };
const PERIOD = { from: "2026-01-01", to: "2026-03-31" };

const draw = (isRunning: boolean, locale = "en") =>
  drawn(
    <ShareBoxes
      links={LINKS}
      recount={null}
      view={
        {
          ...{ measure: "orders", period: PERIOD, before: PERIOD, now: share, past: share, isRunning },
          months: [
            { month: "2025-12", share: null },
            { month: "2026-01", share: counted },
            { month: "2026-02", share: counted },
          ],
        } as unknown as TrafficReview
      }
    />,
    { locale, rooms: ["admin", "hubs", "ui"] },
  );

test("months that reach the line are whole ones, counted from the first with orders", () => {
  expect(draw(false)).toMatch(/2 of the 2 months with orders.*since Jan 2026</s);
  expect(draw(true)).toMatch(/1 of the one month with orders.*whole months since Jan 2026</s);
  expect(draw(false, "zh-CN")).not.toContain("整月");
  expect(draw(true, "zh-CN")).toMatch(/1 个有订单的月份中有 1 个.*2026年1月起的整月/s);
});

test.each([
  ["weight", 850_148_000n, 1_927_815_500n, "850.148 + 1,077.6675 = 1,927.8155"],
  ["value", 123_456n, 246_901n, "1,234.56 + 1,234.45 = 2,469.01"],
  ["orders", 1_200n, 1_500n, "1,200 + 300 = 1,500"],
] as const)(
  "the proof that sums add up is unrounded in %s, so that it adds up as it is printed",
  (measure, border, whole, proof) => {
    const now = { ...share, borderAmount: border, wholeAmount: whole };
    const view = { measure, period: PERIOD, before: PERIOD, now, past: share, months: [], isRunning: false };
    const html = drawn(<ShareBoxes links={LINKS} recount={null} view={view as unknown as TrafficReview} />, {
      rooms: ["admin", "hubs", "ui"],
    });
    expect(html).toContain(proof);
  },
);
