import { expect, test } from "vitest";
import type { PlannedRoute } from "@/domain/requests/planned-route";
import type { ExpectedWait } from "@/domain/hubs/board/board";
import { instant, type LocalDate } from "@/domain/shared/time";
import { drawn } from "@/test/drawn";
import { PlanTable } from "./planned-way";

const route: PlannedRoute = {
  days: { min: 6.1, max: 7.6 },
  borderWait: { hours: 11.6, month: 12, source: "test", isEstimate: true },
  isEstimate: true,
  toCome: null,
  stops: [
    { id: "CNYIU", nameEn: "Yiwu", nameZh: "义乌" },
    { id: "CNHGS", nameEn: "Horgos", nameZh: "霍尔果斯" },
    { id: "KZALA", nameEn: "Almaty", nameZh: "阿拉木图" },
  ],
};

const legs = [
  { place: "CNHGS", mode: "road" as const, days: 4 },
  { place: "Almaty, dry port", mode: "road" as const, days: 2 },
];
/** What the market knows beside the stops of the way. */
const PLACES = [{ id: "KZ-DRY", nameEn: "Zhetysu dry port (rail)", nameZh: "七河陆港" }];
const BIDS = [
  { id: "a", name: "A Swift", transitDays: { min: 5, max: 6 }, terms: { borderWaitHours: 4, legs } },
  { id: "b", name: "B Slow", transitDays: { min: 7, max: 9 }, terms: { borderWaitHours: 24, legs } },
  { id: "c", name: "C Silent", transitDays: { min: 7, max: 8 }, terms: {} },
];

const HORGOS = { id: "horgos", nameEn: "Horgos", nameZh: "霍尔果斯", isBorderHub: true };
const wait: ExpectedWait = {
  ...{ hours: 51.4, queueHours: 51.4, closedHours: 0, totalMs: 0, queueMs: 0, closedMs: 0 },
  ...{ source: "board", comingSource: "board", openMsPerDay: 86_400_000 },
  ...{ asOf: instant(0), month: 12, statedBy: "test", isEstimate: false, closures: [] },
};
const now = { ...route, toCome: { hub: HORGOS, day: "2026-12-12" as LocalDate, wait } };

const rowsIn = (locale: string, of: PlannedRoute = route): string[] => {
  const html = drawn(<PlanTable route={of} bids={BIDS} places={PLACES} />, {
    locale,
    rooms: ["ui", "services", "service-logistics"],
  });
  const rows = html.slice(html.indexOf("<tbody>")).split("</tr>").slice(0, -1);
  return rows.map((row) => row.replace(/<[^>]+>/g, "|").replace(/\|+/g, "|"));
};

test("each bid is said beside the planned way: way, days, wait and difference", () => {
  expect(rowsIn("en")).toEqual([
    "|Plan when posted|Yiwu → Horgos → Almaty|7 to 8 days|11.6|",
    "|A Swift|Horgos → Almaty, dry port|5 to 6 days|4|2 days faster than planned|Assumes 8 hours less at the border than planned|",
    "|B Slow|Horgos → Almaty, dry port|7 to 9 days|24|1 day slower than planned|Assumes 12 hours more at the border than planned|The legs add up to 6 days, less than promised|",
    "|C Silent|no legs given|7 to 8 days|not given|As long as planned|",
  ]);
});

test("and in Chinese with the places' Chinese names", () => {
  expect(rowsIn("zh-CN").slice(0, 3)).toEqual([
    "|发布时规划|义乌 → 霍尔果斯 → 阿拉木图|7 至 8 天|11.6|",
    "|A Swift|霍尔果斯 → Almaty, dry port|5 至 6 天|4|比规划快 2 天|口岸等待比规划少算 8 小时|",
    "|B Slow|霍尔果斯 → Almaty, dry port|7 至 9 天|24|比规划慢 1 天|口岸等待比规划多算 12 小时|各运输段合计 6 天，少于承诺|",
  ]);
});

test("where a wait is expected now, each one's days are said with it, by hand: 51.4 hours for those that are assumed", () => {
  // The plan: 6.1 to 7.6 days with 11.6 hours of wait, and 39.8 hours more. A: 47.4 hours more, B: 27.4 hours more.
  expect(rowsIn("en", now).map((row) => row.split("|")[5])).toEqual([
    "8 to 10 days",
    "7 to 8 days",
    "9 to 11 days",
    "does not say which wait it assumes",
  ]);
});

test.each(["KZ-DRY", "Zhetysu dry port (rail)", "Zhetysu dry port", "七河陆港"])(
  "a bid's place that the market knows is shown by the reader's name of it, as a bidder typed it: %s",
  (typed) => {
    const bid = {
      id: "d",
      name: "D Sure",
      transitDays: { min: 6, max: 7 },
      terms: { legs: [{ place: typed, mode: "road" as const, days: 6 }] },
    };
    const way = (locale: string) =>
      drawn(<PlanTable route={route} bids={[bid]} places={PLACES} />, {
        locale,
        rooms: ["ui", "services", "service-logistics"],
      });
    expect(way("zh-CN")).toContain("七河陆港");
    expect(way("zh-CN")).not.toContain("Zhetysu");
    expect(way("en")).toContain("Zhetysu dry port (rail)");
  },
);
