type Run = {
  readonly text: string;
  /** BCP 47; null where it is the page's own, or the script says none. */
  readonly language: string | null;
};

/** A stretch from the first letter of a script to its last one, with what stands between, and the full-width marks that close it. */
const stretchOf = (letters: string): string =>
  `[${letters}](?:[${letters}\\p{M}\\p{N}\\p{P}\\s]*[${letters}\\p{M}])?[\\u3000-\\u303f\\uff00-\\uff65]*`;

const HAN = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
const SCRIPTS = [HAN, "Cyrillic", "Thai", "Lao", "Myanmar", "Hangul", "Arabic", "Georgian", "Armenian"].map((script) =>
  script === HAN ? HAN : `\\p{Script=${script}}`,
);
// Latin letters say no language, but those that only Vietnamese has; a word of it has others around them.
const VIETNAMESE = "[\\p{Script=Latin}\\s]*[đơưĐƠƯ\\u1ea0-\\u1ef9][\\p{Script=Latin}\\s]*";
const FOREIGN = new RegExp(`(${[...SCRIPTS.map(stretchOf), VIETNAMESE].join("|")})`, "u");

// The first that fits; a script that several languages share is read as that of most who trade here.
const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Han}/u, "zh"],
  [/[әғқңұһі]/iu, "kk"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Lao}/u, "lo"],
  [/\p{Script=Myanmar}/u, "my"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Georgian}/u, "ka"],
  [/\p{Script=Armenian}/u, "hy"],
  [/[đơư\u1ea0-\u1ef9]/iu, "vi"],
];

/** Of what only Russian letters say, nobody knows on a Kazakh page which of both it is: most of it is the page's own. */
const isOwn = (language: string | null, page: string): boolean =>
  language === null || page.startsWith(language) || (language === "ru" && page === "kk");

/**
 * A text in stretches of one language each, as far as its script says which (WCAG 3.1.2): Chinese in an English line, Russian in a Chinese one.
 * What is in the page's own language, and what only Latin letters say, has none.
 */
export function runsByLanguage(text: string, pageLanguage: string): readonly Run[] {
  return text
    .split(FOREIGN)
    .filter((part) => part !== "")
    .map((part) => {
      const language = LANGUAGES.find(([letters]) => letters.test(part))?.[1] ?? null;
      return { text: part, language: isOwn(language, pageLanguage) ? null : language };
    });
}
