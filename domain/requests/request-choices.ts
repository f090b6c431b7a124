import type { RequestTerms } from "./request";

export const BID_MODES = ["sealed", "open"] as const;
/** Sealed: nobody but the bidder sees an amount before the opening. Open: bidders and buyer see the amounts as they come. */
export type BidMode = (typeof BID_MODES)[number];

export const VISIBILITIES = ["open", "checked", "invited"] as const;
/** Open: everybody sees it and listed providers bid. Checked: the same, and only organisations that the market has checked bid. Invited: nobody else sees it. */
export type Visibility = (typeof VISIBILITIES)[number];

/** What a bidder of open bidding is told of its rivals: their amounts, its own rank, its gap to the best, or a colour for that gap. */
export const FEEDBACKS = ["amounts", "rank", "gap", "traffic_light"] as const;
export type Feedback = (typeof FEEDBACKS)[number];

export const NEGOTIATION_ROUNDS_MAX = 5;
export const CRITERIA_MAX = 6;
export const GATES_MAX = 10;
export const CRITERION_TITLE_MAX = 80;
export const GATE_QUESTION_MAX = 300;

/** `own` is a criterion in the buyer's words that its panel scores from 0 to 5; price and time are computed. */
export const CRITERION_KINDS = ["price", "time", "own"] as const;

/** What holds where the buyer said nothing, and for requests from before there was more to say. */
export const DEFAULT_TERMS: RequestTerms = {
  feedback: "amounts",
  negotiationRounds: 0,
  questionsUntil: null,
  criteria: [{ kind: "price", title: "", weight: 100 }],
  gates: [],
};
