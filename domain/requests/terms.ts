import { z } from "zod";
import { instantField } from "../shared/wire-fields";
import { contactFreeNote, contactFreeText } from "../shared/contact-in-text";
import type { Instant } from "../shared/instant";

/** What a bidder of open bidding is told of its rivals: their amounts, its own rank, its gap to the best, or a colour for that gap. */
export const FEEDBACKS = ["amounts", "rank", "gap", "traffic_light"] as const;
export type Feedback = (typeof FEEDBACKS)[number];

export const NEGOTIATION_ROUNDS_MAX = 5;
export const CRITERIA_MAX = 6;
export const GATES_MAX = 10;
export const CRITERION_TITLE_MAX = 80;
export const GATE_QUESTION_MAX = 300;
const WEIGHTS_SUM = 100;

/** `own` is a criterion in the buyer's words that its panel scores from 0 to 5; price and time are computed. */
export const CRITERION_KINDS = ["price", "time", "own"] as const;

const criterionSchema = z.strictObject({
  kind: z.enum(CRITERION_KINDS),
  /** Of an own criterion; empty for those that are computed. */
  title: contactFreeNote(CRITERION_TITLE_MAX).default(""),
  weight: z.int().min(1).max(WEIGHTS_SUM).meta({ description: "Percent; all of a request sum to 100" }),
});
export type Criterion = z.output<typeof criterionSchema>;

const gateSchema = z.strictObject({
  question: contactFreeText(GATE_QUESTION_MAX),
  /** Without this answer a bid is refused; null where any answer will do, as long as there is one. */
  mustBe: z.enum(["yes", "no"]).nullable().default(null),
});
/** A question that every bid answers. */
export type Gate = z.output<typeof gateSchema>;

const isSummed = (criteria: readonly Criterion[]) =>
  criteria.reduce((sum, { weight }) => sum + weight, 0) === WEIGHTS_SUM;

export const termMembers = {
  feedback: z.enum(FEEDBACKS).meta({ description: "Of open bidding: what bidders are told of each other" }),
  negotiationRounds: z
    .int()
    .min(0)
    .max(NEGOTIATION_ROUNDS_MAX)
    .meta({ description: "Rounds of counter-offers after the opening; 0 for none" }),
  questionsUntil: instantField
    .nullable()
    .meta({ description: "When questions end; null for the market's rule, so long before the close" }),
  criteria: z
    .array(criterionSchema)
    .min(1, "required")
    .max(CRITERIA_MAX)
    .refine(isSummed, "weights_not_100")
    .refine((all) => all.every(({ kind, title }) => (kind === "own") === (title !== "")), "criterion_untitled")
    .refine(
      (all) => ["price", "time"].every((kind) => all.filter((one) => one.kind === kind).length < 2),
      "named_twice",
    )
    .meta({ description: "By what bids are ranked, fixed at publication" }),
  gates: z.array(gateSchema).max(GATES_MAX).meta({ description: "Questions that every bid answers" }),
};

/** What bidders read before they bid and what is never changed afterwards: a part of the request's bidding, kept as one. */
export type RequestTerms = {
  readonly feedback: Feedback;
  readonly negotiationRounds: number;
  readonly questionsUntil: Instant | null;
  readonly criteria: readonly Criterion[];
  readonly gates: readonly Gate[];
};

/** What holds where the buyer said nothing, and for requests from before there was more to say. */
export const DEFAULT_TERMS: RequestTerms = {
  feedback: "amounts",
  negotiationRounds: 0,
  questionsUntil: null,
  criteria: [{ kind: "price", title: "", weight: 100 }],
  gates: [],
};

/** A request's terms as they hold. */
export const termsOf = (request: { readonly terms: RequestTerms | null }): RequestTerms =>
  request.terms ?? DEFAULT_TERMS;

/** The terms among all that was said of a request's bidding. */
export const pickTerms = (bidding: RequestTerms): RequestTerms => ({
  feedback: bidding.feedback,
  negotiationRounds: bidding.negotiationRounds,
  questionsUntil: bidding.questionsUntil,
  criteria: bidding.criteria,
  gates: bidding.gates,
});
