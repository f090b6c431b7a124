/** A number of a lot, from the id of its order: what its marks and colours are chosen by at every visit. */
export const lotOf = (orderId: string): number =>
  [...orderId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);

/** The first figure of a reading, as an instrument shows it: "17.77" of "17.77–18.00 mm"; nothing where it was read in words. */
export const figureOf = (measured: string): string =>
  /^[-−]?[\d,]+(?:\.\d+)?(?=[–\s])/.exec(measured)?.[0].replaceAll(",", "") ?? "";
