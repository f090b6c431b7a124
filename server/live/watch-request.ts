import { randomInt } from "node:crypto";
import type { Actor } from "../../domain/access/actor";
import { log } from "../platform/process/log";
import { onCommitted, platform, type Platform } from "../platform/platform";
import { watchedRequest } from "../queries/watched-request";
import { retryFrame } from "./frames";
import { type Hub, makeHub } from "./hub";
import { seqOfMark } from "./log-mark";
import { type Caller, takeWatcherSeat } from "./seats";
import { sourceOver } from "./source-over";
import { openWatcher } from "./watcher";

const RECONNECT_MS = 1_000;
/** So that those who lose a process at one moment do not all come back at one moment. */
const RECONNECT_SPREAD_MS = 2_000;

type Holder = { hubs: WeakMap<Platform, Hub> };

// Each route bundle may hold its own copy of a module, and the hub must be one per process.
const holder = globalThis as unknown as { kouanHubs?: Holder };

/** The hub over a platform, made when it is first needed. */
export function hubOf(on: Platform): Hub {
  holder.kouanHubs ??= { hubs: new WeakMap() };
  const known = holder.kouanHubs.hubs.get(on);
  if (known) return known;
  const hub = makeHub({
    source: sourceOver(on.database.read),
    clock: on.clock,
    onCommitted,
    fail: (error) => log.error({ err: error }, "a look at watched requests failed"),
  });
  holder.kouanHubs.hubs.set(on, hub);
  return hub;
}

export type Asking = {
  readonly actor: Actor;
  readonly requestId: string;
  /** The mark of the entry that is known last; null or an unknown one to begin with what comes. */
  readonly after: string | null;
  readonly caller: Caller;
  /** Whether the caller's session is still good. */
  readonly isStanding: () => Promise<boolean>;
  readonly signal: AbortSignal;
};

export type Watched = { readonly stream: ReadableStream<Uint8Array> };

/** Opens a stream of what happens to a request, as its viewer may hear it; `not_found` where it is not for them, `no_seat` where too many are open. */
export async function watchRequest(
  { actor, requestId, after, caller, isStanding, signal }: Asking,
  on: Platform = platform(),
): Promise<Watched | "not_found" | "no_seat"> {
  const { read } = on.database;
  const found = await watchedRequest(read, actor, requestId);
  if (!found) return "not_found";
  const giveBack = takeWatcherSeat(caller);
  if (!giveBack) return "no_seat";
  const hub = hubOf(on);
  const { watcher, stream } = openWatcher(
    {
      requestId,
      watching: found.watching,
      maySee: async () => (await isStanding()) && (await watchedRequest(read, actor, requestId)) !== null,
      // A number that is not reached yet was made elsewhere: from another copy of the database.
      seq: Math.min((after === null ? null : seqOfMark(requestId, after)) ?? found.logSeq, found.logSeq),
    },
    {
      signal,
      leave(gone) {
        hub.leave(gone);
        giveBack();
      },
    },
  );
  watcher.send(retryFrame(RECONNECT_MS + randomInt(RECONNECT_SPREAD_MS)));
  // The answer begins at once; what is to be read comes as it is read.
  void hub.join(watcher).catch((error: unknown) => {
    log.error({ err: error }, "a watcher of a request could not join");
    watcher.end();
  });
  return { stream };
}
