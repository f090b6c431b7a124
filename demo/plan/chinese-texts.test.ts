import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What the demo's companies write in two languages: the Chinese part, then the English one. */
const texts = globSync("demo/{plan,play,market,bulk}/**/*.{ts,json}")
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/["`]([^"`\n]*\p{Script=Han}[^"`\n]*? · [^"`\n]+)["`]/gu)])
  .map(([, text = ""]) => text);

test("texts in two languages carry Chinese punctuation in Chinese, and end both parts alike", () => {
  expect(texts.length).toBeGreaterThan(200);
  const halfWide = texts.filter((text) => /\p{Script=Han}[,;:?!()]|[,;:?!(]\p{Script=Han}/u.test(text));
  expect(halfWide).toEqual([]);
  const ends = { "。": ".", "？": "?" } as const;
  const uneven = texts.filter((text) => {
    const [chinese = "", english = ""] = text.split(/ · (?=[^·]*$)/);
    return Object.entries(ends).some(([full, half]) => chinese.endsWith(full) !== english.endsWith(half));
  });
  expect(uneven).toEqual([]);
});
