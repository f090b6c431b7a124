import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { BidState } from "../shared/vocabulary";
import type { DisqualifyCode, LossCode, RejectCode, StatedLossCode } from "../requests/reasons";

/** A bid with its place by the published criteria; null where a price is not known. */
type RankedPlace = { readonly bidId: string; readonly rank: number | null };

/**
 * Why a bid was chosen that is not first by the published criteria: the buyer's own words, an offer that both sides agreed on across the
 * table, or that the time of those before it was over.
 */
export type ChoiceReason =
  | { readonly code: "stated"; readonly words: string }
  | { readonly code: "agreed" | "others_expired"; readonly words: "" };

export const CHOICE_CODES = ["stated", "agreed", "others_expired"] as const satisfies readonly ChoiceReason["code"][];

type Choice = {
  readonly bidId: string;
  /** By the published criteria, those that could be chosen; the first first. */
  readonly ranking: readonly RankedPlace[];
  /** The same with those whose time is over. */
  readonly withExpired: readonly RankedPlace[];
  /** What the buyer says of it; empty where it says nothing. */
  readonly words: string;
  /** Whether it was agreed across the table. */
  readonly isAgreed: boolean;
};

const rankIn = (ranking: Choice["ranking"], bidId: string): number | null =>
  ranking.find((one) => one.bidId === bidId)?.rank ?? null;

const isFirstIn = (ranking: Choice["ranking"], bidId: string): boolean => (rankIn(ranking, bidId) ?? 1) === 1;

/**
 * Published criteria bind: who chooses a bid that is not first by them gives a reason, which the bidders read. Null for the first, and where
 * nobody can say who is first. Refuses `reason_needed` with the bid and its place.
 */
export function reasonOfChoice(choice: Choice): Result<ChoiceReason | null, Refusal<"reason_needed">> {
  const { bidId, ranking, withExpired, words, isAgreed } = choice;
  if (isFirstIn(ranking, bidId)) {
    const isFirst = isFirstIn(withExpired, bidId);
    return accept(isFirst ? null : { code: "others_expired", words: "" });
  }
  if (words !== "") return accept({ code: "stated", words });
  if (isAgreed) return accept({ code: "agreed", words: "" });
  return refuse("reason_needed", { bidId, rank: rankIn(ranking, bidId) ?? 0 });
}

export const RANK_BANDS = ["first", "top_three", "upper_half", "lower_half"] as const;
export type RankBand = (typeof RANK_BANDS)[number];

/** How far a price lay above the winner's, in percent of the winner's; the upper end belongs to its band. */
export const GAP_BANDS = ["not_above", "up_to_2", "up_to_5", "up_to_10", "up_to_25", "above_25"] as const;
export type GapBand = (typeof GAP_BANDS)[number];

/** What one losing bidder is told: never whose the winner is, nor its amount. */
export type KeptDebrief = {
  readonly bidId: string;
  /** Its place in the request's own ranking among the bids that stood; null where it did not stand, or prices cannot be compared. */
  readonly rank: RankBand | null;
  readonly gap: GapBand | null;
  readonly code: LossCode;
  /** What the disqualification or the rejection was for. */
  readonly detail: DisqualifyCode | RejectCode | null;
  readonly words: string;
};

/** The same as it is read: with why the chosen bid was chosen although it was not first, to those who had a place. */
export type Debrief = KeptDebrief & { readonly choice: ChoiceReason | null };

const TOP = 3;

/** The band of a place among `count`, counted from 1. */
export function rankBand(rank: number, count: number): RankBand {
  if (rank === 1) return "first";
  if (rank <= TOP) return "top_three";
  return rank * 2 <= count ? "upper_half" : "lower_half";
}

const LIMITS: readonly (readonly [bigint, GapBand])[] = [
  [100n, "not_above"],
  [102n, "up_to_2"],
  [105n, "up_to_5"],
  [110n, "up_to_10"],
  [125n, "up_to_25"],
];

/** The band of a price above the winner's, both in minor units of one currency. */
export const gapBand = (ownMinor: bigint, winnerMinor: bigint): GapBand =>
  LIMITS.find(([percent]) => ownMinor * 100n <= winnerMinor * percent)?.[1] ?? "above_25";

/** A bid as it was when its request ended. */
export type EndedBid = {
  readonly id: string;
  readonly state: BidState;
  /** Its own price in the currency of comparison; null where it was never opened or no rate could bring it there. */
  readonly amountMinor: bigint | null;
  /** Its longest promised days; null where it was never opened. */
  readonly daysMax: number | null;
  /** From 1, among those that stood, by the request's own criteria; null where it did not stand, or nobody can say. */
  readonly rank: number | null;
  /** Of a disqualified one. */
  readonly disqualified: { readonly code: DisqualifyCode; readonly words: string } | null;
};

export type StatedReason = { readonly bidId: string; readonly code: StatedLossCode; readonly words: string };

/** How a request ended for those who did not win. */
export type LosingEnd =
  | { readonly kind: "awarded"; readonly winnerId: string; readonly reasons: readonly StatedReason[] }
  | { readonly kind: "rejected"; readonly code: RejectCode; readonly words: string }
  | { readonly kind: "no_decision" };

/** With two bids a band of the gap would tell the loser the winner's amount within a percent or two. */
const GAP_TOLD_FROM = 3;

/**
 * Where the buyer gave no reason: that the bid chosen stood behind this one by the published criteria, of which the award says why; else what
 * is known to have been worse, the price before the time; else what the buyer weighed besides.
 */
function computedCode(own: EndedBid, winner: EndedBid | undefined): StatedLossCode | "passed_over" {
  if (own.rank !== null && winner?.rank != null && own.rank < winner.rank) return "passed_over";
  if (own.amountMinor !== null && winner?.amountMinor != null && own.amountMinor > winner.amountMinor) return "price";
  if (own.daysMax !== null && winner?.daysMax != null && own.daysMax > winner.daysMax) return "time";
  return "score";
}

type Why = Pick<KeptDebrief, "code" | "detail" | "words">;

function whyOf(bid: EndedBid, end: LosingEnd, winner: EndedBid | undefined): Why {
  if (bid.state === "disqualified")
    return { code: "disqualified", detail: bid.disqualified?.code ?? "other", words: bid.disqualified?.words ?? "" };
  if (end.kind === "rejected") return { code: "all_rejected", detail: end.code, words: end.words };
  if (end.kind === "no_decision") return { code: "no_decision", detail: null, words: "" };
  const stated = end.reasons.find(({ bidId }) => bidId === bid.id);
  return { code: stated?.code ?? computedCode(bid, winner), detail: null, words: stated?.words ?? "" };
}

/** What its bidder is told of a bid that was not confirmed: it has lost with the close, before anybody decided, and was never opened. */
export const debriefOfUnconfirmed = (bidId: string): KeptDebrief => ({
  bidId,
  rank: null,
  gap: null,
  code: "not_confirmed",
  detail: null,
  words: "",
});

const TOLD: readonly BidState[] = ["submitted", "disqualified"];

/**
 * What each loser is told when its request ends: the band of its place, the band of its gap to the winner, and why. Bids that were taken
 * back are told nothing; one that was disqualified only why; one that was not confirmed was told at the close. Where fewer than three bids stood no gap is told,
 * and without a winner there is none.
 */
export function debriefsOf(all: readonly EndedBid[], end: LosingEnd): KeptDebrief[] {
  const standing = all.filter(({ state }) => state === "submitted");
  const winner = end.kind === "awarded" ? standing.find(({ id }) => id === end.winnerId) : undefined;
  const isGapTold = standing.length >= GAP_TOLD_FROM;
  return all
    .filter((bid) => TOLD.includes(bid.state) && bid.id !== winner?.id)
    .map((bid) => {
      const isStanding = bid.state === "submitted";
      const gap =
        isStanding && isGapTold && bid.amountMinor !== null && winner?.amountMinor != null
          ? gapBand(bid.amountMinor, winner.amountMinor)
          : null;
      return {
        bidId: bid.id,
        rank: isStanding && bid.rank !== null ? rankBand(bid.rank, standing.length) : null,
        gap,
        ...whyOf(bid, end, winner),
      };
    });
}
