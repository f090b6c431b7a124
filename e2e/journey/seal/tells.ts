const ESCAPED_SEPARATOR = "[,.\\s\\u00a0\\u202f]?";

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ESCAPED_SEPARATOR);

/**
 * An amount in any of the ways that it may be written: plain, in minor units, with a language's separators, rounded up or down to whole
 * units, or as React sends a whole number to a browser (`$n`). Digits inside of an id are no amount.
 */
function written(amount: string): RegExp {
  const [whole = "", small = ""] = amount.split(".");
  const wholes = small === "" ? [whole] : [whole, String(BigInt(whole) + 1n)];
  return new RegExp(`(?:(?<!\\w)|(?<=\\$n))(?:${wholes.map(grouped).join("|")})(?:[.,]?\\d\\d)?(?!\\w)`);
}

/** Which of the amounts a text tells. */
export const tells = (text: string, amounts: readonly string[]): string[] =>
  amounts.filter((amount) => written(amount).test(text));
