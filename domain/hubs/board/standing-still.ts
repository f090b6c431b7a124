/** A time in epoch milliseconds, `to` not included. */
export type Span = { readonly from: number; readonly to: number };

/** The spans as time passes, with those that overlap or touch made one; empty ones left out. */
export function joined(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = found.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/**
 * How long (ms) somebody stands still who arrives at `arrival` behind a queue of `queueMs` while nothing moves within `closed`. The queue is
 * worked off only outside of them; who is through at the moment a closure begins does not wait for its end, and who finds a closed border
 * waits for its end though nobody stands before it.
 */
export function standingStill(queueMs: number, closed: readonly Span[], arrival: number): number {
  let [at, left, still] = [arrival, queueMs, 0];
  for (const { from, to } of joined(closed)) {
    if (to <= at) continue;
    if (from > at) {
      if (left <= from - at) break;
      left -= from - at;
      at = from;
    }
    still += to - at;
    at = to;
  }
  return still;
}
