import { accept, type Refusal, type Result, refuse } from "../shared/result";

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
