import { z } from "zod";
import { instantField } from "../shared/wire-fields";
import { contactFreeNote, contactFreeText } from "../shared/contact-in-text";
import type { Instant } from "../shared/time";
import type { Service } from "../shared/vocabulary";
import { accept, advance, checkAll, type Lifecycle, type Refusal, refuse, type Result } from "../shared/result";
import type { Currency } from "../shared/money";
import type { BiddingChange } from "./bidding-schema";
import {
  type BidMode,
  CRITERIA_MAX,
  CRITERION_KINDS,
  CRITERION_TITLE_MAX,
  DEFAULT_TERMS,
  type Feedback,
  FEEDBACKS,
  GATE_QUESTION_MAX,
  GATES_MAX,
  NEGOTIATION_ROUNDS_MAX,
  type Visibility,
} from "./request-choices";

const WEIGHTS_SUM = 100;

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

export const REQUEST_STATES = [
  "draft",
  "in_review",
  "open",
  "closed",
  "opened",
  "awarded",
  "no_bids",
  "no_decision",
  "cancelled",
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export type RequestEvent = "publish" | "hold" | "approve" | "close" | "run_out" | "open" | "award" | "lapse" | "cancel";

/** `hold` sends an unchecked buyer's first requests to review; `run_out` is a close without bids; `lapse` a decision not taken in time. */
export const REQUEST_LIFECYCLE = {
  draft: { publish: "open", hold: "in_review", cancel: "cancelled" },
  in_review: { approve: "open", cancel: "cancelled" },
  open: { close: "closed", run_out: "no_bids", cancel: "cancelled" },
  closed: { open: "opened", lapse: "no_decision", cancel: "cancelled" },
  opened: { award: "awarded", lapse: "no_decision", cancel: "cancelled" },
  awarded: {},
  no_bids: {},
  no_decision: {},
  cancelled: {},
} as const satisfies Lifecycle<RequestState, RequestEvent>;

export type Request = {
  readonly id: string;
  readonly dealId: string;
  readonly buyerOrganisationId: string;
  readonly service: Service;
  readonly state: RequestState;
  readonly bidMode: BidMode;
  readonly visibility: Visibility;
  readonly comparisonCurrency: Currency;
  readonly mayCloseEarly: boolean;
  readonly twoPersonOpening: boolean;
  readonly closesAt: Instant;
  readonly decideBy: Instant;
  readonly bidCount: number;
  /** Null for requests from before there was more to say; `termsOf` reads it. */
  readonly terms: RequestTerms | null;
  /** How many amendments it has had: a bid names the one that it was made for. */
  readonly amendmentCount: number;
  /** How often an improving bid shortly before the end has moved the close. */
  readonly extensionCount: number;
  /** It is `cancelled` because its buyer has rejected all bids. */
  readonly isRejected: boolean;
  /** How its deal goes on, once its buyer has said so, where nobody was chosen. */
  readonly fallback: Fallback | null;
};

export type WindowRefusal = Refusal<"closes_too_soon" | "decides_before_close" | "window_too_long">;

export const WINDOW_MAX_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Whether a request may open now for bids until `closesAt`, as far as its times are read. `minOpenMs` is the market's dated rule on the least open
 * time. Refuses `closes_too_soon` (with `isPast` where the close has passed), `decides_before_close` and `window_too_long` (beyond 90 days), all at once.
 */
export function checkWindow(
  { closesAt, decideBy }: { readonly closesAt?: Instant | undefined; readonly decideBy?: Instant | undefined },
  minOpenMs: number,
  now: Instant,
): Result<void, WindowRefusal> {
  return checkAll<WindowRefusal>([
    closesAt !== undefined && closesAt - now < minOpenMs
      ? refuse("closes_too_soon", { minutes: Math.ceil(minOpenMs / 60_000), isPast: closesAt <= now })
      : accept(undefined),
    closesAt !== undefined && decideBy !== undefined && decideBy <= closesAt
      ? refuse("decides_before_close")
      : accept(undefined),
    decideBy !== undefined && decideBy - now > WINDOW_MAX_DAYS * DAY_MS
      ? refuse("window_too_long", { days: WINDOW_MAX_DAYS })
      : accept(undefined),
  ]);
}

/** The one answer to "may still be bid on?": state and the server's clock together. */
export const acceptsBids = (request: Pick<Request, "state" | "closesAt">, now: Instant): boolean =>
  request.state === "open" && now < request.closesAt;

export type CloseRefusal = Refusal<"not_yet" | "bids_to_confirm" | "wrong_state">;

/**
 * The close at its time, or early where that was published, whether anybody has bid or not. Of the bids that are counted, `unconfirmed` wait for
 * their bidders since an amendment: they count until the close and not after it, so that a request with none but them runs out. While
 * there are any, nobody closes early (`bids_to_confirm`): an amendment would else put bids out. Refuses `not_yet` and `wrong_state`.
 */
export function close(request: Request, now: Instant, unconfirmed = 0): Result<RequestState, CloseRefusal> {
  const isEarly = request.state === "open" && now < request.closesAt;
  if (isEarly && !request.mayCloseEarly) return refuse("not_yet", { closesAt: request.closesAt });
  if (isEarly && unconfirmed > 0) return refuse("bids_to_confirm", { count: unconfirmed });
  return advance<RequestState, RequestEvent>(
    REQUEST_LIFECYCLE,
    request.state,
    request.bidCount > unconfirmed ? "close" : "run_out",
  );
}

/**
 * The opening, after which amounts may be read. Where two-person opening was chosen, `approvals` counts the different people
 * of the buyer's organisation who have said so, this one included; refuses `second_person_needed` until there are two.
 */
export function open(
  request: Request,
  approvals: number,
): Result<RequestState, Refusal<"second_person_needed" | "wrong_state">> {
  const next = advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, request.state, "open");
  if (next.ok && request.twoPersonOpening && approvals < 2) return refuse("second_person_needed");
  return next;
}

/** Cancelling ends a request in any state before its award. Refuses `wrong_state`. */
export const cancel = (request: Pick<Request, "state">) =>
  advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, request.state, "cancel");

/** A decision that was not taken by `decideBy`. Refuses `not_yet` before that time. */
export function lapse(request: Request, now: Instant): Result<RequestState, Refusal<"not_yet" | "wrong_state">> {
  if (now < request.decideBy) return refuse("not_yet", { decideBy: request.decideBy });
  return advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, request.state, "lapse");
}

/**
 * Whether amounts of its bids may be shown to others than their bidders: where bidding is open, and from the moment of the
 * opening on. The state does not tell: a request may end without ever having been opened.
 */
export const isOpened = (request: Pick<Request, "bidMode"> & { readonly openedAt: Instant | null }): boolean =>
  request.bidMode === "open" || request.openedAt !== null;

export const FALLBACKS = ["again", "self", "dropped"] as const;
/** How a deal goes on where nobody was chosen for a service: it is asked for again, its buyer does it itself, or it is dropped. */
export type Fallback = (typeof FALLBACKS)[number];

type FallbackState = "undecided" | Fallback;
export type FallbackChoice = "ask_again" | "do_it_ourselves" | "drop";

/** A buyer may think better of it until it has asked again: from then on the new request is what counts. */
export const FALLBACK_LIFECYCLE = {
  undecided: { ask_again: "again", do_it_ourselves: "self", drop: "dropped" },
  self: { ask_again: "again", drop: "dropped" },
  dropped: { ask_again: "again", do_it_ourselves: "self" },
  again: {},
} as const satisfies Lifecycle<FallbackState, FallbackChoice>;

type Known = Pick<Request, "state" | "isRejected" | "fallback">;

/** Whether a request ended with nobody chosen though its buyer did not give it up: no bids, all rejected, or not decided in time. */
export const isUnfilled = ({ state, isRejected }: Pick<Known, "state" | "isRejected">): boolean =>
  state === "no_bids" || state === "no_decision" || (state === "cancelled" && isRejected);

/** Whether its buyer gave the request up itself: nothing is left to choose for its deal, and the like of it can be posted anew. */
export const isGivenUp = ({ state, isRejected }: Pick<Known, "state" | "isRejected">): boolean =>
  state === "cancelled" && !isRejected;

/** Whether its buyer still has to say how the deal goes on without it. */
export const needsFallback = (request: Known): boolean => isUnfilled(request) && request.fallback === null;

/** What the buyer chooses where nobody was chosen. Refuses `wrong_state` for a request that ended otherwise, or was asked again. */
export function chooseFallback(request: Known, choice: FallbackChoice): Result<Fallback, Refusal<"wrong_state">> {
  if (!isUnfilled(request)) return refuse("wrong_state", { state: request.state, event: choice });
  const next = advance<FallbackState, FallbackChoice>(FALLBACK_LIFECYCLE, request.fallback ?? "undecided", choice);
  return next as Result<Fallback, Refusal<"wrong_state">>;
}

/** Which choices are open to its buyer now. */
export const fallbacksOf = (request: Known): FallbackChoice[] =>
  isUnfilled(request) ? (Object.keys(FALLBACK_LIFECYCLE[request.fallback ?? "undecided"]) as FallbackChoice[]) : [];

/** Whether the service of this request is in its deal: it is not once it was given up, dropped, or asked for anew by another one. */
export const isInDeal = ({ state, isRejected, fallback }: Known): boolean =>
  fallback !== "dropped" && fallback !== "again" && !isGivenUp({ state, isRejected });

export type DecideRefusal = Refusal<"request_not_closed" | "request_not_opened" | "wrong_state" | "decision_overdue">;

type Decided = Pick<Request, "state" | "closesAt" | "decideBy">;

/**
 * Whether bids may be decided on now: from the opening until `decideBy`. Refuses `request_not_closed`, `request_not_opened`, an ended
 * request as `wrong_state`, and `decision_overdue`.
 */
export function mayDecide(request: Decided, now: Instant): Result<void, DecideRefusal> {
  if (request.state === "open") return refuse("request_not_closed", { closesAt: request.closesAt });
  if (request.state === "closed") return refuse("request_not_opened");
  if (request.state !== "opened") return refuse("wrong_state", { state: request.state, event: "decide" });
  return now < request.decideBy ? accept(undefined) : refuse("decision_overdue", { decideBy: request.decideBy });
}

/** No bid is taken. It ends the request as cancelled, with a reason for every bidder, and is a decision like an award. */
export function rejectAll(request: Decided, now: Instant): Result<RequestState, DecideRefusal> {
  const allowed = mayDecide(request, now);
  return allowed.ok ? advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, request.state, "cancel") : allowed;
}

export type PublishRules = {
  readonly minOpenMs: number;
  /** How many of an organisation's first requests are read by an administrator before they open. */
  readonly firstInReview: number;
  /** How many the organisation has published so far. */
  readonly publishedBefore: number;
};

export type PublishRefusal = WindowRefusal | Refusal<"wrong_state">;

type Draft = Pick<Request, "state" | "closesAt" | "decideBy">;

/**
 * Publishing opens a draft for bids, or sends it to review where it is among the organisation's first ones. Refuses a
 * window that is shorter than the market's rule, inverted or beyond 90 days, and whatever is no draft.
 */
export function publish(draft: Draft, rules: PublishRules, now: Instant): Result<RequestState, PublishRefusal> {
  const window = checkWindow(draft, rules.minOpenMs, now);
  if (!window.ok) return window;
  const event = rules.publishedBefore < rules.firstInReview ? "hold" : "publish";
  return advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, draft.state, event);
}

/** An administrator lets a held request open; refuses `window_passed` where its close has come meanwhile. */
export function approve(held: Draft, now: Instant): Result<RequestState, Refusal<"window_passed" | "wrong_state">> {
  const next = advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, held.state, "approve");
  if (next.ok && held.closesAt <= now) return refuse("window_passed", { closesAt: held.closesAt });
  return next;
}

export type ChangeRefusal = Refusal<"wrong_state" | "terms_fixed">;

type Changed = Pick<Request, "state" | "closesAt">;

const FIXED = [
  "mode",
  "currency",
  "mayCloseEarly",
  "twoPersonOpening",
  "visibility",
  "invitedIds",
  "feedback",
  "negotiationRounds",
  "questionsUntil",
  "criteria",
  "gates",
] as const;

/**
 * Whether terms of a request may be changed so. Everything of a draft may. Of an open one, with bids or without, its spec, its close
 * and its time to decide, as `amend` has it; bidders have read the other terms. Refuses `terms_fixed` naming the term, and
 * `wrong_state` after the close and for all other states.
 */
export function mayChange(request: Changed, change: BiddingChange, now: Instant): Result<void, ChangeRefusal> {
  if (request.state === "draft") return accept(undefined);
  if (!acceptsBids(request, now)) return refuse("wrong_state", { state: request.state, event: "change" });
  const fixed = FIXED.find((term) => change[term] !== undefined);
  return fixed ? refuse("terms_fixed", { term: fixed }) : accept(undefined);
}
