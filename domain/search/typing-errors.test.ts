import { expect, test } from "vitest";
import { endsNear, endsOf, errorsAllowed, errorsBetween, nearestOf } from "./typing-errors";

test.each([
  ["ltl", 0],
  ["17020", 0],
  ["40hc", 0],
  ["清关", 0],
  ["khgos", 1],
  ["horgos", 1],
  ["растаможка", 2],
  ["вагоновв", 2],
])("%s may have %d typing errors", (word, errors) => {
  expect(errorsAllowed(word)).toBe(errors);
});

test.each([
  ["freight", "frieght", 1],
  ["horgos", "horgs", 1],
  ["horgos", "horgoss", 1],
  ["horgos", "hargos", 1],
  ["суифэньхэ", "суифеньхе", 2],
  ["almaty", "astana", 3],
])("from %s to %s it is %d errors, both ways, counted no further than 2", (one, other, errors) => {
  expect(errorsBetween(one, other, 2)).toBe(errors);
  expect(errorsBetween(other, one, 2)).toBe(errors);
});

test.each([
  ["азмут", "азимут"],
  ["grupage", "groupage"],
  ["frieght", "freight"],
  ["таможя", "таможня"],
  ["qaun", "quan"],
  ["dein", "dien"],
])("%s is looked for among words like %s", (typed, word) => {
  expect(endsNear(typed).some((end) => endsOf(word).includes(end))).toBe(true);
});

test("the words with the fewest errors are the nearest, and none where all have more than are allowed", () => {
  expect(nearestOf("broken", ["broker", "brokers", "token"])).toEqual({ errors: 1, words: ["broker"] });
  expect(nearestOf("freihgt", ["height"]).words).toEqual([]);
});
