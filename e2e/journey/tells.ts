const ESCAPED_SEPARATOR = "[,.\\s\\u00a0\\u202f]?";

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ESCAPED_SEPARATOR);

/** The small units as they may follow the whole ones: a zero at their end need not be written, and neither need two. */
function smallUnits(small: string): string {
  const needed = small.replace(/0+$/, "");
  return needed === "" ? `(?:[.,]?${small})?` : `[.,]?${needed}${"0?".repeat(small.length - needed.length)}`;
}

/**
 * An amount in any of the ways that it may be written: with its small units, plain or with a language's separators; in minor units; as React
 * sends a whole number to a browser (`$n`); or rounded up or down to whole units. Another amount of the same whole units is another amount, and
 * digits inside of an id are none.
 */
function written(amount: string): RegExp {
  const [whole = "", small = ""] = amount.split(".");
  const begins = "(?:(?<!\\w)|(?<=\\$n))";
  const ends = "(?!\\w|[.,]\\d)";
  if (small === "") return new RegExp(`${begins}${grouped(whole)}${ends}`);
  const rounded = [whole, String(BigInt(whole) + 1n)].map(grouped).join("|");
  return new RegExp(`${begins}(?:${grouped(whole)}${smallUnits(small)}|(?:${rounded})(?:[.,]0+)?)${ends}`);
}

/** Which of the amounts a text tells. Amounts are written as `14830.93`, or without small units where the currency has none. */
export const tells = (text: string, amounts: readonly string[]): string[] =>
  amounts.filter((amount) => written(amount).test(text));
