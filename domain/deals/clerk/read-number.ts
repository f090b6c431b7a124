import type { ClerkLanguage } from "./reading";

/** A decimal number as text, such as `11200.5`: exact, with a point, without grouping or trailing zeros. */
export type Decimal = string & { readonly __decimal: true };

/** Builds a decimal from its digits before and after the point. */
export function decimalOf(whole: string, fraction = ""): Decimal {
  const head = whole.replace(/^0+(?=\d)/, "") || "0";
  const tail = fraction.replace(/0+$/, "");
  return (tail === "" ? head : `${head}.${tail}`) as Decimal;
}

/** The decimal times 10^`places`, which may be negative. */
export function shiftDecimal(value: Decimal, places: number): Decimal {
  const [whole = "0", fraction = ""] = value.split(".");
  if (places >= 0) {
    const padded = fraction.padEnd(places, "0");
    return decimalOf(whole + padded.slice(0, places), padded.slice(places));
  }
  const padded = whole.padStart(1 - places, "0");
  return decimalOf(padded.slice(0, places), padded.slice(places) + fraction);
}

/** The decimal times a whole number. */
export function multiplyDecimal(value: Decimal, times: number): Decimal {
  const [whole = "0", fraction = ""] = value.split(".");
  const product = String(BigInt(whole + fraction) * BigInt(times));
  return shiftDecimal(decimalOf(product), -fraction.length);
}

export const isZero = (value: Decimal): boolean => value === "0";

/** How a number is written in any of the languages, to be put into a pattern over folded text. */
export const NUMBER = String.raw`\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*`;

const BOTH = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$|^(\d{1,3}(?:\.\d{3})+),(\d+)$/;
const GROUPED_OFTEN = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/;
const GROUPED_ONCE = /^([1-9]\d{0,2})([.,])(\d{3})$/;
const PLAIN = /^(\d+)(?:[.,](\d+))?$/;

/** Which mark stands between thousands; in Russian and Kazakh it is a space, so one mark before three digits says nothing. */
const GROUP_MARK: Readonly<Record<ClerkLanguage, string | null>> = {
  "zh-CN": ",",
  en: ",",
  vi: ".",
  ru: null,
  kk: null,
};

/**
 * Reads a number in the manner of its language: `1,250` is 1250 in English and Chinese, `9.600` is 9600 in Vietnamese, and in
 * Russian and Kazakh neither is read, because two readers would read it differently. Null for what is no number.
 */
export function readNumber(text: string, language: ClerkLanguage): Decimal | null {
  const bare = text.replace(/[ '’]/g, "");
  const both = BOTH.exec(bare);
  if (both) return decimalOf((both[1] ?? both[3] ?? "").replace(/[.,]/g, ""), both[2] ?? both[4]);
  if (GROUPED_OFTEN.test(bare)) return decimalOf(bare.replace(/[.,]/g, ""));
  const once = bare === text ? GROUPED_ONCE.exec(bare) : null;
  if (once) {
    const mark = GROUP_MARK[language];
    if (mark === null) return null;
    const [, whole = "", , rest = ""] = once;
    return once[2] === mark ? decimalOf(whole + rest) : decimalOf(whole, rest);
  }
  const plain = PLAIN.exec(bare);
  return plain ? decimalOf(plain[1] ?? "", plain[2]) : null;
}
