import { DAY_MS, type Instant } from "@/domain/shared/instant";
import { CROSSINGS_LEAST, percentile } from "./crossing-times";
import { queueMs, waitBehind } from "./expected-wait";
import { type HubState, hoursOfState } from "./hub-state";

/** Goods of this market's own orders that came to a hub, and how long they were there until they had crossed (ms). */
export type OwnCrossing = { readonly arrivedAt: Instant; readonly tookMs: number };

/**
 * The board of a hub and mode beside the market's own crossings, of the same arrivals. Of half of them each was off by no more than its
 * `…OffMs`: the board's last count when the goods came, and the middle one of the own crossings that had been told by then.
 */
export type BoardRecord = {
  readonly n: number;
  /** What the board said in the middle, and what the crossings took. */
  readonly boardMs: number;
  readonly ownMs: number;
  readonly boardOffMs: number;
  readonly ownOffMs: number;
  /** For half of the arrivals the board was off by more than half of what was waited in the middle, or of what it said if that is less. */
  readonly isApart: boolean;
  /** By which of them waits are planned: by the board, unless they are apart and the own crossings were off by less. */
  readonly plannedBy: "board" | "orders";
};

const APART = 0.5;

const middle = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    50,
  );

/** Puts a value into its place in a sorted list. */
function insert(sorted: number[], value: number): void {
  const at = sorted.findIndex((one) => one > value);
  sorted.splice(at < 0 ? sorted.length : at, 0, value);
}

/** For each crossing, in the order of arrival, the middle one of those that had ended by then; null of fewer than five. */
function knownBefore(arrivals: readonly OwnCrossing[]): (number | null)[] {
  const ended = [...arrivals].sort((a, b) => a.arrivedAt + a.tookMs - (b.arrivedAt + b.tookMs));
  const told: number[] = [];
  let next = 0;
  return arrivals.map(({ arrivedAt }) => {
    for (let one = ended[next]; one && one.arrivedAt + one.tookMs <= arrivedAt; one = ended[++next])
      insert(told, one.tookMs);
    return told.length < CROSSINGS_LEAST ? null : percentile(told, 50);
  });
}

/**
 * How the board and the own crossings of one hub and mode stand to each other; null where fewer than five goods came while a count of the
 * board held that was at most `maxAgeDays` old, and five own crossings had been told before. `states` are the board's counts, in any order;
 * what one says is the wait of who comes then, with the nights of the crossing's hours on the clock of `zone`.
 */
export function reconcile(
  crossings: readonly OwnCrossing[],
  states: readonly HubState[],
  { maxAgeDays, zone }: { readonly maxAgeDays: number; readonly zone: string },
): BoardRecord | null {
  const arrivals = [...crossings].sort((a, b) => a.arrivedAt - b.arrivedAt);
  const counts = [...states].sort((a, b) => a.asOf - b.asOf);
  const before = knownBefore(arrivals);
  let next = 0;
  const compared = arrivals.flatMap(({ arrivedAt, tookMs }, at) => {
    while ((counts[next]?.asOf ?? Number.POSITIVE_INFINITY) <= arrivedAt) next += 1;
    const count = counts[next - 1];
    const known = before[at] ?? null;
    if (!count || known === null || arrivedAt - count.asOf > maxAgeDays * DAY_MS) return [];
    const hours = hoursOfState(count, zone);
    const board = waitBehind({ queueMs: queueMs(count, hours), hours }, [], arrivedAt).totalMs;
    return [{ tookMs, board, boardOff: Math.abs(board - tookMs), ownOff: Math.abs(known - tookMs) }];
  });
  if (compared.length < CROSSINGS_LEAST) return null;
  const [boardMs, ownMs] = [middle(compared.map(({ board }) => board)), middle(compared.map(({ tookMs }) => tookMs))];
  const boardOffMs = middle(compared.map(({ boardOff }) => boardOff));
  const ownOffMs = middle(compared.map(({ ownOff }) => ownOff));
  // By what each arrival found, as the table has it: the middles of days and of nights may differ where the board is right of every one.
  const isApart = boardOffMs > APART * Math.min(boardMs, ownMs);
  const plannedBy = isApart && ownOffMs < boardOffMs ? "orders" : "board";
  return { n: compared.length, boardMs, ownMs, boardOffMs, ownOffMs, isApart, plannedBy };
}
