import type { PayoutOutcome } from "./payout-of-bid";

type Marked = {
  readonly isLowest: boolean;
  readonly isExpired: boolean;
  readonly payout: PayoutOutcome | null;
};

/**
 * The bids of one payment request with "lowest" on those that leave the payee the most, or cost the payer the least where the
 * payee's side is fixed. Expired quotes do not take part; where they all arrive at the same, or one of them at nothing that is
 * known, none is marked.
 */
export function markByPayout<B extends Marked>(bids: readonly B[]): B[] {
  const standing = bids.filter((bid) => !bid.isExpired);
  const known = standing.flatMap((bid) => (bid.payout?.ok ? [bid.payout.value] : []));
  const best = known.reduce<bigint | null>((found, { side, amount }) => {
    const isBetter = found === null || (side === "payee_receives" ? amount.minor > found : amount.minor < found);
    return isBetter ? amount.minor : found;
  }, null);
  const isBest = (bid: B) => !bid.isExpired && bid.payout?.ok === true && bid.payout.value.amount.minor === best;
  const isTold = known.length === standing.length && !standing.every(isBest);
  return bids.map((bid) => ({ ...bid, isLowest: isTold && isBest(bid) }));
}
