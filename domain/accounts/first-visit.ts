/** Pages that explain themselves to whoever comes there for the first time, and never again once that was put away. */
export const FIRST_VISIT_NOTES = ["posting", "bidding", "comparing", "quoting", "order", "traffic"] as const;
export type FirstVisitNote = (typeof FIRST_VISIT_NOTES)[number];
