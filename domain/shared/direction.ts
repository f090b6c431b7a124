/** Seen from China. */
export const DIRECTIONS = ["export", "import"] as const;
export type Direction = (typeof DIRECTIONS)[number];
