import { z } from "zod";
import { instantField } from "../shared/wire-fields";
import { CURRENCIES } from "../shared/money";
import { accept, checkAll, type Refusal, refuse, type Result } from "../shared/result";
import { termMembers } from "./request";
import { DEFAULT_TERMS } from "./request-choices";
import { VISIBILITIES } from "./request-choices";

export const INVITED_MAX = 100;

/** `auction` is a word of the contract from the start, so that who sends it is told what it is not, not that it is unknown. */
export const BID_MODE_WORDS = ["sealed", "open", "auction"] as const;

const terms = {
  mode: z.enum(BID_MODE_WORDS),
  closesAt: instantField,
  decideBy: instantField,
  currency: z.enum(CURRENCIES).meta({ description: "In which bids are compared" }),
  mayCloseEarly: z.boolean(),
  twoPersonOpening: z.boolean(),
  visibility: z.enum(VISIBILITIES),
  invitedIds: z
    .array(z.string().min(1).max(64))
    .max(INVITED_MAX)
    .refine((ids) => new Set(ids).size === ids.length, "named_twice")
    .meta({
      description: "Organisations with a listing; where the visibility is invited, nobody else sees the request",
    }),
  ...termMembers,
};

/** How bids are taken: mode, times, currency, who may see and bid. All of it is shown to bidders. */
export const biddingSchema = z.strictObject({
  ...terms,
  mayCloseEarly: terms.mayCloseEarly.default(false),
  twoPersonOpening: terms.twoPersonOpening.default(false),
  visibility: terms.visibility.default("open"),
  invitedIds: terms.invitedIds.default([]),
  feedback: terms.feedback.default(DEFAULT_TERMS.feedback),
  negotiationRounds: terms.negotiationRounds.default(DEFAULT_TERMS.negotiationRounds),
  questionsUntil: terms.questionsUntil.default(null),
  criteria: terms.criteria.default([...DEFAULT_TERMS.criteria]),
  gates: terms.gates.default([]),
});
export type Bidding = z.output<typeof biddingSchema>;

/** Only what changes. */
export const biddingChangeSchema = z.strictObject(terms).partial();
export type BiddingChange = z.output<typeof biddingChangeSchema>;

export type BiddingRefusal = Refusal<
  "mode_not_offered" | "nobody_invited" | "opening_without_seal" | "feedback_of_sealed"
>;

/**
 * What of the bidding terms can be had, as far as they are read: no auction yet; two-person opening only of sealed bids, feedback on rivals only
 * of open ones; a request for invited providers invites at least one. All that is refused is said at once.
 */
export function checkBidding({
  mode,
  twoPersonOpening,
  visibility,
  invitedIds,
  feedback = DEFAULT_TERMS.feedback,
}: Partial<Pick<Bidding, "mode" | "twoPersonOpening" | "visibility" | "invitedIds" | "feedback">>): Result<
  void,
  BiddingRefusal
> {
  return checkAll<BiddingRefusal>([
    mode === "auction" ? refuse("mode_not_offered") : accept(undefined),
    twoPersonOpening && mode === "open" ? refuse("opening_without_seal") : accept(undefined),
    feedback !== DEFAULT_TERMS.feedback && mode === "sealed" ? refuse("feedback_of_sealed") : accept(undefined),
    visibility === "invited" && invitedIds?.length === 0 ? refuse("nobody_invited") : accept(undefined),
  ]);
}
