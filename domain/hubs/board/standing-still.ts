import type { OpenClock } from "./opening-hours";

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
 * When somebody is through who arrives at `arrival` behind `queueMs` of work: it is worked off only outside of `closed` and while the clock
 * of the crossing's hours runs. Who is through at the moment a closure or a night begins does not wait for its end, and who finds a closed
 * border waits for it to open though nobody stands before it.
 */
export function throughAt(
  queueMs: number,
  { closed, clock }: { readonly closed: readonly Span[]; readonly clock: OpenClock },
  arrival: number,
): number {
  let [at, left] = [arrival, queueMs];
  for (const { from, to } of joined(closed)) {
    if (to <= at) continue;
    if (from > at) {
      const open = clock.shows(from) - clock.shows(at);
      if (open > 0 && left <= open) break;
      left -= open;
    }
    at = to;
  }
  const opened = clock.runsFrom(at);
  return left === 0 ? opened : clock.whenItShows(clock.shows(opened) + left);
}
