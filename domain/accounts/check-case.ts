import { accept, advance, type Lifecycle, type Refusal, refuse, type Result } from "../shared/result";

/**
 * One asking for a check, from the first paper to the decision. `gathering` is the organisation's alone; `questioned` waits for its answer;
 * `proposed` waits for a second administrator.
 */
export const CASE_STATES = [
  "gathering",
  "asked",
  "taken",
  "questioned",
  "proposed",
  "granted",
  "declined",
  "withdrawn",
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_EVENTS = [
  "ask",
  "take",
  "question",
  "answer",
  "propose",
  "send_back",
  "grant",
  "decline",
  "withdraw",
] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

export const CASE_LIFECYCLE = {
  gathering: { ask: "asked", take: "taken" },
  asked: { take: "taken", withdraw: "withdrawn" },
  taken: { take: "taken", question: "questioned", propose: "proposed", withdraw: "withdrawn" },
  questioned: { take: "questioned", answer: "taken", propose: "proposed", withdraw: "withdrawn" },
  proposed: { send_back: "taken", grant: "granted", decline: "declined" },
  granted: {},
  declined: {},
  withdrawn: {},
} as const satisfies Lifecycle<CaseState, CaseEvent>;

/** The state that follows, or `wrong_state`. */
export const turnCase = (from: CaseState, event: CaseEvent): Result<CaseState, Refusal<"wrong_state">> =>
  advance<CaseState, CaseEvent>(CASE_LIFECYCLE, from, event);

/** States out of which something still leads. An organisation has one such case at a time. */
export const OPEN_CASES: readonly CaseState[] = CASE_STATES.filter(
  (state) => Object.keys(CASE_LIFECYCLE[state]).length > 0,
);

/** What lies before administrators, in the order in which they see it: first what only waits for a second one. */
export const QUEUE_STATES = ["proposed", "asked", "taken", "questioned"] as const satisfies readonly CaseState[];

/** While the organisation may add papers and take them away: not once what they say is proposed. */
export const mayChangePapers = (state: CaseState): boolean =>
  state === "gathering" || state === "asked" || state === "taken" || state === "questioned";

/** Letters of a question in a case, and of its answer. */
export const CASE_WORDS_MAX = 1_000;

export const PROPOSALS = ["found", "declined"] as const;
/** What is proposed: that the check is granted, or that it is not. */
export type Proposal = (typeof PROPOSALS)[number];

/** Who has a case in hand and who has proposed its end, by person. */
export type Handled = { readonly takenByUserId: string | null; readonly proposedByUserId: string | null };

/**
 * Whether this administrator may ask or propose in the case: it is theirs, or nobody's. Refuses `case_of_other`: whoever wants it takes it
 * over first, which stands in its history.
 */
export const mayHandle = (one: Handled, userId: string): Result<void, Refusal<"case_of_other">> =>
  one.takenByUserId === null || one.takenByUserId === userId ? accept(undefined) : refuse("case_of_other");

/**
 * Whether this administrator may decide on what is proposed: two people see each check, so whoever proposed it may not. Refuses
 * `own_proposal` with the names of those who can.
 */
export const mayDecide = (
  one: Handled,
  by: { readonly userId: string; readonly others: readonly string[] },
): Result<void, Refusal<"own_proposal">> =>
  one.proposedByUserId === by.userId
    ? refuse("own_proposal", { names: by.others.join(", ") || "none" })
    : accept(undefined);
