/** What would be awarded, worded with its exact sum, and who would lose by it: there once the choice was checked. */
export type AwardReview = {
  readonly sum: string;
  readonly lines: readonly string[];
  readonly choiceIds: readonly string[];
  /** Of what was chosen those that are not first by the published criteria: each needs a reason. */
  readonly unranked: readonly { readonly bidId: string; readonly line: string }[];
  readonly losers: readonly { readonly bidId: string; readonly line: string }[];
};
