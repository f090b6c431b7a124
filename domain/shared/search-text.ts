const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Vietnamese đ and Kazakh letters survive NFD, so the ones people leave out on a keyboard are folded by hand. */
const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d")
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
