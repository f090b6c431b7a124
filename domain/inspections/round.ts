import type { Lifecycle } from "../shared/result";

/**
 * A visit to the goods. `asked` is a re-inspection that waits to be booked; with `booked` the seed is committed to, with `on_site` it is
 * told. Who left too early comes back and checks out anew. `left` waits for its report, `reported` for the buyer's decision.
 */
export const ROUND_STATES = ["asked", "booked", "on_site", "left", "reported", "decided"] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export type RoundEvent = "book" | "check_in" | "record" | "check_out" | "issue" | "decide";

export const ROUND_LIFECYCLE = {
  asked: { book: "booked" },
  booked: { book: "booked", check_in: "on_site" },
  on_site: { record: "on_site", check_out: "left" },
  left: { record: "left", check_out: "left", issue: "reported" },
  reported: { decide: "decided" },
  decided: {},
} as const satisfies Lifecycle<RoundState, RoundEvent>;

/** Visits for one order; more are a new order. */
export const ROUNDS_MAX = 5;

/** While results may still be written, and photos added. */
export const isOpen = (state: RoundState): boolean => state === "on_site" || state === "left";

/** The order's steps that a visit tells; the next visit tells them anew. */
export const STEPS_OF_VISIT: readonly string[] = ["inspector_assigned", "on_site", "report_drafted", "report_issued"];
