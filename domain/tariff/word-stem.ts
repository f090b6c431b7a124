const HAN = /\p{Script=Han}/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const STEM_LETTERS_MIN = 3;

// Letters are folded before: й has become и, and ё е.
const TURKIC_PLURAL = /[лдт][ае]р[ыі]?$/;
const CYRILLIC_ENDING =
  /(?:ами|ями|ого|его|ыми|ими|ов|ев|еи|ыи|ии|ои|ая|яя|ое|ее|ые|ие|ых|их|ам|ям|ах|ях|ом|ем|а|я|о|е|ы|и|і|у|ю|ь)$/;
const ENGLISH_ENDING = /(?:ies|'s|es|s|y|e)$/;

function without(word: string, ending: RegExp, lettersMin: number): string {
  const stem = word.replace(ending, "");
  return stem.length >= lettersMin ? stem : word;
}

/**
 * A word without the ending that number and case give it, so that "шины" finds "шин" and "алмалар" "алма". Good enough to find, and no grammar:
 * two words with one stem are taken for one. Chinese and Vietnamese words have no endings.
 */
export function stemOf(word: string): string {
  if (HAN.test(word) || word.length <= STEM_LETTERS_MIN) return word;
  if (CYRILLIC.test(word))
    return without(without(word, TURKIC_PLURAL, STEM_LETTERS_MIN + 1), CYRILLIC_ENDING, STEM_LETTERS_MIN);
  return /^[a-z]+$/.test(word) ? without(word, ENGLISH_ENDING, STEM_LETTERS_MIN) : word;
}
