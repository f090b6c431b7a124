const NUMBER = /^\d{1,12}(?:[.,]\d+)?$/;

/** A number of at most `places` decimals as people write it (`0.35`, `0,35`, `12 %`), in whole units of the last place; null for anything else, or what is finer. */
export function parseScaled(typed: string, places: number): number | null {
  const bare = typed.normalize("NFKC").replace(/[\s\u00A0\u202F%]/g, "");
  if (!NUMBER.test(bare)) return null;
  const [whole = "", fraction = ""] = bare.split(/[.,]/);
  if (fraction.replace(/0+$/, "").length > places) return null;
  const value = Number(whole + fraction.slice(0, places).padEnd(places, "0"));
  return Number.isSafeInteger(value) ? value : null;
}

/** The counterpart of `parseScaled`: plain decimal digits with a point. */
export function writeScaled(value: number, places: number): string {
  const text = String(Math.abs(value)).padStart(places + 1, "0");
  const sign = value < 0 ? "-" : "";
  const [whole, fraction] = [text.slice(0, text.length - places), text.slice(text.length - places).replace(/0+$/, "")];
  return sign + (fraction === "" ? whole : `${whole}.${fraction}`);
}

/** Decimal places of a percentage that is kept in basis points. */
export const PERCENT_PLACES = 2;
/** Decimal places of a quantity that is kept in thousandths. */
export const QUANTITY_PLACES = 3;
/** Decimal places of a degree that is kept in millionths. */
export const DEGREE_PLACES = 6;

/** Decimal degrees as a map shows them (`29.31`, `-12.5°`), in millionths; negative to the south and the west. */
export function parseDegrees(typed: string): number | null {
  const [, sign = "", bare = ""] = /^([-\u2212]?)(.*?)\u00B0?$/.exec(typed.trim()) ?? [];
  const value = parseScaled(bare, DEGREE_PLACES);
  return value === null || sign === "" ? value : 0 - value;
}

/** Ten times the amount; import VAT and high duties stay far below. */
export const RATE_BPS_MAX = 100_000;
