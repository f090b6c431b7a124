import type { DemoService } from "../market-data";
import { pick, type Random } from "../random";

export type Candidate = {
  readonly bidId: string;
  readonly costCny: number;
  /** The longest days that it promises. */
  readonly days: number;
  readonly reliability: number;
};

/** What a request was published with; criteria of the buyer's own count nothing while nobody has scored them. */
type Criterion = { readonly kind: string; readonly weight: number };
const PRICE_ALONE: readonly Criterion[] = [{ kind: "price", weight: 100 }];

/** What a buyer of the demo looks at where it does not take the first by its criteria: how soon the work is done, or how well it was before. */
type Merit = "sooner" | "proven";
const LOOKED_AT: readonly (readonly Merit[])[] = [["sooner", "proven"], ["sooner"], ["proven"]];
export const BUYER_CHARACTERS = LOOKED_AT.length;

/** So often a buyer looks beyond its criteria, where a bid gives it a reason to. An estimate. */
const BEYOND_SHARE = 0.1;
/** And pays so much more for it at the most. */
const DEARER_MOST = 1.12;
/** By so much more of its work in time a provider is known to be better. */
const BETTER_BY = 0.02;

const REASONS: Readonly<Record<DemoService, Readonly<Record<Merit, string>>>> = {
  logistics: {
    sooner:
      "承诺时效更短，客户急等用货。 · Its longest promised days are fewer, and our customer is waiting for the goods.",
    proven:
      "准时率高于排名首位者，价格略高可以接受。 · It is on time more often than the first; we pay a little more for that.",
  },
  payment: {
    sooner: "承诺到账更快，供货方款到发货。 · It promises the money sooner; the goods move once it is there.",
    proven: "以往到账更准时。 · Its payments have come in time more often than those of the first.",
  },
  customs: {
    sooner: "承诺通关更快，货物等待放行。 · It promises the release sooner, and the goods wait for it.",
    proven: "以往放行更准时。 · Its releases have come in time more often than those of the first.",
  },
  inspection: {
    sooner: "出报告更快，赶得上装车。 · Its report comes sooner, before the goods are loaded.",
    proven: "以往出报告更准时。 · Its reports have come in time more often than those of the first.",
  },
};

/** The first by published criteria, as the market ranks bids; of equal ones the earlier. */
export function firstBy(candidates: readonly Candidate[], criteria: readonly Criterion[] = PRICE_ALONE): Candidate {
  const least = { price: Math.min(...candidates.map(costOf)), time: Math.min(...candidates.map(daysOf)) };
  const scoreOf = (candidate: Candidate): number =>
    criteria.reduce((sum, { kind, weight }) => {
      if (kind === "price") return sum + (weight * least.price) / costOf(candidate);
      return kind === "time" ? sum + (weight * least.time) / daysOf(candidate) : sum;
    }, 0);
  return candidates.reduce((best, one) => (scoreOf(one) > scoreOf(best) ? one : best));
}

const costOf = ({ costCny }: Candidate): number => costCny;
const daysOf = ({ days }: Candidate): number => days;

const HAS: Readonly<Record<Merit, (one: Candidate, first: Candidate) => boolean>> = {
  sooner: (one, first) => one.days < first.days,
  proven: (one, first) => one.reliability >= first.reliability + BETTER_BY,
};

type Choice = {
  readonly service: DemoService;
  readonly character: number;
  readonly criteria: readonly Criterion[] | undefined;
};

/** The bid that a buyer of this character takes: the first by the published criteria, or now and then one that has what it looks at, with that as the reason. */
export function chooseWinner(
  random: Random,
  candidates: readonly Candidate[],
  { service, character, criteria }: Choice,
): { readonly winner: Candidate; readonly reason: string } {
  const first = firstBy(candidates, criteria);
  const merits = LOOKED_AT[character % BUYER_CHARACTERS] ?? [];
  const others = candidates.flatMap((one) => {
    const merit = merits.find((looked) => HAS[looked](one, first));
    return one !== first && merit && one.costCny <= first.costCny * DEARER_MOST ? [{ one, merit }] : [];
  });
  const looksBeyond = random() < BEYOND_SHARE;
  if (!looksBeyond || others.length === 0) return { winner: first, reason: "" };
  const { one, merit } = pick(random, others);
  return { winner: one, reason: REASONS[service][merit] };
}
