import { type PreparedNetwork, waitKey } from "@/domain/hubs/prepare-network";
import type { Mode } from "@/domain/hubs/place";
import type { Direction } from "@/domain/shared/direction";
import { DAY_MS, HOUR_MS, type Instant, instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { type Closure, isFor, spanOf } from "./closure";
import {
  type CountedQueue,
  expectedWait,
  hoursOf,
  queueMs,
  throughPerDay,
  type WaitLength,
  waitBehind,
} from "./expected-wait";
import { type HubState, hoursOfState } from "./hub-state";
import { openMsPerDay } from "./opening-hours";

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

function baseOf(
  board: Board,
  network: Pick<PreparedNetwork, "waits">,
  at: Parameters<typeof stateFor>[1],
  month: number,
): Base {
  const state = stateFor(board, at);
  const own = board.ownWaits.get(boardKey(at.hubId, at.mode));
  if (state && own !== undefined)
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
 * The waits that this board and the months' planning figures come to. The board's figures, or own crossings in their place, hold while they are fresh and the arrival is near;
 * else it is the month's, that of the arrival where none is named. To either comes who joined the queue while the border was closed, and what is
 * left of a closure; to the board's also the nights of a crossing that shuts, which own crossings and planning figures have in them.
 */
export const waitsOf =
  (board: Board, network: Pick<PreparedNetwork, "waits">): WaitAt =>
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
export const waitsByDirection = (board: Board, network: Pick<PreparedNetwork, "waits">): WaitsByDirection => ({
  export: waitsOf(board, network),
  import: waitsOf({ ...board, states: new Map(), ownWaits: new Map() }, network),
});
