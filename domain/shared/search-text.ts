const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Letters that survive NFD and that people leave out on a keyboard without them: of Vietnamese, Polish and Kazakh. */
export const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ...{ đ: "d", ł: "l", қ: "к", ғ: "г", ң: "н", ү: "у", ұ: "у" },
  ...{ ө: "о", ә: "а", і: "и", һ: "х" },
};
const LEFT_OUT = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "gu");

/** A text in one case and width, without diacritics and without letters that some keyboards lack. */
export const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(LEFT_OUT, (letter) => PLAIN_LETTERS[letter] as string)
    .normalize("NFC");

function pieces(word: string): string[] {
  const letters = [...word];
  if (letters.length < 2) return [word];
  return letters.slice(1).map((letter, position) => `${letters[position]}${letter}`);
}

/**
 * The words of a text as both databases index them: folded to one case without diacritics, Han runs cut into overlapping
 * pairs (a full-text engine finds no two-character Chinese word otherwise).
 */
export function searchTokens(text: string): string[] {
  const spaced = fold(text).replace(HAN, (run) => ` ${run} `);
  return [...spaced.matchAll(WORD)].flatMap(([word]) => (/\p{Script=Han}/u.test(word) ? pieces(word) : [word]));
}

/** The text to store in a search column; single Han letters are added so that one-letter searches find. */
export function searchText(...texts: readonly (string | null | undefined)[]): string {
  const joined = texts.filter(Boolean).join(" ");
  const letters = [...joined.matchAll(HAN)].flatMap(([run]) => [...run]);
  return [...new Set([...searchTokens(joined), ...letters])].join(" ");
}
