/** Why a bid is put out of the running after the opening. */
export const DISQUALIFY_CODES = [
  "document_missing",
  "licence_invalid",
  "gate_not_met",
  "terms_not_met",
  "related_party",
  "other",
] as const;
export type DisqualifyCode = (typeof DISQUALIFY_CODES)[number];

const CURABLE: ReadonlySet<DisqualifyCode> = new Set(["document_missing", "licence_invalid"]);

/** Paperwork can be handed in later, what a bid promises cannot: only the first is given time to be mended. */
export const isCurable = (code: DisqualifyCode): boolean => CURABLE.has(code);

/** Why a buyer takes none of the bids. */
export const REJECT_CODES = ["over_budget", "none_suitable", "too_few_bids", "need_ended", "other"] as const;
export type RejectCode = (typeof REJECT_CODES)[number];

/** Why a buyer gives a request up. */
export const CANCEL_CODES = ["need_ended", "terms_wrong", "postponed", "other"] as const;
export type CancelCode = (typeof CANCEL_CODES)[number];

/** Why a bid was not chosen, in the buyer's own choice of words. */
export const STATED_LOSS_CODES = ["price", "time", "score", "terms", "experience", "other"] as const;
export type StatedLossCode = (typeof STATED_LOSS_CODES)[number];

/** Why a bid did not win, with the reasons that follow from how its request ended. */
export const LOSS_CODES = [
  ...STATED_LOSS_CODES,
  "passed_over",
  "not_confirmed",
  "disqualified",
  "all_rejected",
  "no_decision",
] as const;
export type LossCode = (typeof LOSS_CODES)[number];

/** Letters of a reason in words. */
export const REASON_MAX = 500;
