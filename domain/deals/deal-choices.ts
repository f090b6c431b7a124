/** Word for "let the planner choose" in place of a hub's id. */
export const ANY_HUB = "any";

export const CARGO_LINES_MAX = 50;
export const MARKS_MAX = 200;
