/** The terms of the review, in the order in which they are explained. */
export const TERMS = [
  "line",
  "share",
  "within",
  "mix",
  "value",
  "passThrough",
  "deal",
  "order",
  "weight",
  "borderHub",
  "counted",
  "comparison",
] as const;
export type Term = (typeof TERMS)[number];
