import type { Heads } from "../../db/repositories/live/log-heads";
import type { LogEntry } from "../../db/repositories/request-log";
import type { Instant } from "../../domain/shared/instant";
import type { ReadRanking } from "../bidding/standings/read-ranking";
import type { Topic } from "./base/topics";
import { type RequestWatcher, type Snapshot, tellEntries, tellSnapshot, toldOf } from "./watched-request";

const ENTRIES_AT_ONCE = 200;

/** Where the hub reads what has happened. */
export type Source = {
  /** The last number in the log of each request, and that of its hub's board. */
  readonly heads: (requestIds: readonly string[]) => Promise<ReadonlyMap<string, Heads>>;
  readonly after: (requestId: string, seq: number, limit: number) => Promise<readonly LogEntry[]>;
  /** The request and its standing bids, all of one number of its log. */
  readonly at: (requestId: string, now: Instant) => Promise<ReadRanking | null>;
};

/**
 * Tells all watchers what came up to the snapshot, which was read first, so that no entry before it is missing. What has changed on the board of
 * the request's hub is for everybody.
 */
export async function readOn(source: Source, watched: Topic<RequestWatcher, Snapshot>, at: Snapshot): Promise<void> {
  const { id: requestId, watchers } = watched;
  const isOfBoard = at.board > watched.now.board;
  const heard = new Set<RequestWatcher>();
  while (watched.seq < at.seq) {
    const entries = await source.after(requestId, watched.seq, ENTRIES_AT_ONCE);
    const told = toldOf(
      requestId,
      entries.filter(({ seq }) => seq <= at.seq),
    );
    for (const watcher of watchers) if (tellEntries(watcher, told)) heard.add(watcher);
    watched.seq = told.at(-1)?.entry.seq ?? at.seq;
  }
  watched.now = at;
  // Who heard nothing is told nothing: that something happened is itself a piece of news.
  for (const watcher of isOfBoard ? [...watchers] : heard) tellSnapshot(watcher, at);
}

/** Tells one watcher what it does not know yet, up to where the log ends now. */
export async function catchUp(source: Source, watcher: RequestWatcher): Promise<void> {
  for (;;) {
    const { requestId, seq } = watcher;
    const entries = await source.after(requestId, seq, ENTRIES_AT_ONCE);
    tellEntries(watcher, toldOf(requestId, entries));
    if (entries.length < ENTRIES_AT_ONCE || watcher.seq === seq) return;
  }
}
