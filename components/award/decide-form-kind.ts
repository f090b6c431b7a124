/** The forms of a decision, each the second of two steps. */
export const DECIDE_FORMS = ["disqualify", "accept", "uphold", "cure", "reject", "extend", "prolong"] as const;
export type DecideFormKind = (typeof DECIDE_FORMS)[number];
