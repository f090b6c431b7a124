import { numberFormat } from "@/components/ui/figures/intl-cache";

/** A share in basis points as a percentage; cut, not rounded, so that 39.99% is never shown as having reached 40%. */
export const percentOf = (bps: number, locale: string, digits = 1): string =>
  numberFormat(locale, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: "floor",
  }).format(bps / 10_000);

/** A difference of shares in percentage points with its sign; two places hold a basis point exactly. */
export const pointsOf = (bps: number, locale: string): string =>
  numberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: "exceptZero",
  }).format(bps / 100);
