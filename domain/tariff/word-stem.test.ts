import fc from "fast-check";
import { expect, test } from "vitest";
import { searchTokens } from "../shared/search-text";
import { stemOf } from "./word-stem";

const stem = (word: string) => stemOf(searchTokens(word)[0] as string);

test.each([
  ["batteries", "battery"],
  ["boxes", "box"],
  ["tyre", "tyres"],
  ["шины", "шин"],
  ["солнечные", "солнечный"],
  ["колодки", "колодка"],
  ["алмалар", "алма"],
  ["ойыншықтары", "ойыншық"],
])("%s and %s are one word", (one, other) => {
  expect(stem(one)).toBe(stem(other));
});

test.each([
  ["чай", "чаи"],
  ["gas", "gas"],
  ["đường", "duong"],
  ["苹果", "苹果"],
  ["жүн", "жүн"],
])("%s keeps all its letters", (word, whole) => {
  expect(stem(word)).toBe(whole);
});

test("a stem begins its word, and is not shorter than three letters unless the word is", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("abcesy", "шинамиолар"),
      fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }),
      (letters, at) => {
        const word = at.map((index) => letters[index % letters.length]).join("");
        expect(word.startsWith(stemOf(word))).toBe(true);
        expect(stemOf(word).length).toBeGreaterThanOrEqual(Math.min(3, word.length));
      },
    ),
  );
});
