import { numberFormat } from "./intl-cache";

/** More than Intl shows, so that cutting here never changes a shown digit. */
const SCALE = 1_000_000_000n;

/**
 * `part` of `whole` in percent, in the reader's writing; null when there is nothing to share. Rounded half up to
 * `digits` places, but never up to a full 100% and never down to nothing: "100.0%" means all, "0.0%" means none.
 */
export function formatShare(part: bigint | number, whole: bigint | number, locale: string, digits = 1): string | null {
  const [top, bottom] = [BigInt(part), BigInt(whole)];
  if (bottom <= 0n) return null;
  const step = 10 ** -(digits + 2);
  const exact = Number((top * SCALE) / bottom) / Number(SCALE);
  const isInside = top > 0n && top < bottom;
  const shown = isInside ? Math.min(Math.max(exact, step), 1 - step) : exact;
  return numberFormat(locale, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(shown);
}
