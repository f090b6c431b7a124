import type { Instant } from "../../domain/shared/instant";
import { alarm } from "./alarm";
import { timeFrame } from "./frames";
import { catchUp, readOn, type Source, type Watched } from "./read-on";
import { type Snapshot, snapshotOf, tellSnapshot } from "./watched-request";
import type { Watcher } from "./watcher";

/** What other processes have written is seen so soon; what this one has, at once. */
const LOOK_EVERY_MS = 100;
const HEARTBEAT_MS = 15_000;

type Ground = {
  readonly source: Source;
  readonly clock: () => Instant;
  /** Calls back after each commit of this process; answers how to stop. */
  readonly onCommitted: (listener: () => void) => () => void;
  readonly fail: (error: unknown) => void;
  readonly beatMs?: number;
};

export type Hub = {
  /** Sends all that came since the watcher's own number, then what is now, then what comes. */
  readonly join: (watcher: Watcher) => Promise<void>;
  readonly leave: (watcher: Watcher) => void;
};

/** Shows each watcher that the line holds, and lets go of whoever may no longer see. */
async function beat(requests: ReadonlyMap<string, Watched>, now: Instant): Promise<void> {
  const frame = timeFrame(now);
  for (const { watchers } of [...requests.values()])
    for (const watcher of [...watchers]) {
      if (await watcher.maySee()) watcher.send(frame);
      else watcher.end();
    }
}

/**
 * The one place of a process where requests are watched. However many watch, one loop asks the database which of the watched requests
 * have gone on, or the boards of their hubs; of each that has, the new entries and the standing bids are read once and told to all its watchers.
 */
export function makeHub({ source, clock, onCommitted, fail, beatMs = HEARTBEAT_MS }: Ground): Hub {
  const requests = new Map<string, Watched>();
  let bell: ReturnType<typeof alarm> | null = null;

  async function snapshot(requestId: string): Promise<Snapshot | null> {
    const now = clock();
    const found = await source.at(requestId, now);
    return found && snapshotOf(found, now);
  }

  async function look(): Promise<void> {
    for (const [requestId, head] of await source.heads([...requests.keys()])) {
      const watched = requests.get(requestId);
      const isBehind = watched && (head.seq > watched.seq || head.board > watched.snapshot.board);
      const at = isBehind ? await snapshot(requestId) : null;
      if (watched && at) await readOn(source, watched, at);
    }
  }

  async function lookOn(): Promise<void> {
    // It may sleep over what was written while somebody who joins was reading.
    if (bell) return bell.ring();
    bell = alarm(onCommitted);
    // By itself, so that many sessions to look up hold no news back.
    const heart = setInterval(() => void beat(requests, clock()).catch(fail), beatMs);
    while (requests.size > 0) {
      await look().catch(fail);
      await bell.wait(LOOK_EVERY_MS);
    }
    clearInterval(heart);
    bell.stop();
    bell = null;
  }

  /** What is now, where it is kept as late as the watcher knows; else read anew. A board that changes meanwhile is told with the next look. */
  async function presentFor({ requestId, seq }: Watcher): Promise<Snapshot | null> {
    const kept = requests.get(requestId)?.snapshot;
    return kept && kept.seq >= seq ? kept : await snapshot(requestId);
  }

  async function join(watcher: Watcher): Promise<void> {
    const { requestId } = watcher;
    for (;;) {
      // Whoever knows as much as all others do has nothing to be read for it.
      if (requests.get(requestId)?.seq !== watcher.seq) await catchUp(source, watcher);
      const present = await presentFor(watcher);
      if (watcher.isOver()) return;
      if (!present) return watcher.end();
      const watched = requests.get(requestId) ?? {
        ...{ requestId, seq: watcher.seq, snapshot: present },
        watchers: new Set(),
      };
      // The others may have been told more while this one was reading. From here on nothing waits, so nothing slips in between.
      if (watched.seq > watcher.seq || present.seq < watcher.seq) continue;
      requests.set(requestId, watched);
      watched.watchers.add(watcher);
      tellSnapshot(watcher, present);
      void lookOn();
      return;
    }
  }

  function leave(watcher: Watcher): void {
    const watched = requests.get(watcher.requestId);
    if (!watched?.watchers.delete(watcher)) return;
    if (watched.watchers.size === 0) requests.delete(watcher.requestId);
  }

  return { join, leave };
}
