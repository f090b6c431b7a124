import { numberFormat } from "@/components/ui/figures/intl-cache";
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
