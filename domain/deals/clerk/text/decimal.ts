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
