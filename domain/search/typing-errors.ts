const ONE_ERROR_FROM = 4;
const TWO_ERRORS_FROM = 8;

/** How many typing errors a word may have: none in short ones nor in numbers, one from four letters, two from eight. */
export function errorsAllowed(word: string): number {
  const letters = word.length;
  if (letters < ONE_ERROR_FROM || /\d|\p{Script=Han}/u.test(word)) return 0;
  return letters < TWO_ERRORS_FROM ? 1 : 2;
}

/**
 * How many errors lead from one word to the other: a letter more, a letter less, another letter, or two letters in each other's place. `most + 1` where
 * there are more than `most`.
 */
export function errorsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let errors = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + Number(!isSame),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        errors = Math.min(errors, (before[j - 2] as number) + 1);
      row.push(errors);
      least = Math.min(least, errors);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[other.length] as number, most + 1);
}

const ENDS = 2;

const headOf = (word: string, letters: number): string => `${letters}${word.slice(0, ENDS)}-`;
const tailOf = (word: string, letters: number): string => `${letters}-${word.slice(-ENDS)}`;

/** Under what a word is kept, so that one with an error in it is found again: how long it is, with its beginning and with its end. */
export const endsOf = (word: string): readonly [string, string] => [
  headOf(word, word.length),
  tailOf(word, word.length),
];

/** In so short a word two letters in each other's place may stand at both ends: `qaun`. */
const SHORT_LETTERS_MAX = 5;

const withTwoSwapped = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
  );

/** Under what words are kept from which this one differs by the errors allowed: whoever errs seldom errs at both ends. */
export function endsNear(word: string): string[] {
  const most = errorsAllowed(word);
  if (most === 0) return [];
  const ends = Array.from({ length: 2 * most + 1 }, (_, at) => word.length + at - most).flatMap((letters) => [
    headOf(word, letters),
    tailOf(word, letters),
  ]);
  const swapped = word.length > SHORT_LETTERS_MAX ? [] : withTwoSwapped(word).flatMap(endsOf);
  return [...new Set([...ends, ...swapped])];
}

/** Those of the words with the fewest errors between them and what was typed, no more than are allowed. */
export function nearestOf(
  typed: string,
  words: Iterable<string>,
): { readonly errors: number; readonly words: string[] } {
  let most = errorsAllowed(typed);
  let found: string[] = [];
  for (const word of words) {
    const errors = errorsBetween(typed, word, most);
    if (errors > most) continue;
    if (errors < most) found = [];
    most = errors;
    found.push(word);
  }
  return { errors: most, words: [...new Set(found)] };
}
