import { byPlace, type Ranked } from "./ranking";

/** The bid that is handed in, what stood of the same bidder before, and the standing bids of all others. */
export type Placing = {
  readonly own: Ranked;
  readonly before: Ranked | null;
  readonly rivals: readonly Ranked[];
};

const isFirst = (bid: Ranked, rivals: readonly Ranked[]): boolean => rivals.every((rival) => byPlace(bid, rival) < 0);

/**
 * Whether the bid takes the first place, or betters the first place that its bidder has. A bid that is worse than the best, and one
 * that only says something else at the same price, improves nothing.
 */
export function isImproving({ own, before, rivals }: Placing): boolean {
  if (!isFirst(own, rivals)) return false;
  const wasFirst = before !== null && isFirst(before, rivals);
  return !wasFirst || own.comparedMinor < before.comparedMinor;
}
