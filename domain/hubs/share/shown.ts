import { ratio, round } from "./ratio";

const TENTHS_IN_WHOLE = 1_000n;
const BPS_IN_TENTH = 10;
const BPS_IN_WHOLE = 10_000;

/** `part` of `whole` to a tenth of a percent, half up, in basis points. Nothing has no share, which counts as 0 here. */
export const shownBps = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number(round(ratio(part * TENTHS_IN_WHOLE, whole))) * BPS_IN_TENTH;

/** What parts that are rounded each by itself come to, where that is not the whole that they are parts of; null where it is, or where nothing is. */
export function roundedSum(parts: readonly number[], whole: number = BPS_IN_WHOLE): number | null {
  const sum = parts.reduce((all, part) => all + part, 0);
  return sum === whole || parts.every((part) => part === 0) ? null : sum;
}
