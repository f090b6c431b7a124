import { expect, test } from "vitest";
import { searchText, searchTokens } from "./search-text";

const finds = (text: string, query: string): boolean => {
  const words = ` ${searchText(text)}`;
  return searchTokens(query).every((token) => words.includes(` ${token}`));
};

test.each([
  ["霍尔果斯 Horgos", "霍尔"],
  ["霍尔果斯 Horgos", "果斯"],
  ["广西岭途跨境运输有限公司", "跨境"],
  ["清关服务", "清"],
  ["Hữu Nghị Quan", "huu nghi"],
  ["Thông quan Đồng Đăng", "dong dang"],
  ["Таможенное оформление", "таможен"],
  ["Қорғас кедені", "қорғас"],
  ["Solar inverters 10 kW", "SOLAR inv"],
  ["Ａｌｍａｔｙ", "almaty"],
])("%s is found by %s", (text, query) => {
  expect(finds(text, query)).toBe(true);
});

test.each([
  ["霍尔果斯", "果尔"],
  ["Horgos", "gos"],
  ["Solar inverters", "solar pumps"],
])("%s is not found by %s", (text, query) => {
  expect(finds(text, query)).toBe(false);
});

test("what a person types holds no wildcard of LIKE", () => {
  expect(searchTokens("100%_sure \\ 'x'").join("")).toMatch(/^[\p{L}\p{N}]*$/u);
});
