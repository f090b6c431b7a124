import { expect, test } from "vitest";
import { CITIES_OF_CHINA, cityOfRegistration } from "./cities-of-china";

test.each([
  ["a district of a municipality", "CN", "91310115MA1K4D2U80", "上海 Shanghai"],
  ["a county-level city", "CN", "91330782MA7WAYN1XM", "义乌 Yiwu"],
  ["a district of a prefecture", "CN", "91330702MA7WAYN1XM", "金华 Jinhua"],
  ["a city that stands under no prefecture", "CN", "91659001MA7WAYN1XM", "石河子 Shihezi"],
  ["a place at the border", "CN", "91654004MA7WAYN1XM", "霍尔果斯 Horgos"],
  ["a county of Chongqing", "CN", "91500235MA7WAYN1XM", "重庆 Chongqing"],
  ["spaces and small letters", "cn".toUpperCase() as "CN", "9133 0782 ma7w ayn1xm", "义乌 Yiwu"],
] as const)("%s says its city", (_, country, number, city) => {
  expect(cityOfRegistration(country, number)).toBe(city);
});

test.each([
  ["that of a company that the state entered", "CN", "91100000MA7WAYN1XM"],
  ["that of a company that a province entered", "CN", "91440000MA7WAYN1XM"],
  ["that of another country", "KZ", "170540003213"],
] as const)("a registration number such as %s says no city", (_, country, number) => {
  expect(cityOfRegistration(country, number)).toBe("");
});

test("every entry of the table is read, once, with a name in either script", () => {
  expect(CITIES_OF_CHINA.size).toBeGreaterThan(700);
  for (const [code, { nameZh, nameLatin }] of CITIES_OF_CHINA) {
    expect(code).toMatch(/^\d{4}(\d{2})?$/);
    expect(nameZh).toMatch(/^\p{Script=Han}{2,6}$/u);
    expect(nameLatin).toMatch(/^[A-Z][A-Za-z'-]+$/);
  }
});
