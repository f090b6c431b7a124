/** A code of the Harmonized System (6 digits) or a country's own extension of it (8 to 10). */
export type HsCode = string & { readonly __hsCode: true };

// Chapter 77 is reserved; 98 and 99 are national.
const CHAPTER_LAST = 99;
const CHAPTER_RESERVED = 77;

/** Reads 6 digits, or 8 to 10, with the dots and spaces that tariffs print; null for anything else or a chapter that is not there. No country's tariff has 7. */
export function parseHsCode(text: string): HsCode | null {
  const digits = text.trim().replace(/[.\s\u00A0]/g, "");
  if (!/^(?:\d{6}|\d{8,10})$/.test(digits)) return null;
  const chapter = Number(digits.slice(0, 2));
  if (chapter < 1 || chapter > CHAPTER_LAST || chapter === CHAPTER_RESERVED) return null;
  return digits as HsCode;
}

/** The six digits that every country shares. */
export const subheadingOf = (code: HsCode): string => code.slice(0, 6);
