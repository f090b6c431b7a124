const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const LATIN = /^[a-z]+$/;
/** A stem has so many letters: shorter ones are the beginning of anything. */
const STEM_LETTERS_MIN = 3;

// Letters are folded before: й and і have become и, ё е, қ к, ғ г, ң н, ү and ұ у, ө о, ә а.
const endings = (text: string): readonly string[] => text.split(" ");

/** Endings of Russian nouns and adjectives in all cases. */
const RUSSIAN = endings(
  "иями ями ами ого его ому ему ыми ими ов ев еи ыи ии ои ая яя ое ее ые ие ых их ую юю ям ам ях ах ом ем ым им ью ия ию ии ии а я о е ы и у ю ь и",
);
/** Kazakh endings one by one; they stand behind each other: plural, whose it is, case. */
const KAZAKH = endings(
  "лардын лердин дан ден тан тен нан нен лар лер дар дер тар тер нын нин дын дин тын тин мен бен пен га ге ка ке на не да де та те нда нде ды ди ты ти ны ни ын ин сы си ы и дагы деги тагы теги",
);
const KAZAKH_ROUNDS = 3;

/** What is left of a word when one of the endings is taken off. */
const without = (word: string, of: readonly string[]): string[] =>
  of.flatMap((ending) =>
    word.endsWith(ending) && word.length - ending.length >= STEM_LETTERS_MIN ? [word.slice(0, -ending.length)] : [],
  );

function kazakhStems(word: string): string[] {
  const found = new Set([word]);
  let last = [word];
  for (let round = 0; round < KAZAKH_ROUNDS; round++) {
    last = last.flatMap((one) => without(one, KAZAKH)).filter((one) => !found.has(one));
    for (const one of last) found.add(one);
  }
  return [...found];
}

const ENGLISH: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/ies$/, "y"],
  [/(?<=[sxzo]|ch|sh)es$/, ""],
  [/s$/, ""],
];

const englishStems = (word: string): string[] =>
  ENGLISH.flatMap(([ending, instead]) => {
    const stem = word.replace(ending, instead);
    return stem !== word && stem.length >= STEM_LETTERS_MIN ? [stem] : [];
  });

/**
 * What a folded word may be a form of, itself first: Russian and Kazakh words without their endings, English ones in the singular. Two words are
 * one name where they share a form. Chinese and Vietnamese words have one form, and so has what is shorter than four letters.
 */
export function formsOf(word: string): readonly string[] {
  if (word.length <= STEM_LETTERS_MIN) return [word];
  if (CYRILLIC.test(word)) return [...new Set([word, ...without(word, RUSSIAN), ...kazakhStems(word)])];
  return LATIN.test(word) ? [...new Set([word, ...englishStems(word)])] : [word];
}

// As Kazakh and Russian endings are written in Latin letters.
const LATIN_ENDINGS = endings(
  "dan den tan ten nan nen lar ler dar der tar ter din nin tin ga ge ka ke na ne da de ta te di ti ni i e a u u om em oi",
);

/** The same of a word in Latin letters that is written as it sounds. */
export const latinStems = (sound: string): readonly string[] => [
  ...new Set([sound, ...without(sound, LATIN_ENDINGS).filter(({ length }) => length > STEM_LETTERS_MIN)]),
];

/** Which way a Kazakh case points: to, from or at what is named. */
export function caseOf(typed: string, name: string): "from" | "to" | "at" | null {
  if (!typed.startsWith(name.slice(0, -1))) return null;
  const rest = typed.startsWith(name) ? typed.slice(name.length) : "";
  if (/^и?(?:дан|ден|тан|тен|нан|нен)$/.test(rest)) return "from";
  if (/^и?(?:га|ге|ка|ке|на|не)$/.test(rest)) return "to";
  return /^и?(?:да|де|та|те|нда|нде|дагы|деги|тагы|теги)$/.test(rest) ? "at" : null;
}
