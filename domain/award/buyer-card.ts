import { HOUR_MS, type Instant } from "../shared/time";

/** A request that closed with bids and has ended. */
export type EndedRequest = {
  readonly end: "awarded" | "rejected" | "cancelled" | "no_decision";
  readonly closedAt: Instant;
  /** When it was decided; null for one that was not. */
  readonly decidedAt: Instant | null;
  /** The time to decide that bidders had read when they bid, before any extension. */
  readonly firstDecideBy: Instant;
};

export const CARD_DAYS = 365;

/** How a buyer has treated those who bid, over the last 365 days. */
export type BuyerCard = {
  /** Requests that closed with bids and have ended. */
  readonly closedCount: number;
  /** Of those the ones that were given up after the close without a decision on the bids. */
  readonly cancelledCount: number;
  /** Of the others those decided before the time that bidders had read. */
  readonly inTimeCount: number;
  /** Those whose time to decide passed without a decision. */
  readonly undecidedCount: number;
  /** Basis points of `closedCount`; null before the first one. */
  readonly ghostingBps: number | null;
  /** From the close to the decision, of those decided, rounded to whole hours; null before the first decision. */
  readonly medianHours: number | null;
};

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/**
 * The buyer's card. An award and a rejection of all bids with a reason are decisions; the ghosting rate is the share of requests that
 * closed with bids and ended because nobody decided. A request given up after its close counts in neither, but among those closed, so that
 * giving up is no way to a better rate than deciding.
 */
export function buyerCardOf(ended: readonly EndedRequest[]): BuyerCard {
  const countOf = (of: (one: EndedRequest) => boolean) => ended.filter(of).length;
  const undecidedCount = countOf(({ end }) => end === "no_decision");
  const hours = ended.flatMap(({ closedAt, decidedAt }) =>
    decidedAt === null ? [] : [(decidedAt - closedAt) / HOUR_MS],
  );
  const middle = median(hours);
  return {
    closedCount: ended.length,
    cancelledCount: countOf(({ end }) => end === "cancelled"),
    inTimeCount: countOf(({ decidedAt, firstDecideBy }) => decidedAt !== null && decidedAt < firstDecideBy),
    undecidedCount,
    ghostingBps: ended.length === 0 ? null : Math.round((undecidedCount * 10_000) / ended.length),
    medianHours: middle === null ? null : Math.round(middle),
  };
}
