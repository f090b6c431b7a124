import { bare, isNone, isNumber, type ReadNumber } from "./number-problem";

const FORM = /^[A-Z]{3}[UJZ]\d{7}$/;

/** Letters count from ten on, and those that are multiples of eleven are passed over: A is 10, B 12, L 23, V 34. */
const valueOf = (letter: string): number => {
  const at = letter.charCodeAt(0);
  if (at < 65) return at - 48;
  const plain = at - 55;
  return plain + Math.floor((plain - 1) / 10);
};

/** The check digit of the first ten characters: each times two to its place, the sum by eleven, and ten counts as nought. */
export const containerDigit = (ten: string): number =>
  ([...ten].reduce((sum, letter, at) => sum + valueOf(letter) * 2 ** at, 0) % 11) % 10;

/**
 * A freight container's number: three letters of its owner, U, J or Z, six digits and a check digit (ISO 6346). Kept without spaces. Any one
 * wrong digit is found, but between numbers whose remainder is ten and those whose is nought, which is why owners pass over the former.
 */
export function readContainerNumber(typed: string): ReadNumber {
  const number = bare(typed);
  if (!FORM.test(number)) return isNone("container_malformed");
  return containerDigit(number.slice(0, 10)) === Number(number[10]) ? isNumber(number) : isNone("container_check");
}
