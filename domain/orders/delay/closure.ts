import type { Span } from "./spans";

/** A time in which a hub is shut for a mode, as its board says it. */
export type Closure = Span;
