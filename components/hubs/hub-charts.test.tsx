import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { drawn, wordsIn } from "@/test/drawn";
import { ChangeWaterfall } from "./change-waterfall";
import { CorridorBars } from "./corridor-bars";
import { percentOf, pointsOf } from "./share-figures";
import { HubMap, type MapHub } from "./map/hub-map";
import { HubShareTable } from "./hub-share-table";
import { ShareChart } from "./share-chart";
import { WaitChart } from "./wait-chart";
import type { WaitAt } from "@/domain/hubs/board/board";
import { waitsAhead } from "@/domain/hubs/board/waits-ahead";
import { instant } from "@/domain/shared/time";

const draw = (node: ReactNode, locale: "en" | "zh-CN" = "en") => drawn(node, { locale, rooms: ["hubs"] });

const hub = (id: string, nameEn: string, nameZh: string, count: number): MapHub => ({
  ...{ id, nameEn, nameZh, count },
  ...{ isBorderHub: !id.startsWith("CN"), shareBps: count * 10, lon: 106.7, lat: 22 },
});
const HUBS = [hub("pingxiang", "Pingxiang", "凭祥", 186), hub("horgos", "Horgos", "霍尔果斯", 93)];
const points = [
  { lon: 113, lat: 23 },
  { lon: 106, lat: 21 },
];
const FLOWS = [
  { hubId: "pingxiang", isBorderHub: true, points, count: 186 },
  { hubId: "horgos", isBorderHub: true, points, count: 93 },
  { hubId: "CNYTN", isBorderHub: false, points, count: 1 },
];
const map = (variant: "hero" | "desk" | "phone", locale: "en" | "zh-CN" = "en") =>
  draw(<HubMap variant={variant} hubs={HUBS} flows={FLOWS} places={[]} countries={["VN", "PK"]} />, locale);

/** The widths of a map's lines, each its own or its group's. */
const widthsIn = (html: string): string[] =>
  [...html.matchAll(/<g class="flow-\w+"(?: id="[\w-]+")? stroke-width="([\d.]+)">(.*?)<\/g>/g)].flatMap(
    ([, width = "", paths = ""]) =>
      [...paths.matchAll(/<path d="[^"]+"(?: stroke-width="([\d.]+)")?>/g)].map(([, own]) => own ?? width),
  );

describe("the hub map", () => {
  it("says in a sentence what it shows", () => {
    expect(map("desk")).toContain(
      'role="img" aria-label="Map of corridors through 2 border ports, lines as wide as their traffic. The largest is Pingxiang with 18.6%."',
    );
  });

  it("draws lines as wide as their count, never thinner than can be seen", () => {
    expect(widthsIn(map("desk"))).toEqual(["1.4", "9.0", "4.5"]);
  });

  it("draws a way and its way back as one line as wide as both, and the map for phones shows the lines of the desk's", () => {
    const back = { ...FLOWS[1], points: [...points].reverse() } as (typeof FLOWS)[number];
    const flows = [...FLOWS, back];
    const both = (variant: "desk" | "phone") =>
      draw(<HubMap variant={variant} hubs={HUBS} flows={flows} places={[]} countries={[]} />);
    expect(widthsIn(both("desk"))).toEqual(["1.4", "9.0", "9.0"]);
    const shared = /<use href="#([\w-]+)" transform="translate\([-\d. ]+\)scale\(0?\.\d+\)">/.exec(both("phone"))?.[1];
    expect(both("phone")).not.toContain("stroke-width");
    expect(both("desk")).toMatch(new RegExp(`<g class="flow-border" id="${shared}" stroke-width="1.4"><path d=`));
  });

  it("draws only the borders that it is asked for and that are not disputed", () => {
    expect(map("desk").match(/class="border"/g)).toHaveLength(1);
  });

  it("leaves the sea to the desk", () => {
    expect(map("phone")).not.toContain("flow-other");
  });

  it("names a hub in both scripts beside each other in English, in Chinese alone in Chinese", () => {
    expect(map("desk")).toMatch(/Pingxiang.*凭祥/);
    expect(map("desk", "zh-CN")).not.toContain("Pingxiang");
  });
});

const shown = (shareBps: number) => ({
  shareBps,
  shownBps: Math.round(shareBps / 10) * 10,
});
const month = (name: string, shareBps: number | null) => ({
  ...{ month: name, part: "1", whole: "2" },
  share: shareBps === null ? null : { ...shown(shareBps), isReached: shareBps >= 4_000 },
});

describe("the share by month", () => {
  const months = [month("2026-08", 3_999), month("2026-09", 4_000), month("2026-10", 4_214)];
  const chart = draw(<ShareChart points={months} lineBps={4_000} />);
  const desk = chart.slice(chart.indexOf("chart-desk"), chart.indexOf("chart-phone"));

  it("is hollow where it is under the line, and only there", () => {
    expect(desk.match(/share-dot is-below/g)).toHaveLength(1);
    expect(desk.match(/share-dot"/g)).toHaveLength(1);
  });

  it("rounds what it shows, and counts a month by its amounts: one just under the line is shown as 40.0%", () => {
    expect([percentOf(4_469, "en"), percentOf(3_999, "en")]).toEqual(["44.7%", "40.0%"]);
    expect(chart).toContain("2 of 3 months reach the 40% line");
  });

  it("breaks where a month counted nothing", () => {
    const gap = draw(
      <ShareChart points={[month("2026-07", 4_100), month("2026-08", null), ...months.slice(1)]} lineBps={4_000} />,
    );
    expect(gap).toMatch(/series stroke-c1" d="M[\d.,]+M[\d.,]+L[\d.,]+"/);
  });

  it("draws the month that runs apart, and lets it set no axis and count for no month", () => {
    const running = { ...month("2026-11", 10_000), isRunning: true };
    const begun = draw(<ShareChart points={[...months, running]} lineBps={4_000} />);
    expect(begun).toContain("2 of 3 months reach the 40% line");
    expect(begun).toContain("Nov 2026, so far");
    expect(begun).not.toContain(">100%<");
    expect(begun).not.toMatch(/series stroke-c1" d="M[\d.,]+L[\d.,]+L[\d.,]+L/);
    expect(draw(<ShareChart points={[running]} lineBps={4_000} />)).toContain("1 of 1 months");
  });

  it("draws the month that runs at its own height alone, and says its share below", () => {
    const soFar = (shareBps: number) => {
      const running = { ...month("2026-11", shareBps), isRunning: true };
      const html = draw(<ShareChart points={[...months, running]} lineBps={4_000} />);
      return [html.includes("share-so-far"), /chart-note">([^<]+)/.exec(html)?.[1]];
    };
    expect(soFar(4_100)).toEqual([true, "Running month: 41.0% so far"]);
    expect(soFar(0)).toEqual([false, "Running month, 0.0% so far: not drawn"]);
    expect(soFar(10_000)).toEqual([false, "Running month, 100.0% so far: not drawn"]);
  });

  it("says so when nothing was counted at all", () => {
    expect(draw(<ShareChart points={[month("2026-07", null)]} lineBps={4_000} />)).toContain(
      "Nothing has been counted",
    );
  });
});

const AFTER = { amount: "569", ...shown(4_144), before: shown(3_813) };
const ROW = { hubId: "horgos", nameEn: "Horgos", nameZh: "霍尔果斯", isBorderHub: true, amount: "148" };
it("shares are rounded each by itself, and a row of rounding makes them add up to their sum where they would not", () => {
  const table = (...shares: readonly number[]) =>
    draw(
      <HubShareTable
        rows={shares.map((share, at) => ({ ...ROW, hubId: `${at}`, ...shown(share), before: null }))}
        border={{ ...AFTER, ...shown(10_000) }}
        rest={{ ...AFTER, ...shown(0) }}
        amountHead="Orders"
        caption="Share by hub"
      />,
    );
  expect(table(3_333, 3_333, 3_333)).toMatch(/Rounding.*0\.1%/s);
  expect(table(3_335, 3_335, 3_336)).toMatch(/Rounding.*-0\.2%/s);
  expect(table(3_330, 3_330, 3_340)).not.toContain("Rounding");
});

it("a row of rounding makes the rounded weights of corridors add up to the whole where they would not", () => {
  const bars = (...weights: readonly number[]) =>
    draw(
      <CorridorBars
        caption="Share by corridor"
        corridors={weights.map((weightBps, at) => ({
          ...{ corridor: `CN-${at}`, fromCountry: "CN", toCountry: "KZ", weightBps, shareBps: 5_000, change: null },
        }))}
        total={{ shareBps: 5_000, change: null }}
      />,
    );
  expect(bars(3_330, 3_330, 3_330)).toMatch(/Rounding.*0\.1%/s);
  expect(bars(5_000, 5_000)).not.toContain("Rounding");
});

it("the amounts of corridors stand in a line of their own too, which a phone shows in place of their column", () => {
  const page = draw(
    <CorridorBars
      caption="Share by corridor"
      corridors={[
        {
          ...{ corridor: "CN-KZ", fromCountry: "CN", toCountry: "KZ", weightBps: 10_000, shareBps: 4_430 },
          ...{ amount: "93 of 210", change: null },
        },
      ]}
      total={{ shareBps: 4_430, amount: "93 of 210", change: null }}
    />,
  );
  expect(page.match(/narrow-line.*?93 of 210/gs)).toHaveLength(2);
  expect(page).toMatch(/<td class="num hub-before">93 of 210/);
});

const SOME = {
  table: (
    <HubShareTable
      rows={[
        { ...ROW, hubId: "pingxiang", nameEn: "Pingxiang", nameZh: "凭祥", ...shown(1_350), before: shown(1_198) },
        { ...ROW, ...shown(1_074), before: null },
      ]}
      border={AFTER}
      rest={{ amount: "804", ...shown(5_856), before: shown(6_187) }}
      amountHead="Orders"
      caption="Share by hub"
    />
  ),
  waterfall: (
    <ChangeWaterfall
      before={{ label: "before", bps: 3_890 }}
      after={{ label: "after", bps: 4_000 }}
      steps={[
        { name: "Horgos", changeBps: 157 },
        { name: "Mohan", changeBps: -47 },
        { name: "Ruili", changeBps: 0 },
      ]}
      lineBps={4_000}
      table={{ summary: "Steps as a table", caption: "Steps", heads: ["Port", "Points"] }}
    />
  ),
  corridors: (
    <CorridorBars
      corridors={[
        { corridor: "CN-KZ", fromCountry: "CN", toCountry: "KZ", weightBps: 6_000, shareBps: 5_000, change: null },
        {
          corridor: "VN-CN",
          fromCountry: "VN",
          toCountry: "CN",
          weightBps: 4_000,
          shareBps: 0,
          change: { withinBps: -3, mixBps: 5 },
        },
      ]}
      caption="Corridors"
      total={{ shareBps: 3_000, change: { withinBps: -3, mixBps: 5 } }}
    />
  ),
};

describe("tables and steps of the share", () => {
  it("show a change only where there was a period before", () => {
    const table = draw(SOME.table);
    expect(table).toContain("+1.52");
    expect(table).toContain("+3.31");
    expect(table.match(/>none</g)).toHaveLength(2);
  });

  it("lead from before to after in signed points, leaving out what did not change", () => {
    const steps = draw(SOME.waterfall);
    expect(steps).toContain("The share went from 38.9% to 40.0%, +1.10 points.");
    expect(steps.match(/trend-up/g)).toHaveLength(2);
    expect(steps.match(/trend-down/g)).toHaveLength(2);
    expect(steps).toContain('<tr><th scope="row">Mohan</th><td class="num">-0.47</td></tr></tbody>');
    expect(steps).not.toContain("Ruili");
  });

  it("name corridors in the reader's language", () => {
    expect(draw(SOME.corridors)).toContain("China to Kazakhstan");
    expect(draw(SOME.corridors, "zh-CN")).toContain("越南至中国");
  });

  it("a basis point is never lost in a difference", () => {
    expect([1, -1, 0, 157].map((bps) => pointsOf(bps, "en"))).toEqual(["+0.01", "-0.01", "0.00", "+1.57"]);
  });
});

describe("every drawing", () => {
  it("carries no inline style, for the page's policy would drop it", () => {
    const all = [map("hero"), map("phone"), ...Object.values(SOME).map((node) => draw(node))].join("");
    expect(all).not.toContain("style=");
  });

  it("has its words in both languages", () => {
    const keys = (words: object, path = ""): string[] =>
      Object.entries(words).flatMap(([key, word]) =>
        typeof word === "string" ? [path + key] : keys(word, `${path}${key}.`),
      );
    expect(keys(wordsIn("hubs", "zh-CN"))).toEqual(keys(wordsIn("hubs")));
  });
});

describe("the chart of waits to come", () => {
  const HAN = 12;
  const OTHER = 7.2;
  const widthOf = (text: string) =>
    [...text].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? HAN : OTHER), 0);

  it.each(["en", "zh-CN"] as const)("has dates that do not touch, from the evening of a day on, in %s", (locale) => {
    const zone = "Asia/Shanghai";
    const now = instant(Date.UTC(2026, 10, 30, 9));
    const wait = () => ({ queueHours: 10, closedHours: 0 }) as ReturnType<WaitAt>;
    const ahead = waitsAhead(wait, { hubId: "horgos", mode: "road", zone, now, days: 14 });
    const html = drawn(<WaitChart ahead={ahead} closed={[]} zone={zone} />, { locale, rooms: ["hub-board"] });
    const drawings = html.split("<svg").slice(1);
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      const labels = [...drawing.matchAll(/<text x="([\d.]+)" y="[\d.]+" text-anchor="(start|middle)">([^<]+)</g)];
      const spans = labels.map(([, x, anchor, text = ""]) => {
        const from = Number(x) - (anchor === "middle" ? widthOf(text) / 2 : 0);
        return { from, to: from + widthOf(text) };
      });
      expect(spans.length).toBeGreaterThan(2);
      for (const [at, { from }] of spans.entries())
        if (at > 0) expect(from).toBeGreaterThan((spans[at - 1]?.to ?? 0) + 4);
      const width = Number(/viewBox="0 0 (\d+)/.exec(drawing)?.[1]);
      expect(spans.at(-1)?.to).toBeLessThanOrEqual(width);
    }
  });
});
