"use client";

// Drawn in the browser, each is sent as its values and not as its elements.
export { Chip, Moment, QuietChip, Route, TurnMark } from "./plain/cells";
export type { LegMode, LookState, TurnHolder } from "./plain/cells";
