import { expect, test } from "vitest";
import { readSubheadings, readTariff } from "./read-tariff";

test("HS 2022 has 5,612 subheadings, and none in its reserved chapter nor in the national ones", () => {
  const subheadings = [...readSubheadings()];
  expect(subheadings).toHaveLength(5_612);
  expect(subheadings.filter((code) => /^(?:00|77|98|99)/.test(code))).toEqual([]);
});

test.each(["999999", "850499", "271013"])("%s is none of them", (code) => {
  expect(readSubheadings().has(code)).toBe(false);
});

test("the product's own names of goods are of codes that the list has", () => {
  const subheadings = readSubheadings();
  const known = new Set([...subheadings].flatMap((code) => [code, code.slice(0, 4), code.slice(0, 2)]));
  expect(readTariff().filter(({ code, level }) => level !== "section" && !known.has(code))).toEqual([]);
});
