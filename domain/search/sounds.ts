const LETTERS: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ж: "j", з: "z", и: "i", к: "k", л: "l", м: "m", н: "n" },
  ...{ о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sh", ъ: "" },
  ...{ ы: "i", ь: "", э: "e", ю: "iu", я: "ia" },
};

const LATIN_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/kh/g, "h"],
  [/zh/g, "j"],
  [/shch/g, "sh"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/q/g, "k"],
  [/w/g, "v"],
  [/y/g, "i"],
  [/ii+/g, "i"],
  [/([a-z])\1/g, "$1"],
];

/**
 * How a word sounds, in Latin letters: what people write who have another keyboard, or spell as they hear. `Хоргос`, `Khorgos` and `Horgos` are one,
 * and so are `жүк` and `zhuk`. Only letters of the two alphabets; anything else sounds as it is written.
 */
export const soundOf = (word: string): string =>
  LATIN_SPELLINGS.reduce(
    (sound, [spelling, instead]) => sound.replace(spelling, instead),
    [...word].map((letter) => LETTERS[letter] ?? letter).join(""),
  );
