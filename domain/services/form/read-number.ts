const GROUPING = /[\s\u00A0\u202F]/g;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const MILLI_DIGITS = 3;

const bareOf = (text: string): string => text.normalize("NFKC").replace(GROUPING, "");

/** A number as people write it, with either decimal sign; what is no number stays text, so that a schema can say so. */
export function readNumber(text: string): number | string {
  const bare = bareOf(text);
  return NUMBER.test(bare) ? Number(bare.replace(",", ".")) : text;
}

/** A typed number in whole thousandths, exactly (`1,5` is 1500); what is no number or finer stays text. */
export function readMilli(text: string): number | string {
  const bare = bareOf(text);
  if (!NUMBER.test(bare)) return text;
  const [whole = "", fraction = ""] = bare.split(/[.,]/);
  const digits = fraction.replace(/0+$/, "");
  return digits.length > MILLI_DIGITS ? text : Number(whole + digits.padEnd(MILLI_DIGITS, "0"));
}

/** Whole thousandths as they are typed: 1500 is `1.5`. */
export const writeMilli = (milli: number): string => String(milli / 1000);
