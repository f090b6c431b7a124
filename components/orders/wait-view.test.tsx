import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { reckonDelays } from "@/domain/orders/delay/delay-clock";
import type { DelayWait } from "@/views/delay";
import { HOUR_MS, type Instant, instant, later } from "@/domain/shared/time";
import { WaitsView, WaitView } from "./wait-view";

const START = instant(Date.parse("2026-11-24T02:00:00Z"));
const at = (hours: number): Instant => later(START, hours * HOUR_MS);

const HORGOS = { id: "horgos", nameEn: "Horgos", nameZh: "霍尔果斯" };
const ALASHANKOU = { id: "alashankou", nameEn: "Alashankou", nameZh: "阿拉山口" };
const STAYS = [
  { hubId: "horgos", from: at(0), to: at(60), began: "arrived" },
  { hubId: "alashankou", from: at(90), to: at(100), began: "arrived" },
] as const;

const wait = (hubs: DelayWait["hubs"], stays: DelayWait["stays"] = STAYS): DelayWait => {
  const [reckoning] = reckonDelays([
    {
      ...{ stays, freeHours: 48, closures: [], areClosuresExcluded: false, reasons: [], trucks: 1 },
      ...{ currency: "CNY", prices: [{ code: "WTG", unitPriceMinor: "80000", tiers: [], isPerTruck: true }] },
    },
  ]);
  if (!reckoning) throw new Error("one clock is reckoned");
  const { freeMs, excludedMs, chargedMs, days, ...reckoned } = reckoning;
  return {
    ...{ place: "border", from: at(0), to: at(100), isRunning: true, began: "arrived", stays },
    ...{ hubs, trucks: 1, plates: [], closuresExcluded: false, isPriced: true, nextChargeAt: null },
    ...{ freeHours: 48, freeTimeSaidBy: "bid", ...reckoned },
    ...{ freeUsedHours: freeMs / HOUR_MS, excludedHours: excludedMs / HOUR_MS, chargedHours: chargedMs / HOUR_MS },
    days: days.map(({ countedMs, ...day }) => ({ ...day, countedHours: countedMs / HOUR_MS })),
  };
};

const draw = (shown: DelayWait, locale = "en") =>
  drawn(<WaitView wait={shown} mode="road" zone="Asia/Shanghai" />, {
    locale,
    rooms: ["delay", "services", "service-logistics", "ui"],
  });

const HUBS = [
  { hub: HORGOS, from: at(0), to: at(60), began: "arrived" },
  { hub: ALASHANKOU, from: at(90), to: null, began: "arrived" },
] as const;

test("a wait of goods that were sent on names each hub, and comes to one sum", () => {
  const page = draw(wait(HUBS));
  expect(page).toContain("<b>Horgos</b>");
  expect(page).toContain("<b>Alashankou</b>");
  expect(page.match(/800\.00/g)?.length).toBeGreaterThan(0);
  expect(page.match(/The buyer pays/g)).toHaveLength(1);
  expect(page).toMatch(/800\.00.*The buyer pays.*data-name="Amount, \w{3}"><b>.*800\.00/s);
  expect(draw(wait(HUBS), "zh-CN")).toContain("<b>阿拉山口</b>");
});

test.each([
  ["slot_window", "Counted from the booked window", "自预约时段开始起计"],
  ["slot_missed", "window that replaced a slot", "自改约后的时段开始起计"],
] as const)("a wait that began with a %s says so", (began, en, zh) => {
  const one = wait([], STAYS.slice(0, 1));
  const shown = { ...one, began };
  expect(draw(shown)).toContain(en);
  expect(draw(shown, "zh-CN")).toContain(zh);
  expect(draw(one)).not.toContain(en);
});

test("a wait's sentences end in Chinese as Chinese sentences do", () => {
  const text = draw(wait([], STAYS.slice(0, 1)), "zh-CN").replace(/<[^>]*>/g, "");
  expect(text).toContain("计时开始于");
  expect(text).not.toMatch(/\p{Script=Han}[.,]|[。，] |GMT[+0-9]*\./u);
});

test("a wait at the order's own hub names none: the order does", () => {
  expect(draw(wait([], STAYS.slice(0, 1)))).not.toContain("Horgos");
});

test("the waits of several trucks stand truck by truck, with what they come to in all", () => {
  const of = (plate: string) => ({ ...wait([]), plates: [plate] });
  const drawWaits = (waits: readonly DelayWait[], locale = "en") =>
    drawn(<WaitsView waits={waits} mode="road" zone="Asia/Shanghai" />, {
      locale,
      rooms: ["delay", "services", "service-logistics", "ui"],
    }).replace(/<[^>]*>/g, "");
  const page = drawWaits([of("A 1"), of("B 2")]);
  expect(page).toContain("At the border · truck A 1");
  expect(page).toContain("At the border · truck B 2");
  expect(page).toMatch(/All trucks together \(At the border\): the buyer pays .*1,600\.00/);
  expect(drawWaits([of("A 1"), of("B 2")], "zh-CN")).toMatch(/口岸等待各车合计：买方应付 .*1,600\.00/);
  expect(drawWaits([of("A 1")])).not.toContain("All trucks together");
  const unnamed = wait([]);
  expect(drawWaits([of("A 1"), unnamed])).toContain("At the border · trucks that no slot names");
  expect(drawWaits([of("A 1"), unnamed], "zh-CN")).toContain("口岸等待 · 其余车辆（预约未登记车牌）");
  expect(drawWaits([unnamed])).not.toContain("no slot names");
  // A price of the whole is charged with the longest wait, and the others say so in place of nothing.
  const shorter = { ...of("B 2"), lines: [] };
  expect(drawWaits([of("A 1"), shorter])).toContain("charged once, with the longest of these waits");
  expect(drawWaits([of("A 1"), { ...shorter, days: [] }])).toContain("Nothing is charged so far");
});
