import { assert } from "@/domain/shared/result";
import {
  addDays,
  DAY_MS,
  dayOf,
  HOUR_MS,
  type Instant,
  instant,
  type LocalDate,
  MINUTE_MS,
} from "@/domain/shared/time";
import { atClockMs, clockMs, parseWallClock } from "@/domain/shared/zones";

/** When a crossing lets goods through each day, `HH:MM` on the clock of `zone` (IANA); over midnight where it shuts earlier than it opens. */
export type OpeningHours = { readonly opensAt: string; readonly shutsAt: string; readonly zone: string };

function atClock(day: LocalDate, time: string, zone: string): Instant {
  const at = parseWallClock(`${day}T${time}`, zone);
  assert(at !== null, `${time} is a time of ${zone}`);
  return at;
}

/** The hours in which the crossing is open at `at`, or those that come next. */
export function openingOf(
  { opensAt, shutsAt, zone }: OpeningHours,
  at: Instant,
): { readonly from: Instant; readonly to: Instant } {
  const isOverMidnight = shutsAt <= opensAt;
  // What opened yesterday may still be open.
  const first = addDays(dayOf(at, zone), -1);
  for (let ahead = 0; ; ahead++) {
    const day = addDays(first, ahead);
    const to = atClock(addDays(day, isOverMidnight ? 1 : 0), shutsAt, zone);
    if (at < to) return { from: atClock(day, opensAt, zone), to };
  }
}

/** The first moment from `at` on at which the crossing is open. */
export function nextOpening(hours: OpeningHours, at: Instant): Instant {
  const { from } = openingOf(hours, at);
  return at < from ? from : at;
}

const clockTimeMs = (time: string): number => Number(time.slice(0, 2)) * HOUR_MS + Number(time.slice(3)) * MINUTE_MS;

/** How long a crossing is open in a day (ms): all day where it has no hours. */
export function openMsPerDay(hours: Pick<OpeningHours, "opensAt" | "shutsAt"> | null): number {
  if (hours === null) return DAY_MS;
  const ms = clockTimeMs(hours.shutsAt) - clockTimeMs(hours.opensAt);
  return ms > 0 ? ms : ms + DAY_MS;
}

/** A clock that runs while a crossing is open and stands still while it is shut (ms). */
type OpenClock = {
  /** What it shows at `at`. */
  readonly shows: (at: number) => number;
  /** The first moment at which it shows so much: of the end of a day's hours the evening, not the next morning. */
  readonly whenItShows: (ms: number) => Instant;
  /** The first moment from `at` on at which it runs. */
  readonly runsFrom: (at: number) => Instant;
};

/** The clock of a crossing's opening hours; without hours it is everybody's. */
export function openClock(hours: OpeningHours | null): OpenClock {
  if (hours === null) return { shows: (at) => at, whenItShows: instant, runsFrom: instant };
  const { zone, opensAt } = hours;
  const opens = clockTimeMs(opensAt);
  const perDay = openMsPerDay(hours);
  const sinceOpening = (at: number) => clockMs(at, zone) - opens;
  const dayIn = (ms: number) => Math.floor(ms / DAY_MS) * DAY_MS;
  return {
    shows: (at) => {
      const since = sinceOpening(at);
      return (dayIn(since) / DAY_MS) * perDay + Math.min(since - dayIn(since), perDay);
    },
    whenItShows: (ms) => {
      const days = Math.ceil(ms / perDay) - 1;
      return atClockMs(days * DAY_MS + (ms - days * perDay) + opens, zone);
    },
    runsFrom: (at) => {
      const since = sinceOpening(at);
      return since - dayIn(since) < perDay ? instant(at) : atClockMs(dayIn(since) + DAY_MS + opens, zone);
    },
  };
}

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
