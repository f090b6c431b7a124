import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, check } from "./checkout";
import { FIRST_LANGUAGE, type Languages, readLanguages, type Words } from "./message-files";

/** The names that a message reads, and of these the ones that it shows: a plural without its number only chooses a word by it. */
export type Blanks = { readonly read: Set<string>; readonly shown: Set<string> };

export function blanksOf(
  elements: readonly MessageFormatElement[],
  blanks: Blanks = { read: new Set(), shown: new Set() },
): Blanks {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    const name = element.type === TYPE.tag ? `<${element.value}>` : element.value;
    blanks.read.add(name);
    if (element.type === TYPE.tag) blanksOf(element.children, blanks);
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      const options = Object.values(element.options).map((option) => option.value);
      if (options.some((option) => option.some((part) => part.type === TYPE.pound))) blanks.shown.add(name);
      for (const option of options) blanksOf(option, blanks);
    } else blanks.shown.add(name);
  }
  return blanks;
}

/** The blanks of a message, or what is wrong with it. */
function blanksIn(text: string): Blanks | string {
  try {
    return blanksOf(parse(text));
  } catch (error) {
    return (error as Error).message;
  }
}

/** What another language's message leaves out of, or adds to, what the first one is filled by. */
function difference(first: string, other: string): string | null {
  const [ours, theirs] = [blanksIn(first), blanksIn(other)];
  if (typeof theirs === "string") return `is malformed (${theirs})`;
  if (typeof ours === "string") return null;
  const lost = [...ours.shown].filter((name) => !theirs.read.has(name));
  const added = [...theirs.read].filter((name) => !ours.read.has(name));
  if (lost.length + added.length === 0) return null;
  return [
    lost.length > 0 ? `does not show ${lost.join(", ")}` : "",
    added.length > 0 ? `asks for ${added.join(", ")}, which nobody gives` : "",
  ]
    .filter(Boolean)
    .join(" and ");
}

/** What is not said in every language, or is said with other blanks to fill. */
export function disagreements(languages: Languages): string[] {
  const first = languages.get(FIRST_LANGUAGE) as Words;
  const malformed = [...first].flatMap(([key, text]) =>
    typeof blanksIn(text) === "string" ? [`${FIRST_LANGUAGE} ${key} is malformed`] : [],
  );
  const others = [...languages].filter(([language]) => language !== FIRST_LANGUAGE);
  return [
    ...malformed,
    ...others.flatMap(([language, words]) => [
      ...[...first.keys()].filter((key) => !words.has(key)).map((key) => `${language} lacks ${key}`),
      ...[...words.keys()]
        .filter((key) => !first.has(key))
        .map((key) => `${FIRST_LANGUAGE} lacks ${key}, which ${language} has`),
      ...[...words].flatMap(([key, text]) => {
        const said = difference(first.get(key) ?? text, text);
        return said === null ? [] : [`${language} ${key} ${said}`];
      }),
    ]),
  ];
}

/** What is left to translate in a message once its blanks are taken out. */
const wordsIn = (text: string): string => text.replace(/\{[^{}]*\}|<[^>]*>/g, "");

/** Messages that read the same in two languages: most often somebody forgot to translate. */
export function twins(languages: Languages, allowed: ReadonlySet<string>): string[] {
  const first = languages.get(FIRST_LANGUAGE) as Words;
  return [...languages].flatMap(([language, words]) =>
    [...words]
      .filter(
        ([key, text]) =>
          language !== FIRST_LANGUAGE &&
          first.get(key) === text &&
          /[A-Za-z]{2}/.test(wordsIn(text)) &&
          !allowed.has(key),
      )
      .map(([key, text]) => `${language} ${key} is the same as in ${FIRST_LANGUAGE}: ${text}`),
  );
}

/** One word an idea, where brokers know two: docs/domain.md has the one that we say. */
const ONE_WORD: Readonly<Record<string, string>> = {
  定标: "授标",
  决标: "授标",
  买家: "买方",
  采购方: "买方",
  需求: "询价单",
};

/** Chinese as it is set in print, as calm as the rest of the house, and in its words. */
export function looseChinese(words: Words): string[] {
  return [...words].flatMap(([key, text]) => [
    ...(/[!！]/.test(text) ? [`zh-CN ${key} has an exclamation mark: ${text}`] : []),
    ...(/\p{Script=Han},/u.test(text) ? [`zh-CN ${key} has a half-width comma after a character: ${text}`] : []),
    ...Object.entries(ONE_WORD)
      .filter(([other]) => text.includes(other))
      .map(([other, ours]) => `zh-CN ${key} says ${other} where we say ${ours}: ${text}`),
  ]);
}

export const languagesAgree = check("every language has the same keys and blanks", () =>
  disagreements(readLanguages()),
);

export const noTwins = check("nothing is left untranslated", () =>
  twins(
    readLanguages(),
    new Set(JSON.parse(readFileSync(join(ROOT, "scripts/message-twins.json"), "utf8")) as string[]),
  ),
);

export const chineseIsSetWell = check("Chinese punctuation and words", () =>
  looseChinese(readLanguages().get("zh-CN") ?? new Map()),
);
