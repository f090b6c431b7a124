import type { Instant } from "../../shared/time";

/** From one moment until another; the end no longer belongs to it. */
export type Span = { readonly from: Instant; readonly to: Instant };

export const lengthMs = ({ from, to }: Span): number => to - from;

/** What two spans share; null where they do not meet. */
export function shared(one: Span, other: Span): Span | null {
  const from = Math.max(one.from, other.from) as Instant;
  const to = Math.min(one.to, other.to) as Instant;
  return from < to ? { from, to } : null;
}

export const covers = (span: Span, at: Instant): boolean => span.from <= at && at < span.to;

/** The span cut at every moment that lies within it, in order. */
export function cut(span: Span, at: readonly Instant[]): Span[] {
  const within = [...new Set(at.filter((moment) => span.from < moment && moment < span.to))].sort((a, b) => a - b);
  const edges = [span.from, ...within, span.to];
  return edges.slice(1).map((to, place) => ({ from: edges[place] as Instant, to }));
}

/** A time in which a hub is shut for a mode, as its board says it. */
export type Closure = Span;
