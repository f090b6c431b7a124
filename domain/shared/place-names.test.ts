import { expect, test } from "vitest";
import { namedFor, placeName, placeNamesOf } from "./place-names";

const horgos = {
  id: "horgos",
  nameEn: "Horgos",
  nameZh: "霍尔果斯",
  nameRu: "Хоргос",
  nameVi: "Hoắc Nhĩ Quả Tư",
  nameKk: "Қорғас",
};
const later = { id: "later", nameEn: "Later", nameZh: "后来" };

test.each([
  ["en", "Horgos", "Later"],
  ["zh-CN", "霍尔果斯", "后来"],
  ["ru", "Хоргос", "Later"],
  ["vi", "Hoắc Nhĩ Quả Tư", "Later"],
  ["kk", "Қорғас", "Later"],
])("in %s a place is called %s, and one without a name there goes by its English one", (locale, name, other) => {
  expect(placeName(horgos, locale)).toBe(name);
  expect(placeName(later, locale)).toBe(other);
  expect(placeName(namedFor(horgos, locale), locale)).toBe(name);
});

test("a page of one language carries no names of the others", () => {
  expect(namedFor(horgos, "en")).toEqual({ id: "horgos", nameEn: "Horgos", nameZh: "霍尔果斯" });
  expect(namedFor(horgos, "ru")).toEqual({ id: "horgos", nameEn: "Horgos", nameZh: "霍尔果斯", nameRu: "Хоргос" });
});

test("the names of a place are its names alone", () => {
  expect(placeNamesOf(horgos)).not.toHaveProperty("id");
  expect(placeNamesOf(later)).toEqual({ nameEn: "Later", nameZh: "后来" });
});
