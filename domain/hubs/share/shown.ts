import { ratio, round } from "./ratio";

const TENTHS_IN_WHOLE = 1_000n;
const BPS_IN_TENTH = 10;
const BPS_IN_WHOLE = 10_000;

/** `part` of `whole` to a tenth of a percent, half up, in basis points. Nothing has no share, which counts as 0 here. */
export const shownBps = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number(round(ratio(part * TENTHS_IN_WHOLE, whole))) * BPS_IN_TENTH;

/** What is to be added to parts that are rounded each by itself so that they come to the whole, in basis points: 0 where they do, or where nothing is. */
export const roundingOf = (parts: readonly number[], whole: number = BPS_IN_WHOLE): number =>
  parts.every((part) => part === 0) ? 0 : whole - parts.reduce((all, part) => all + part, 0);
