import type { Random } from "./random";

export type Candidate = {
  readonly bidId: string;
  readonly costCny: number;
  readonly days: number;
  readonly reliability: number;
};

/** What a buyer of the demo looks at: three characters, so that no provider wins always and each wins for a reason. */
const WEIGHTS = [
  { price: 0.75, days: 0.1, reliability: 0.15 },
  { price: 0.4, days: 0.45, reliability: 0.15 },
  { price: 0.4, days: 0.15, reliability: 0.45 },
] as const;

// Relations, habits, a call that came at the right time: what no figure says, as large as a fair difference in price.
const TASTE = 0.28;

export const BUYER_CHARACTERS = WEIGHTS.length;

/** The bid that a buyer of this character takes: each measure relative to the best one, with a little taste of its own. */
export function chooseWinner(random: Random, candidates: readonly Candidate[], character: number): Candidate {
  const weights = WEIGHTS[character % WEIGHTS.length] as (typeof WEIGHTS)[number];
  const cheapest = Math.min(...candidates.map((one) => one.costCny));
  const fastest = Math.min(...candidates.map((one) => one.days));
  const scored = candidates.map((candidate) => ({
    candidate,
    score:
      (weights.price * cheapest) / candidate.costCny +
      (weights.days * fastest) / candidate.days +
      weights.reliability * candidate.reliability +
      random() * TASTE,
  }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).candidate;
}
