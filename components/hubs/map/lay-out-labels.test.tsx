import { describe, expect, it, test } from "vitest";
import { drawn } from "@/test/drawn";
import { HubMap, type MapHub } from "./hub-map";
import { type Box, boxOf, type Label, layOutLabels, markBox, overlap } from "./lay-out-labels";
import type { LabelSpot } from "./map-labels";

const HUBS = [
  ["pingxiang", "Pingxiang", "凭祥", 106.76, 22.11],
  ["horgos", "Horgos", "霍尔果斯", 80.41, 44.21],
  ["suifenhe", "Suifenhe", "绥芬河", 131.1478, 44.3998],
  ["manzhouli", "Manzhouli", "满洲里", 117.3833, 49.5833],
  ["heihe", "Heihe", "黑河", 127.4902, 50.2441],
  ["hunchun", "Hunchun", "珲春", 130.3667, 42.8667],
  ["dandong", "Dandong", "丹东", 124.3822, 40.1238],
  ["erenhot", "Erenhot", "二连浩特", 111.9767, 43.6475],
  ["alashankou", "Alashankou", "阿拉山口", 82.4333, 45.1833],
  ["mohan", "Mohan", "磨憨", 101.6877, 21.1908],
  ["dongxing", "Dongxing", "东兴", 107.969, 21.541],
  ["hekou", "Hekou", "河口", 103.961, 22.509],
  ["ruili", "Ruili", "瑞丽", 97.8333, 24],
  ["torugart", "Torugart", "吐尔尕特", 75.39, 40.55],
  ["irkeshtam", "Irkeshtam", "伊尔克什坦", 73.91, 39.68],
  ["khunjerab", "Khunjerab", "红其拉甫", 75.3833, 36.8833],
  ["zhangmu", "Zhangmu", "樟木", 85.98, 27.99],
  ["gyirong", "Gyirong", "吉隆", 85.3232, 28.3992],
] as const;
const TOWNS = [
  ["CNYIU", "Yiwu", "义乌", 120.0667, 29.3],
  ["CNGGZ", "Guangzhou", "广州", 113.2333, 23.1333],
  ["KZALA", "Almaty", "阿拉木图", 76.95, 43.25],
  ["UZTAS", "Tashkent", "塔什干", 69.2851, 41.26],
  ["VNHAN", "Hanoi", "河内", 105.85, 21.0333],
  ["VNSGN", "Ho Chi Minh City", "胡志明市", 106.6667, 10.7667],
  ["RUVVO", "Vladivostok", "符拉迪沃斯托克", 131.8856, 43.1151],
  ["MNULN", "Ulaanbaatar", "乌兰巴托", 106.918, 47.9409],
] as const;
const COUNTRIES = ["KZ", "MN", "RU", "VN"];

const named = ([id, nameEn, nameZh, lon, lat]: (typeof HUBS | typeof TOWNS)[number]) => ({
  ...{ id, nameEn, nameZh, lon, lat },
});
/** The hubs with as many orders each as puts those of `first` before the others. */
const ranked = (first: readonly string[]): MapHub[] =>
  HUBS.map((hub, at): MapHub => {
    const rank = first.indexOf(hub[0]);
    const count = rank === -1 ? 40 - at : 200 - rank * 10;
    return { ...named(hub), isBorderHub: true, count, shareBps: count * 10 };
  });

const FONT = { "hub-label": 13, "place-label": 12, "country-label": 12 };

/** The boxes of all labels of a drawn map, by their words. */
function boxesIn(svg: string): [string, Box][] {
  const texts = svg.matchAll(
    /<text class="([\w-]+)" x="([\d.-]+)" y="([\d.-]+)"(?: text-anchor="(\w+)")?>(.*?)<\/text>/g,
  );
  return [...texts].map(([, kind, x, y, anchor = "start", inner = ""]) => {
    const words = inner.replace(/<[^>]+>/g, "").trim();
    const spacing = kind === "country-label" ? 0.18 : 0;
    const label: Label = {
      ...{ key: words, at: [Number(x), Number(y)], words, fontSize: FONT[kind as keyof typeof FONT], spacing },
      first: { dx: 0, dy: 0, anchor: anchor as LabelSpot["anchor"] },
    };
    return [words, boxOf(label, label.first)];
  });
}

const SIZES = [
  ["hero", 1280, 7],
  ["desk", 1280, 7],
  ["phone", 390, 4],
] as const;
const NORTHERN = ["manzhouli", "heihe", "suifenhe", "hunchun", "dandong", "erenhot", "pingxiang"];
const SOUTHERN = ["pingxiang", "dongxing", "hekou", "mohan", "ruili", "horgos", "alashankou"];
const WESTERN = ["horgos", "alashankou", "torugart", "irkeshtam", "khunjerab", "zhangmu", "gyirong"];
const CASES = SIZES.flatMap(([variant, width, count]) =>
  (["en", "zh-CN"] as const).flatMap((locale) =>
    [NORTHERN, SOUTHERN, WESTERN].map((first) => ({ variant, width, count, locale, first })),
  ),
);

describe("the labels of the map", () => {
  it.each(CASES)(
    "of $variant at $width px in $locale do not overlap where $first.0 has most of the traffic, and every named hub has one",
    ({ variant, count, locale, first }) => {
      const svg = drawn(
        <HubMap variant={variant} hubs={ranked(first)} flows={[]} places={TOWNS.map(named)} countries={COUNTRIES} />,
        { locale, rooms: ["hubs"] },
      );
      const boxes = boxesIn(svg);
      const met = boxes.flatMap(([words, box], at) =>
        boxes.slice(at + 1).flatMap(([other, its]) => (overlap(box, its) ? [`${words} / ${other}`] : [])),
      );
      expect(boxes.length).toBeGreaterThan(count);
      expect(met).toEqual([]);
      expect(svg.match(/class="hub-label"/g)).toHaveLength(count);
    },
  );
});

const label = (key: string, x: number): Label => ({
  ...{ key, at: [x, 50], words: "Heihe", fontSize: 10 },
  first: { dx: 10, dy: 4, anchor: "start" },
});
const FRAME = { left: 0, top: 0, right: 200, bottom: 100 };

test("a label stands at its first spot, and its neighbour at the next one that is free of labels and of marks", () => {
  const marks = [markBox([60, 50], 5), markBox([80, 50], 5)];
  const spots = layOutLabels([label("a", 80), label("b", 60)], { frame: FRAME, marks });
  expect(spots.get("a")).toEqual({ dx: 10, dy: 4, anchor: "start" });
  expect(spots.get("b")).toEqual({ dx: -10, dy: 4, anchor: "end" });
});

test("a label that finds no room within the frame is left out", () => {
  const frame = { left: 85, top: 40, right: 125, bottom: 60 };
  expect([...layOutLabels([label("a", 80), label("b", 80)], { frame, marks: [] }).keys()]).toEqual(["a"]);
});
