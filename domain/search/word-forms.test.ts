import { expect, test } from "vitest";
import { caseOf, formsOf } from "./word-forms";

const shares = (one: string, other: string): boolean => formsOf(one).some((form) => formsOf(other).includes(form));

test.each([
  ["таможня", "таможне"],
  ["таможня", "таможнеи"],
  ["хоргос", "хоргосе"],
  ["перевозка", "перевозками"],
  ["казахстан", "казахстана"],
  ["арбуз", "арбузы"],
  ["алматы", "алматыга"],
  ["достык", "достыкта"],
  ["оиыншык", "оиыншыктар"],
  ["маи", "маиын"],
  ["broker", "brokers"],
  ["company", "companies"],
  ["box", "boxes"],
])("%s and %s are forms of one word", (one, other) => {
  expect(shares(one, other)).toBe(true);
});

test.each([
  ["tir", "tires"],
  ["рис", "риск"],
  ["car", "care"],
  ["кеден", "кедр"],
])("%s and %s are two words", (one, other) => {
  expect(shares(one, other)).toBe(false);
});

test.each([
  ["уримжиден", "уримжи", "from"],
  ["алматыга", "алматы", "to"],
  ["достыкта", "достык", "at"],
  ["алматы", "алматы", null],
] as const)("the case of %s points %s: %s", (typed, name, role) => {
  expect(caseOf(typed, name)).toBe(role);
});
