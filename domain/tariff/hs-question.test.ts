import fc from "fast-check";
import { expect, test } from "vitest";
import { searchTokens } from "../shared/search-text";
import { isOneWord, QUESTION_LETTERS_MAX, readQuestion, stemOf } from "./hs-question";

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
  ["tyres", "tyre", true],
  ["batteries", "battery", true],
  ["boxes", "box", true],
  ["шины", "шин", true],
  ["car", "care", false],
  ["cars", "care", false],
  ["car", "carpet", false],
])("%s and %s are one word but for their endings: %s", (one, other, isOne) => {
  expect(isOneWord(one, other)).toBe(isOne);
  expect(isOneWord(other, one)).toBe(isOne);
});

test.each([
  ["чай", "чаи"],
  ["gas", "gas"],
  ["đường", "duong"],
  ["苹果", "苹果"],
  ["жүн", "жун"],
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

const wordsOf = (text: string) => {
  const question = readQuestion(text);
  return question?.kind === "words" ? question.words.map(({ word }) => word) : question;
};

test.each([
  ["8504", "8504"],
  ["8504.40", "850440"],
  ["8504 40 900 0", "8504409000"],
  ["８５０４", "8504"],
  ["8", "8"],
])("%s is the beginning of a code", (text, digits) => {
  expect(readQuestion(text)).toEqual({ kind: "code", digits });
});

test.each([
  ["Inverters 10 kW for houses", ["inverters", "kw", "houses"]],
  ["men's coats", ["men", "coats"]],
  ["части для автомобилей", ["части", "автомобилеи"]],
  ["冻鸡爪", ["冻鸡", "鸡爪"]],
  ["茶", ["茶"]],
  ["of the", ["of", "the"]],
  ["85044090001", ["85044090001"]],
])("%s asks for the words that tell goods", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test.each(["", "   ", "?!", "%"])("%j asks for nothing", (text) => {
  expect(readQuestion(text)).toBeNull();
});

test("whatever is typed, what is looked for holds no wildcard and is no longer than what is read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const question = readQuestion(text);
      if (question?.kind === "code") expect(question.digits).toMatch(/^\d{1,10}$/);
      for (const { word, stem } of question?.kind === "words" ? question.words : []) {
        expect(stem).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(word.length).toBeLessThanOrEqual(QUESTION_LETTERS_MAX * 4);
      }
    }),
  );
});
