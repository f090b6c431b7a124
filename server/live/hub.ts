import type { Heads } from "../../db/repositories/live/log-heads";
import type { Instant } from "../../domain/shared/instant";
import { type Ground, type Loop, makeLoop } from "./base/loop";
import { catchUp, readOn, type Source } from "./read-on";
import type { Channel, Topics } from "./base/topics";
import { type RequestWatcher, type Snapshot, snapshotOf, tellSnapshot } from "./watched-request";

export type Hub = Topics<RequestWatcher>;

/**
 * Requests as they are watched: of each that has gone on, or the board of whose hub has, the new entries and the standing bids are read once
 * and told to all its watchers.
 */
const requestChannel = (source: Source, clock: () => Instant): Channel<RequestWatcher, Snapshot, Heads> => ({
  idOf: ({ requestId }) => requestId,
  heads: source.heads,
  isBehind: ({ seq, now }, head) => head.seq > seq || head.board > now.board,
  async at(requestId) {
    const now = clock();
    const found = await source.at(requestId, now);
    return found && snapshotOf(found, now);
  },
  readOn: (topic, now) => readOn(source, topic, now),
  catchUp: (watcher) => catchUp(source, watcher),
  greet: tellSnapshot,
});

/** Requests, looked after by a loop that may look after other things as well. */
export const hubOn = (loop: Loop, source: Source, clock: () => Instant): Hub =>
  loop.over(requestChannel(source, clock));

/** A hub with a loop of its own. */
export const makeHub = ({ source, ...ground }: Ground & { readonly source: Source }): Hub =>
  hubOn(makeLoop(ground), source, ground.clock);
