const FIRST_MS = 1_000;
const LONGEST_MS = 6 * 3_600_000;

/** How long to wait after the n-th failed try: a second, then twice as long each time, at most six hours. */
export const backoffMs = (attempts: number, firstMs: number = FIRST_MS): number =>
  Math.min(LONGEST_MS, firstMs * 2 ** (attempts - 1));
