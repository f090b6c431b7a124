import { expect, it } from "vitest";
import { drawn } from "@/test/drawn";
import type { Way, WayLeg } from "@/views/ways";
import { instant } from "@/domain/shared/instant";
import { PlanForm } from "./plan-form";
import { WayCard } from "./planned-ways";

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
  // On a phone too, where the legs are a list.
  const list = shown.slice(shown.indexOf("card-list"));
  for (const time of times) expect(list).toContain(`>${time} · `);
  expect(shown).toContain(estimate);
  expect(shown).not.toContain("no source found");
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
