import { type MessageFormatElement, parse, type PluralElement, TYPE } from "@formatjs/icu-messageformat-parser";
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

/** Keys by language whose text is rightly that of English: codes, units, names. */
export type Twins = Readonly<Record<string, readonly string[]>>;

/** Messages that read the same in two languages: most often somebody forgot to translate. What is listed and no twin is reported too. */
export function twins(languages: Languages, allowed: Twins): string[] {
  const first = languages.get(FIRST_LANGUAGE) as Words;
  const isTwin = (words: Words, key: string) => {
    const text = words.get(key) ?? "";
    return first.get(key) === text && /[A-Za-z]{2}/.test(wordsIn(text));
  };
  const idle = Object.entries(allowed).flatMap(([language, keys]) =>
    keys
      .filter((key) => !isTwin(languages.get(language) ?? new Map(), key))
      .map((key) => `${language} ${key} is listed as the same as in ${FIRST_LANGUAGE}, and is not`),
  );
  const forgotten = [...languages].flatMap(([language, words]) =>
    [...words]
      .filter(([key]) => language !== FIRST_LANGUAGE && isTwin(words, key) && !(allowed[language] ?? []).includes(key))
      .map(([key, text]) => `${language} ${key} is the same as in ${FIRST_LANGUAGE}: ${text}`),
  );
  return [...forgotten, ...idle];
}

function pluralsIn(elements: readonly MessageFormatElement[]): PluralElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralsIn(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inside = Object.values(element.options).flatMap(({ value }) => pluralsIn(value));
    return element.type === TYPE.plural ? [element, ...inside] : inside;
  });
}

const COUNTED = Array.from({ length: 1_000 }, (_, count) => count);

/** What is wrong with one plural; a form all of whose numbers have words of their own (`=1` in English) need not be there. */
function faultsOf({ options, pluralType }: PluralElement, language: string): string[] {
  const rules = new Intl.PluralRules(language, { type: pluralType ?? "cardinal" });
  const forms: readonly string[] = rules.resolvedOptions().pluralCategories;
  const said = Object.keys(options);
  const isNamed = (form: string) =>
    form !== "other" && COUNTED.every((count) => rules.select(count) !== form || said.includes(`=${count}`));
  // Between none and some no word changes with the number.
  const isChoice = said.length === 2 && said.includes("=0") && said.includes("other");
  const lacks = isChoice ? [] : forms.filter((form) => !said.includes(form) && !isNamed(form));
  const idle = said.filter((form) => !form.startsWith("=") && !forms.includes(form));
  return [
    ...(lacks.length > 0 ? [`lacks the form ${lacks.join(", ")}`] : []),
    ...(idle.length > 0 ? [`has the form ${idle.join(", ")}, which is never taken,`] : []),
  ];
}

/** Plurals that lack a form of their language, or have one that it never takes (Unicode CLDR, as `Intl.PluralRules` has it). */
export const wrongPlurals = (languages: Languages): string[] =>
  [...languages].flatMap(([language, words]) =>
    [...words]
      .filter(([, text]) => /\b(?:plural|selectordinal)\b/.test(text))
      .flatMap(([key, text]) =>
        pluralsIn(parse(text)).flatMap((plural) =>
          faultsOf(plural, language).map((fault) => `${language} ${key} ${fault} of ${plural.value}`),
        ),
      ),
  );

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
  twins(readLanguages(), JSON.parse(readFileSync(join(ROOT, "scripts/message-twins.json"), "utf8")) as Twins),
);

export const pluralsAreWhole = check("plurals have the forms of their language", () => wrongPlurals(readLanguages()));

export const chineseIsSetWell = check("Chinese punctuation and words", () =>
  looseChinese(readLanguages().get("zh-CN") ?? new Map()),
);
