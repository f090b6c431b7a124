import { expect, test } from "vitest";
import { shareOf, type TrafficRow } from "@/domain/hubs/traffic";
import { drawn } from "@/test/drawn";
import { type ReviewView, ShareBoxes } from "./share-boxes";

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
        } as unknown as ReviewView
      }
    />,
    { locale, rooms: ["admin", "hubs", "ui"] },
  );

test("months that reach the line count from the first month with orders, and the month that runs is named only where it is one", () => {
  expect(draw(false)).toMatch(/2 of 2.*since Jan 2026</s);
  expect(draw(true)).toContain("since Jan 2026, this month as far as it has come");
  expect(draw(false, "zh-CN")).not.toContain("本月计至今日");
  expect(draw(true, "zh-CN")).toContain("2026年1月起，本月计至今日");
});
