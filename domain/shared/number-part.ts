/** What people call a deal (KD), a request (KR) or an order (KO) by: its kind, year and month, six letters or digits. */
const WHOLE = /^(K[DRO])(\d{4})([0-9A-Z]{1,6})$/;
const KIND = /^K[DRO]/;
const PART_MIN = 3;
/** Of letters alone, which may be a word as well. */
const LETTERS_MIN = 4;
const LETTERS = 12;
const TAIL = 6;

/** Letters that numbers do not have, since they are read as digits. */
const asDigits = (text: string): string => text.replaceAll("O", "0").replace(/[IL]/g, "1");

const compact = (text: string): string => text.toUpperCase().replace(/[\s\-–—_.]+/g, "");

const unmistaken = (text: string): string =>
  KIND.test(text) ? `${text.slice(0, 2)}${asDigits(text.slice(2))}` : asDigits(text);

/**
 * The part of a number that a text can be, in capitals and without dashes: "ko-2611-7f3" and "KO26117F3" are one. Null where it can be none: too short,
 * too long, other signs, or letters alone that are no piece of a number's end.
 */
export function numberPart(text: string): string | null {
  const part = compact(text.trim());
  if (part.length < PART_MIN || part.length > LETTERS || !/^[0-9A-Z]+$/.test(part)) return null;
  const isOfLetters = !/\d/.test(part);
  if (isOfLetters && (part.length < LETTERS_MIN || part.length > TAIL || /\s/.test(text.trim()))) return null;
  return unmistaken(part);
}

/** A text in which a number that was typed without its dashes has them: as the index of words holds it. */
export function spellNumber(text: string): string {
  const [, kind, month, tail] = WHOLE.exec(unmistaken(compact(text.trim()))) ?? [];
  return kind ? [kind, month, tail].join(" ") : text;
}
