import { numberFormat } from "@/components/ui/figures/intl-cache";

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
