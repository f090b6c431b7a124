import { luhnDigit } from "./luhn";
import { bare, isNone, isNumber, type ReadNumber } from "./number-problem";

/**
 * A wagon's number: eight digits on the 1520 mm network (the common park of the CIS railways: weights 2, 1, 2, 1, 2, 1, 2), twelve on the 1435 mm
 * network (UIC leaflet 438; of eleven digits the first too is taken twice). The last digit of both is what is missing to the next ten.
 */
export function readWagonNumber(typed: string): ReadNumber {
  const number = bare(typed);
  if (!/^(\d{8}|\d{12})$/.test(number)) return isNone("wagon_malformed");
  return luhnDigit(number.slice(0, -1)) === Number(number.at(-1)) ? isNumber(number) : isNone("wagon_check");
}
