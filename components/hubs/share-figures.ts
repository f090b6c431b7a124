import { dateFormat, numberFormat } from "@/components/ui/format";
import type { TrafficMeasure } from "@/domain/hubs/traffic";

const FEN_PER_YUAN = 100n;
const GRAMS_PER_TENTH_TONNE = 100_000n;

/** Half up, for figures that are read and not owed; nothing below zero is counted. */
const rounded = (amount: bigint, unit: bigint): bigint => (amount + unit / 2n) / unit;

/** An amount of the measure in the unit of its column's head: orders, deals, whole yuan, tonnes to a tenth. */
export function amountText(amount: bigint, measure: TrafficMeasure, locale: string): string {
  if (measure === "weight") {
    const tonnes = Number(rounded(amount, GRAMS_PER_TENTH_TONNE)) / 10;
    return numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tonnes);
  }
  return numberFormat(locale, {}).format(measure === "value" ? rounded(amount, FEN_PER_YUAN) : amount);
}

/** An amount of the measure in the same unit and unrounded, yuan to the fen and tonnes to the gram, for sums that are to add up as they are shown. */
export function exactAmountText(amount: bigint, measure: TrafficMeasure, locale: string): string {
  if (measure === "weight")
    return numberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 6 }).format(Number(amount) / 1e6);
  if (measure === "value")
    return numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Number(amount) / 100);
  return numberFormat(locale, {}).format(amount);
}

/** A share in basis points as a percentage, rounded half up. What pages show to a tenth is rounded from the amounts before (`shownBps`). */
export const percentOf = (bps: number, locale: string, digits = 1): string =>
  numberFormat(locale, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(bps / 10_000);

/** A difference of shares in percentage points with its sign; two places hold a basis point exactly. */
export const pointsOf = (bps: number, locale: string): string =>
  numberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: "exceptZero",
  }).format(bps / 100);

/** A calendar month `YYYY-MM` in the reader's words; the Russian mark of a year stays with it. */
export const monthName = (month: string, locale: string): string =>
  dateFormat(locale, { year: "numeric", month: "short", timeZone: "UTC" })
    .format(new Date(`${month}-01T00:00:00Z`))
    .replace(/ г\.$/, "\u00a0г.");

/** Stands in a table's narrow line where the row's cell of this place is said. */
export const cellAt = (at: number): string => `{${at}}`;
