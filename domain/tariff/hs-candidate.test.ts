import { expect, test } from "vitest";
import { CANDIDATES_ASKED, namesCode, needsDigits, offersFor, questionOfLine } from "./hs-candidate";

const candidate = (code: string, country: string | null = null) => ({
  code,
  country,
  labels: { en: code },
  matches: [],
});
const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

test.each([
  ["inverters", "Solar goods", "inverters"],
  ["8504", "Solar goods", "8504"],
  ["8504.40", "Solar goods", "Solar goods"],
  [" ", " Solar goods ", "Solar goods"],
  ["", "", ""],
])("with %j as code and %j as goods, %j is looked up", (code, description, question) => {
  expect(questionOfLine(code, description)).toBe(question);
});

test.each([
  ["8504.40", "850440"],
  ["8504409000", "850440"],
  ["850490", "8504"],
  ["8504", "8504"],
  ["8505", "85"],
  ["inverter", undefined],
  ["010121", undefined],
])("%s is called what %s is called", (typed, code) => {
  expect(namesCode(typed, [candidate("85"), candidate("8504"), candidate("850440")])?.code).toBe(code);
});

test.each([
  ["8504", true],
  ["8504.4", true],
  ["8504.40", false],
  ["inverter", false],
])("%j needs more digits: %j", (typed, isShort) => {
  expect(needsDigits(typed)).toBe(isShort);
});

test("of a heading its subheadings are offered, and not the heading again", () => {
  expect(codes(offersFor("8504", [candidate("8504"), candidate("850440"), candidate("8507")]))).toEqual([
    "850440",
    "8507",
  ]);
});

test("of a whole code only finer ones are offered", () => {
  const known = [candidate("850440"), candidate("8504409000", "KZ"), candidate("8504")];
  expect(codes(offersFor("850440", known))).toEqual(["8504409000"]);
});

test("no more than five are offered", () => {
  const known = Array.from({ length: 9 }, (_, at) => candidate(`850${at}`));
  expect(codes(offersFor("steel", known))).toEqual(["8500", "8501", "8502", "8503", "8504"]);
});

test("below a typed heading as many are offered as are looked up beside it", () => {
  const known = Array.from({ length: 20 }, (_, at) => candidate(`8703${at + 10}`));
  expect(offersFor("8703", known)).toHaveLength(CANDIDATES_ASKED - 1);
});

test("each code is offered once, what all countries share before a country's wording, and no section or chapter", () => {
  const known = [candidate("8504"), candidate("850440"), candidate("850440", "KZ"), candidate("XVI"), candidate("85")];
  const offered = offersFor("inverter", known);
  expect(codes(offered)).toEqual(["8504", "850440"]);
  expect(offered[1]?.country).toBeNull();
});
