import type { Instant } from "../shared/instant";

/** What rooms of an order ask of one of its sides beside its steps; each is a sentence of its room. */
export const TASKS = [
  "clearance.approve",
  "clearance.revise",
  "clearance.answer",
  "clearance.redraft",
  "remittance.confirm",
  "remittance.funds_short",
  "remittance.explain_payer",
  "remittance.third_party",
  "remittance.surplus",
  "remittance.surplus_return",
  "remittance.surplus_answer",
  "remittance.funds_return",
  "remittance.lock",
  "remittance.resend",
  "remittance.frozen",
  "remittance.recalled",
  "reroute.answer",
  "slots.rebook",
  "inspections.decide",
  "inspections.book_again",
  "inspections.visit_again",
] as const;
export type TaskCode = (typeof TASKS)[number];

/** What is done in a dispute, in its order. */
export const DISPUTE_STEPS = ["answer", "offer", "talk", "evidence", "decide"] as const;

/** What is to be done next in the dispute of an order, by whom, and by when. */
export type DisputeStep = {
  readonly who: "buyer" | "provider" | "parties" | "market";
  readonly what: (typeof DISPUTE_STEPS)[number];
  readonly by: Instant | null;
};

/** Something that one side has to do before the order can go on, and by when where somebody set a time. */
export type OrderTask = {
  readonly side: "buyer" | "provider";
  readonly code: TaskCode;
  readonly by: Instant | null;
  /** The slot in whose place another is booked. */
  readonly slotId?: string;
  /** Why, as the other side has said: the beginning of its words. Left out where nobody is asked to say. */
  readonly reason?: string;
};
