/** More than this is said aloud: scales of a yard and of a bridge differ by less. */
export const WEIGHT_TOLERANCE_BPS = 200;

/** By how much a weight that was told differs from the deal's, in basis points of the deal's; null within two percent. Both in grams. */
export function weightFinding(toldGrams: number, dealGrams: number): { readonly differenceBps: number } | null {
  if (dealGrams <= 0) return null;
  const differenceBps = Math.round(((toldGrams - dealGrams) * 10_000) / dealGrams);
  const isBeyond = Math.abs(toldGrams - dealGrams) * 10_000 > dealGrams * WEIGHT_TOLERANCE_BPS;
  return isBeyond ? { differenceBps } : null;
}
