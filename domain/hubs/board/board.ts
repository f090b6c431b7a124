import type { Mode } from "@/domain/hubs/place";
import { DAY_MS, dayOf, HOUR_MS, type Instant, instant, MINUTE_MS } from "@/domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { type OpeningHours, openMsPerDay, type Span } from "./opening-hours";
import {
  type CountedQueue,
  expectedWait,
  hoursOf,
  type Queue,
  queueMs,
  throughPerDay,
  waitBehind,
  type WaitLength,
} from "./expected-wait";
import { type PreparedNetwork, waitKey } from "@/domain/hubs/prepare-network";
import type { Direction } from "@/domain/shared/vocabulary";

/** A time in which a hub lets nobody through. Never changed; one that was withdrawn ends then, or never was. */
export type Closure = {
  readonly id: string;
  readonly hubId: string;
  /** Null for all modes. */
  readonly mode: Mode | null;
  readonly from: Instant;
  readonly to: Instant;
  /** On whose clock it was announced (IANA). */
  readonly zone: string;
  readonly reason: string;
  readonly source: string;
  readonly withdrawnAt: Instant | null;
};

/** When the border is in fact closed by it: up to its withdrawal, and never where it was withdrawn before it began. */
export const spanOf = ({ from, to, withdrawnAt }: Pick<Closure, "from" | "to" | "withdrawnAt">): Span => ({
  from,
  to: withdrawnAt === null ? to : Math.max(from, Math.min(to, withdrawnAt)),
});

/** Whether it closes the hub for the mode at any time from `now` on. */
export const isAhead = (closure: Closure, now: Instant): boolean => {
  const { from, to } = spanOf(closure);
  return to > from && to > now;
};

/** Whether the border is closed by it at this moment. */
export const isOn = (closure: Closure, now: Instant): boolean => isAhead(closure, now) && closure.from <= now;

/** Whether it holds for goods that cross by the mode. */
export const isFor = (closure: Pick<Closure, "mode">, mode: Mode): boolean =>
  closure.mode === null || closure.mode === mode;

/** A sentence or two that everybody reads. */
export const CLOSURE_REASON_MAX = 300;

/** A year and a day, so that a closure until the same day of the next year can be announced. */
export const CLOSURE_MAX_DAYS = 367;

export type ClosureRefusal = Refusal<
  "mode_not_at_hub" | "zone_not_of_hub" | "closure_backwards" | "closure_over" | "closure_too_long"
>;

type Known = { readonly modes: readonly Mode[]; readonly zones: readonly string[]; readonly now: Instant };

/**
 * Whether an administrator may announce the closure. Refuses a mode that the hub has not, a zone that is kept on neither side of it, an end
 * that is not after the beginning, one that is over, and one of more than a year.
 */
export function checkClosure(
  { mode, zone, from, to }: Pick<Closure, "mode" | "zone" | "from" | "to">,
  { modes, zones, now }: Known,
): Result<void, ClosureRefusal> {
  if (mode !== null && !modes.includes(mode)) return refuse("mode_not_at_hub", { mode });
  if (!zones.includes(zone)) return refuse("zone_not_of_hub", { zone });
  if (to <= from) return refuse("closure_backwards");
  if (to <= now) return refuse("closure_over");
  if (to - from > CLOSURE_MAX_DAYS * DAY_MS) return refuse("closure_too_long", { days: CLOSURE_MAX_DAYS });
  return accept(undefined);
}

/** Whether the closure may be withdrawn: once, and while it is not over. */
export function checkWithdrawal(
  { to, withdrawnAt }: Pick<Closure, "to" | "withdrawnAt">,
  now: Instant,
): Result<void, Refusal<"closure_withdrawn" | "closure_over">> {
  if (withdrawnAt !== null) return refuse("closure_withdrawn");
  return to <= now ? refuse("closure_over") : accept(undefined);
}

/** What was counted at a hub for one mode. Never changed, only followed by a later one. */
export type HubState = Queue & {
  readonly hubId: string;
  readonly mode: Mode;
  /** Daily opening hours on the hub's own clock, `HH:MM`; both null where it never closes or nobody says. */
  readonly opensAt: string | null;
  readonly shutsAt: string | null;
  /** When it was counted. */
  readonly asOf: Instant;
  /** Who says so. */
  readonly source: string;
};

/** The hours that were stated with a count, on the hub's own clock; null where none were. */
export const hoursOfState = (
  { opensAt, shutsAt }: Pick<HubState, "opensAt" | "shutsAt">,
  zone: string,
): OpeningHours | null => (opensAt !== null && shutsAt !== null ? { opensAt, shutsAt, zone } : null);

export type HubStateRefusal = Refusal<
  | "mode_not_at_hub"
  | "state_in_future"
  | "state_superseded"
  | "hours_incomplete"
  | "hours_empty"
  | "through_above_capacity"
  | "wait_unlikely"
>;

/** A longer queue is asked about again: figures are never changed once entered. */
export const UNLIKELY_QUEUE_MS = 30 * DAY_MS;

// A form's time has no seconds, and clocks differ a little.
const CLOCK_DRIFT_MS = 5 * MINUTE_MS;

type KnownState = {
  readonly modes: readonly Mode[];
  /** When the last figures of the hub and mode were counted. */
  readonly lastAsOf: Instant | null;
  readonly now: Instant;
  readonly isConfirmed: boolean;
};

/**
 * Whether an administrator may enter the figures. Refuses a mode that the hub has not, a count in the future, one that is older than what is
 * known already (it would change nothing), opening hours with one end or without length, and unless it was confirmed more through a day than the capacity and a queue of more than 30 days.
 */
export function checkHubState(state: HubState, known: KnownState): Result<void, HubStateRefusal> {
  const { mode, asOf, opensAt, shutsAt } = state;
  if (!known.modes.includes(mode)) return refuse("mode_not_at_hub", { mode });
  if (asOf > known.now + CLOCK_DRIFT_MS) return refuse("state_in_future");
  if (known.lastAsOf !== null && asOf < known.lastAsOf) return refuse("state_superseded");
  if ((opensAt === null) !== (shutsAt === null)) return refuse("hours_incomplete");
  if (opensAt !== null && opensAt === shutsAt) return refuse("hours_empty");
  if (known.isConfirmed) return accept(undefined);
  if (throughPerDay(state) < state.throughputPerDay)
    return refuse("through_above_capacity", { capacity: throughPerDay(state) });
  const ms = queueMs(state, null);
  return ms <= UNLIKELY_QUEUE_MS ? accept(undefined) : refuse("wait_unlikely", { days: Math.floor(ms / DAY_MS) });
}

/** What administrators have entered of all hubs, as it is known at `now`. */
export type Board = {
  readonly now: Instant;
  /** The last figures of each hub and mode, by `boardKey`. */
  readonly states: ReadonlyMap<string, HubState>;
  /** Those that are not over. */
  readonly closures: readonly Closure[];
  /** Those that are over, as long ago as the oldest figures that count: who they held up may still stand there. */
  readonly pastClosures: readonly Closure[];
  /** Of hubs and modes of which enough own orders came and crossed lately: how many came for each that crossed, by `boardKey`. */
  readonly ownComing: ReadonlyMap<string, number>;
  /** What own crossings take (ms) where they tell better than the board what is waited, by `boardKey`. */
  readonly ownWaits: ReadonlyMap<string, number>;
  /** What own crossings of the last weeks take in the middle (ms), where there are enough of them, by `boardKey`. */
  readonly ownCrossings: ReadonlyMap<string, number>;
  /** Older figures say nothing of the queue any more. */
  readonly maxAgeDays: number;
  /** On which clock (IANA) a hub keeps its opening hours. */
  readonly zoneOf: (hubId: string) => string;
  /** Of an arrival further ahead than this they say nothing either. */
  readonly reachDays: number;
};

/**
 * Where the length of the queue comes from: the board, the market's own crossings where they have the better record, the month's planning
 * figure, or nowhere, where only a closure is known of a hub and
 * mode that nobody counts a queue at.
 */
export const WAIT_SOURCES = ["board", "orders", "month", "none"] as const;
export type WaitSource = (typeof WAIT_SOURCES)[number];

/** From what it is known how many come: the board's count, the market's own orders, or nothing, so that as many are taken to come as go through. */
export type ComingSource = "board" | "orders" | "assumed";

/** What somebody is expected to wait at a hub, with what it is made of. Hours are to a tenth and add up. */
export type ExpectedWait = WaitLength & {
  readonly hours: number;
  readonly queueHours: number;
  readonly closedHours: number;
  /** How long of a day the queue moves (ms): its opening hours, or all day where the queue is told in days and nights. */
  readonly openMsPerDay: number;
  readonly source: WaitSource;
  readonly comingSource: ComingSource;
  /** When the board's figures were counted; null where they are not the source. */
  readonly asOf: Instant | null;
  /** The calendar month (1 to 12) whose planning figure it is or would be. */
  readonly month: number;
  /** Who says so. */
  readonly statedBy: string | null;
  readonly isEstimate: boolean;
  /** The closures that it is longer for. */
  readonly closures: readonly Closure[];
};

/** Answers the wait of an arrival; null where nothing is known of the hub and mode. */
export type WaitAt = (hubId: string, mode: Mode, arrival: Instant, month?: number) => ExpectedWait | null;

/** The waits of goods that leave China and of those that come to it. */
export type WaitsByDirection = Readonly<Record<Direction, WaitAt>>;

export const boardKey = (hubId: string, mode: Mode): string => `${hubId}/${mode}`;

/** The figures that still say something of the queue an arrival will find; null where they are too old or the arrival too far ahead. */
export function stateFor(
  board: Board,
  { hubId, mode, arrival }: { readonly hubId: string; readonly mode: Mode; readonly arrival: Instant },
): HubState | null {
  const state = board.states.get(boardKey(hubId, mode));
  if (!state) return null;
  const isFresh = board.now - state.asOf <= board.maxAgeDays * DAY_MS;
  const isNear = arrival - board.now <= board.reachDays * DAY_MS;
  return isFresh && isNear ? state : null;
}

const monthAt = (at: Instant): number => Number(dayOf(at).slice(5, 7));

type Base = CountedQueue & Pick<ExpectedWait, "source" | "comingSource" | "asOf" | "statedBy" | "isEstimate">;

/** How many come for each one that goes through: as the board says, else as of the market's own orders, else nobody knows. */
function comingOf(board: Board, state: HubState): Pick<Base, "comingPerThrough" | "comingSource"> {
  const { hubId, mode, arrivalsPerDay = null } = state;
  if (arrivalsPerDay !== null)
    return { comingPerThrough: arrivalsPerDay / throughPerDay(state), comingSource: "board" };
  const own = board.ownComing.get(boardKey(hubId, mode)) ?? null;
  return { comingPerThrough: own, comingSource: own === null ? "assumed" : "orders" };
}

type PlannedWaits = Pick<PreparedNetwork, "waits">;
type AtHub = { readonly hubId: string; readonly mode: Mode };

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Whether a hub's planning figure by a mode is one estimate for the whole year: it knows nothing of the month. */
export function isOneForYear({ waits }: PlannedWaits, { hubId, mode }: AtHub): boolean {
  const [first, ...others] = MONTHS.map((month) => waits.get(waitKey(hubId, mode, month)));
  return first?.isEstimate === true && others.every((wait) => wait?.hours === first.hours);
}

/** What own crossings take (ms), which stands in the place of an estimate for the whole year; null of too few, and where the figure has its months. */
export function crossingsForYear(board: Board, network: PlannedWaits, at: AtHub): number | null {
  const own = board.ownCrossings.get(boardKey(at.hubId, at.mode)) ?? null;
  return own !== null && isOneForYear(network, at) ? own : null;
}

function baseOf(board: Board, network: PlannedWaits, at: Parameters<typeof stateFor>[1], month: number): Base {
  const state = stateFor(board, at);
  const own = state ? board.ownWaits.get(boardKey(at.hubId, at.mode)) : crossingsForYear(board, network, at);
  if (own !== undefined && own !== null)
    return {
      // What goods took from their arrival to the crossing has the nights in it.
      ...{ queueMs: own, hours: null, countedAt: board.now, comingPerThrough: null, comingSource: "assumed" },
      ...{ source: "orders", asOf: null, statedBy: null, isEstimate: false },
    };
  if (state) {
    const hours = hoursOfState(state, board.zoneOf(at.hubId));
    return {
      ...{ queueMs: queueMs(state, hours), hours, countedAt: state.asOf, ...comingOf(board, state) },
      ...{ source: "board", asOf: state.asOf, statedBy: state.source, isEstimate: false },
    };
  }
  const wait = network.waits.get(waitKey(at.hubId, at.mode, month));
  return {
    queueMs: Math.round((wait?.hours ?? 0) * HOUR_MS),
    // It is of days and nights.
    hours: null,
    // A planning figure is of no day: what closures hold up comes on top of it, whenever they were.
    countedAt: instant(0),
    comingPerThrough: null,
    comingSource: "assumed",
    source: wait ? "month" : "none",
    asOf: null,
    statedBy: wait?.source ?? null,
    isEstimate: wait?.isEstimate ?? false,
  };
}

const toldOf = ({ hours, source, comingSource, asOf, statedBy, isEstimate }: Base) => ({
  openMsPerDay: openMsPerDay(hours),
  source,
  comingSource,
  asOf,
  statedBy,
  isEstimate,
});

/**
 * The waits that this board and the months' planning figures come to. Where the figure is one estimate for the whole year, own crossings stand in its place. The board's figures, or own crossings in their place, hold while they are fresh and the arrival is near;
 * else it is the month's, that of the arrival where none is named. To either comes who joined the queue while the border was closed, and what is
 * left of a closure; to the board's also the nights of a crossing that shuts, which own crossings and planning figures have in them.
 */
export const waitsOf =
  (board: Board, network: PlannedWaits): WaitAt =>
  (hubId, mode, arrival, month = monthAt(arrival)) => {
    const base = baseOf(board, network, { hubId, mode, arrival }, month);
    const ofHub = (closure: Closure) => closure.hubId === hubId && isFor(closure, mode);
    const closures = board.closures.filter(ofHub);
    const spans = [...board.pastClosures.filter(ofHub), ...closures].map(spanOf);
    // Nobody is known to queue where nobody counts: only who finds a closed border waits, for its end.
    const length =
      base.source === "none"
        ? waitBehind({ queueMs: 0, hours: null }, spans, arrival)
        : expectedWait(base, spans, arrival);
    if (base.source === "none" && length.closedMs === 0) return null;
    const [queueHours, closedHours] = [hoursOf(length.queueMs), hoursOf(length.closedMs)];
    const end = arrival + length.totalMs;
    const felt = closures.filter((closure) => spanOf(closure).to > arrival && spanOf(closure).from < end);
    const hours = hoursOf((queueHours + closedHours) * HOUR_MS);
    return {
      ...toldOf(base),
      ...length,
      month,
      queueHours,
      closedHours,
      hours,
      closures: length.closedMs > 0 ? felt : [],
    };
  };

/**
 * The same by direction. Queues are counted of what leaves China, and own crossings taken of it: goods that come to China stand in another
 * queue, of which the months' planning figures and the closures are known.
 */
export const waitsByDirection = (board: Board, network: PlannedWaits): WaitsByDirection => ({
  export: waitsOf(board, network),
  import: waitsOf({ ...board, states: new Map(), ownWaits: new Map(), ownCrossings: new Map() }, network),
});
