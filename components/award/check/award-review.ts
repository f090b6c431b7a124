/** What would be awarded, worded with its exact sum, and who would lose by it: there once the choice was checked. */
export type AwardReview = {
  readonly sum: string;
  readonly lines: readonly string[];
  readonly choiceIds: readonly string[];
  readonly losers: readonly { readonly bidId: string; readonly line: string }[];
};
