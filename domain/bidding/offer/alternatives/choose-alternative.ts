import { assert } from "../../../shared/assert";
import type { BidContent } from "../../bid";

/** How one offer of a bid is named where the bid alone is not enough: the bid's id for the main offer, `id.1` for its first alternative. */
export const choiceId = (bidId: string, alternative: number): string =>
  alternative === 0 ? bidId : `${bidId}.${alternative}`;

/** The counterpart of `choiceId`. */
export function choiceOf(id: string): { readonly bidId: string; readonly alternative: number } {
  const [bidId = "", place] = id.split(".");
  return { bidId, alternative: place === undefined ? 0 : Number(place) };
}

/** How many alternatives stand beside the main offer. */
export const alternativeCount = ({ alternatives }: Pick<BidContent, "alternatives">): number =>
  alternatives?.length ?? 0;

/**
 * The bid as if this alternative were all that it offers: its own lines, total, days and first day, with the validity, terms and
 * everything else of the bid. 0 is the main offer. Whether there is such an alternative, the caller has decided.
 */
export function contentOfAlternative(content: BidContent, alternative: number): BidContent {
  const { alternatives = [], ...main } = content;
  if (alternative === 0) return main;
  const chosen = alternatives[alternative - 1];
  assert(chosen, `the bid has its alternative ${alternative}`);
  const { lines, totalMinor, transitDays, startDate = null } = chosen;
  return { ...main, lines, totalMinor, transitDays, startDate };
}
