import { isNone, isNumber, type ReadNumber } from "./number-problem";

/** Countries whose customs number their declarations by a form that is known here. */
export const DECLARED_IN = ["CN", "KZ", "RU", "VN"] as const;
export type DeclaredIn = (typeof DECLARED_IN)[number];

/** The customs office, the year, 1 or I for import and 0 or E for export, and nine digits that count up. */
const CHINA = /^\d{4}20\d{2}[01IE]\d{9}$/;
/** The customs post, the day of registration as DDMMYY, and seven digits that count up. */
const EURASIAN = /^(\d{8})\/(\d{2})(\d{2})(\d{2})\/(\d{7})$/;
const VIETNAM = /^\d{12}$/;

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function readEurasian(number: string): ReadNumber {
  const [, , day, month, year] = EURASIAN.exec(number) ?? [];
  if (day === undefined) return isNone("declaration_malformed");
  return isDay(2000 + Number(year), Number(month), Number(day)) ? isNumber(number) : isNone("declaration_date");
}

/**
 * A customs declaration's number in its country's form: China 18 characters (报关单号: GACC), Kazakhstan and Russia `NNNNNNNN/DDMMYY/NNNNNNN` with
 * a day that there is (Eurasian Economic Commission, decision 257), Vietnam twelve digits (VNACCS). None of them has a check digit.
 */
export function readDeclarationNumber(country: DeclaredIn, typed: string): ReadNumber {
  const number = typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
  switch (country) {
    case "CN":
      return CHINA.test(number) ? isNumber(number) : isNone("declaration_malformed");
    case "VN":
      return VIETNAM.test(number) ? isNumber(number) : isNone("declaration_malformed");
    case "KZ":
    case "RU":
      return readEurasian(number);
  }
}
