import { expect, it } from "vitest";
import { drawn } from "@/test/drawn";
import type { Way, WayLeg } from "@/views/deals";
import { instant } from "@/domain/shared/time";
import { PlanForm } from "./plan-form";
import { FoldedWays, LeftOutModes, WayCard } from "./planned-ways";

const legOf = (fromId: string, toId: string, min: number, max: number): WayLeg => ({
  ...{ fromId, toId, mode: "road", distanceKm: 10, days: { min, max } },
  ...{ source: "estimate: no source found; detour factor is an assumption", isEstimate: true },
});
const WAY: Way = {
  ...{ hubId: "horgos", mode: "road", distanceKm: 20, days: { min: 3.1, max: 3.85 }, borderWait: null },
  ...{ isEstimate: true, legs: [legOf("A", "B", 0.01, 0.01), legOf("B", "C", 0.1, 0.13), legOf("C", "D", 3, 3)] },
};

it.each([
  ["en", ["0.5 hours", "2.5 to 3 hours", "3 days", "3.1 to 3.9 days"], "our estimate"],
  ["zh-CN", ["0.5 小时", "2.5 至 3 小时", "3 天", "3.1 至 3.9 天"], "本市场估算"],
])("in %s a way tells short legs in hours and equal ends once, and no note of the data", (locale, times, estimate) => {
  const shown = drawn(
    <WayCard way={WAY} rank={1} isFastest={false} isShortest={false} hub={undefined} places={new Map()} />,
    { locale, rooms: ["hubs", "deals", "hub-board", "ui"] },
  );
  for (const time of times) expect(shown).toContain(`>${time}<`);
  expect(shown).toContain(estimate);
  expect(shown).not.toContain("no source found");
});

it.each([
  ["en", "Other ways", "Road · 3.1 to 3.9 days · 20 km", "Shortest"],
  ["zh-CN", "其他路线", "3.1 至 3.9 天", "里程最短"],
])(
  "in %s a way after the best is a row that tells it apart and unfolds to its legs without a script",
  (locale, ...said) => {
    const ways = [4, 5].map((rank) => ({ way: { ...WAY, distanceKm: 16 + rank }, rank }));
    const shown = drawn(<FoldedWays ways={ways} hubs={new Map()} places={new Map()} shortestKm={20} />, {
      locale,
      rooms: ["hubs", "deals", "hub-board", "ui"],
    });
    const [head = "", fourth = "", fifth = ""] = shown.split("<details");
    for (const words of said) expect(head + fourth).toContain(words);
    expect(fifth).not.toContain(said[2]);
    // Closed at first; a link from the comparison leads to what is inside, which opens it.
    expect(shown).not.toMatch(/<details[^>]* open/);
    expect(fourth.indexOf('id="way-4"')).toBeGreaterThan(fourth.indexOf("</summary>"));
    expect(fourth.slice(fourth.indexOf('id="way-4"'))).toContain("way-legs");
  },
);

it.each([
  ["en", "Sea, Air: not shown. To the port or airport", "Rail: not shown. The goods would go far beyond"],
  ["zh-CN", "海运、空运未列出：往返港口或机场", "铁路未列出：货物须越过目的地"],
])("in %s the modes that are left out are named with why, and nothing is said where none is", (locale, round, back) => {
  const leftOut = [
    { mode: "rail", why: "goes_back" },
    { mode: "sea", why: "drives_round" },
    { mode: "air", why: "drives_round" },
  ] as const;
  const shown = drawn(<LeftOutModes leftOut={leftOut} />, { locale, rooms: ["hubs", "ui"] });
  for (const words of [round, back]) expect(shown).toContain(words);
  expect(drawn(<LeftOutModes leftOut={[]} />, { locale, rooms: ["hubs", "ui"] })).toBe("");
});

it("no row stands where all ways are open", () => {
  const none = <FoldedWays ways={[]} hubs={new Map()} places={new Map()} shortestKm={20} />;
  expect(drawn(none, { rooms: ["hubs"] })).toBe("");
});

const BORDER_WAIT: Way["borderWait"] = {
  ...{ hours: 105.3, month: 12, source: "Port authority", isEstimate: false, basis: "board", closedHours: 35 },
  ...{ asOf: instant(Date.UTC(2026, 10, 30, 2)), arrivesAt: instant(Date.UTC(2026, 11, 6, 3)) },
  closures: [
    { from: instant(Date.UTC(2026, 11, 6)), to: instant(Date.UTC(2026, 11, 7, 12)), reason: "Works on the road" },
  ],
};

it.each([
  [
    "en",
    "35 h of it while the crossing is closed. Reckoned for an arrival about 6 Dec. Closed 6 Dec 08:00 to 7 Dec 20:00 GMT+8: Works on the road",
  ],
  [
    "zh-CN",
    "其中口岸不开放 35 小时。按 12月6日 前后到达口岸计算。12月6日 08:00 至 12月7日 20:00 GMT+8 闭关：Works on the road",
  ],
])("in %s a way names the day of arrival and the closure that make it longer", (locale, words) => {
  const shown = drawn(
    <WayCard
      way={{ ...WAY, borderWait: BORDER_WAIT }}
      rank={1}
      isFastest={false}
      isShortest={false}
      hub={undefined}
      places={new Map()}
    />,
    { locale, rooms: ["hubs", "deals", "hub-board", "ui"] },
  );
  expect(shown).toContain(words);
});

it.each([
  [true, "This day has passed. Choose today or a later day."],
  [false, null],
])("a day that has passed (%s) is refused beside its field", (isReadyPast, words) => {
  const values = { from: "", to: "", mode: "", hub: "", month: 11, ready: "2026-11-01" };
  const form = <PlanForm action="/plan" values={values} places={[]} hubs={[]} isReadyPast={isReadyPast} />;
  const shown = drawn(form, { rooms: ["hubs", "ui"] });
  expect(shown.includes('aria-invalid="true"')).toBe(words !== null);
  if (words) expect(shown).toContain(words);
});
