import type { Reader } from "../../db/database";
import { type Heads, dealHeads, inboxHeads, logHeads, workHeads } from "../../db/repositories/live-heads";
import { logAfter } from "../../db/repositories/request-log";
import { readRanking } from "../bidding/place-bid";
import {
  type RequestWatcher,
  type Snapshot,
  type Source,
  catchUp,
  readOn,
  snapshotOf,
  tellSnapshot,
} from "./watched-request";
import type { Instant } from "../../domain/shared/time";
import { type Context, type Loop, makeLoop } from "./loop";
import type { Channel, Topics } from "./topics";
import { log } from "../platform/process/log";
import { isOutage } from "../platform/process/outage";
import { onCommitted, type Platform } from "../platform/platform";
import { type HeadWatcher, headChannel } from "./head-channel";

/** What happened, as the database has it. */
export const sourceOver = (read: Reader): Source => ({
  heads: (requestIds) => logHeads(read, requestIds),
  after: (requestId, seq, limit) => logAfter(read, { requestId, seq, limit }),
  at: (requestId, now) => readRanking(read, { requestId, now }),
});

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
const hubOn = (loop: Loop, source: Source, clock: () => Instant): Hub => loop.over(requestChannel(source, clock));

/** A hub with a loop of its own. */
export const makeHub = ({ source, ...context }: Context & { readonly source: Source }): Hub =>
  hubOn(makeLoop(context), source, context.clock);

/** All that is watched in a process, by its kinds. */
export type Live = { readonly requests: Hub } & Readonly<Record<"deals" | "work" | "inboxes", Topics<HeadWatcher>>>;

// Each route bundle may hold its own copy of a module, and the loop must be one per process.
const holder = globalThis as unknown as { kouanLive?: WeakMap<Platform, Live> };

function make({ database: { read }, clock }: Platform): Live {
  const loop = makeLoop({
    clock,
    onCommitted,
    // The worker says that the database is away, or who looks first, and once; the next look comes by itself.
    fail: (error) => {
      if (!isOutage(error)) log.error({ err: error }, "a look at what is watched failed");
    },
  });
  return {
    requests: hubOn(loop, sourceOver(read), clock),
    deals: loop.over(headChannel({ heads: (ids) => dealHeads(read, ids), clock })),
    work: loop.over(headChannel({ heads: (ids) => workHeads(read, ids), clock })),
    inboxes: loop.over(headChannel({ heads: (ids) => inboxHeads(read, ids), clock })),
  };
}

/** What is watched over a platform, made when it is first needed. */
export function liveOf(on: Platform): Live {
  holder.kouanLive ??= new WeakMap();
  const known = holder.kouanLive.get(on);
  if (known) return known;
  const made = make(on);
  holder.kouanLive.set(on, made);
  return made;
}
