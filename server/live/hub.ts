import type { LogEntry } from "../../db/repositories/request-log";
import type { Instant } from "../../domain/shared/instant";
import type { ReadRanking } from "../standings/read-ranking";
import { timeFrame } from "./frames";
import { type Snapshot, snapshotOf, tellEntries, tellSnapshot, toldOf } from "./watched-request";
import type { Watcher } from "./watcher";

/** What other processes have written is seen so soon; what this one has, at once. */
const LOOK_EVERY_MS = 100;
const HEARTBEAT_MS = 15_000;
const ENTRIES_AT_ONCE = 200;

/** Where the hub reads what has happened. */
export type Source = {
  /** The last number in the log of each request. */
  readonly heads: (requestIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  readonly after: (requestId: string, seq: number, limit: number) => Promise<readonly LogEntry[]>;
  /** The request and its standing bids, all of one number of its log. */
  readonly at: (requestId: string, now: Instant) => Promise<ReadRanking | null>;
};

type Ground = {
  readonly source: Source;
  readonly clock: () => Instant;
  /** Calls back after each commit of this process; answers how to stop. */
  readonly onCommitted: (listener: () => void) => () => void;
  readonly fail: (error: unknown) => void;
  readonly beatMs?: number;
};

/** A request that somebody looks at. `seq` is the last entry that all its watchers have been told. */
type Watched = { seq: number; snapshot: Snapshot | null; readonly watchers: Set<Watcher> };

export type Hub = {
  /** Sends all that came since the watcher's own number, then what is now, then what comes. */
  readonly join: (watcher: Watcher) => Promise<void>;
  readonly leave: (watcher: Watcher) => void;
};

/** Waits until it is time to look again or something was committed here; a commit while nobody waits counts for the next wait. */
function alarm(onCommitted: Ground["onCommitted"]) {
  let isRung = false;
  let wake: () => void = () => undefined;
  const ring = () => {
    isRung = true;
    wake();
  };
  const stop = onCommitted(ring);
  return {
    stop,
    ring,
    async wait(): Promise<void> {
      if (!isRung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_EVERY_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      isRung = false;
    },
  };
}

/**
 * The one place of a process where requests are watched. However many watch, one loop asks the database which of the watched requests
 * have gone on; of each that has, the new entries and the standing bids are read once and told to all its watchers.
 */
export function makeHub({ source, clock, onCommitted, fail, beatMs = HEARTBEAT_MS }: Ground): Hub {
  const requests = new Map<string, Watched>();
  let isLooking = false;
  let ring: () => void = () => undefined;

  async function snapshot(requestId: string): Promise<Snapshot | null> {
    const now = clock();
    const found = await source.at(requestId, now);
    return found && snapshotOf(found, now);
  }

  /** Reads on to the request's present and tells it. The snapshot is read first, so that no entry before it is missing. */
  async function advance(requestId: string, watched: Watched): Promise<void> {
    const at = await snapshot(requestId);
    if (!at) return;
    const heard = new Set<Watcher>();
    while (watched.seq < at.seq) {
      const entries = await source.after(requestId, watched.seq, ENTRIES_AT_ONCE);
      const told = toldOf(
        requestId,
        entries.filter(({ seq }) => seq <= at.seq),
      );
      for (const watcher of watched.watchers) if (tellEntries(watcher, told)) heard.add(watcher);
      watched.seq = told.at(-1)?.entry.seq ?? at.seq;
    }
    watched.snapshot = at;
    // Who heard nothing is told nothing: that something happened is itself a piece of news.
    for (const watcher of heard) tellSnapshot(watcher, at);
  }

  async function look(): Promise<void> {
    for (const [requestId, head] of await source.heads([...requests.keys()])) {
      const watched = requests.get(requestId);
      if (watched && head > watched.seq) await advance(requestId, watched);
    }
  }

  async function beat(): Promise<void> {
    const frame = timeFrame(clock());
    for (const { watchers } of [...requests.values()])
      for (const watcher of [...watchers]) {
        if (await watcher.maySee()) watcher.send(frame);
        else watcher.end();
      }
  }

  async function lookOn(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    const bell = alarm(onCommitted);
    ring = bell.ring;
    // By itself, so that many sessions to look up hold no news back.
    const heart = setInterval(() => void beat().catch(fail), beatMs);
    try {
      while (requests.size > 0) {
        await look().catch(fail);
        await bell.wait();
      }
    } finally {
      clearInterval(heart);
      bell.stop();
      isLooking = false;
    }
  }

  function leave(watcher: Watcher): void {
    const watched = requests.get(watcher.requestId);
    if (!watched?.watchers.delete(watcher)) return;
    if (watched.watchers.size === 0) requests.delete(watcher.requestId);
  }

  /** Tells what the watcher does not know yet, up to where the log ends now. */
  async function catchUp(watcher: Watcher): Promise<void> {
    for (;;) {
      const { requestId, seq } = watcher;
      const entries = await source.after(requestId, seq, ENTRIES_AT_ONCE);
      tellEntries(watcher, toldOf(requestId, entries));
      if (entries.length < ENTRIES_AT_ONCE || watcher.seq === seq) return;
    }
  }

  /** What is now, where it is kept as late as the watcher knows; else read anew. */
  async function presentFor({ requestId, seq }: Watcher): Promise<Snapshot | null> {
    const kept = requests.get(requestId)?.snapshot;
    return kept && kept.seq >= seq ? kept : await snapshot(requestId);
  }

  async function join(watcher: Watcher): Promise<void> {
    const { requestId } = watcher;
    for (;;) {
      // Whoever knows as much as all others do has nothing to be read for it.
      if (requests.get(requestId)?.seq !== watcher.seq) await catchUp(watcher);
      const present = await presentFor(watcher);
      if (watcher.isOver()) return;
      if (!present) return watcher.end();
      const watched = requests.get(requestId) ?? { seq: watcher.seq, snapshot: present, watchers: new Set() };
      // The others may have been told more while this one was reading. From here on nothing waits, so nothing slips in between.
      if (watched.seq > watcher.seq || present.seq < watcher.seq) continue;
      requests.set(requestId, watched);
      watched.watchers.add(watcher);
      tellSnapshot(watcher, present);
      break;
    }
    // The loop may sleep over what was written while this one was reading.
    ring();
    void lookOn();
  }

  return { join, leave };
}
