import { randomInt } from "node:crypto";
import type { Actor } from "../../../domain/access/actor";
import { log } from "../../platform/process/log";
import { retryFrame } from "../frames";
import { type Caller, takeWatcherSeat } from "./seats";
import type { Topics } from "./topics";
import { openWatcher, type Unlined, type Watcher } from "../watcher";

const RECONNECT_MS = 1_000;
/** So that those who lose a process at one moment do not all come back at one moment. */
const RECONNECT_SPREAD_MS = 2_000;

/** Who wants to watch something, and from where on. */
export type Asking = {
  readonly actor: Actor;
  /** What names the last thing that is known; null or an unknown one to begin with what comes. */
  readonly after: string | null;
  readonly caller: Caller;
  /** Whether the caller's session is still good. */
  readonly isStanding: () => Promise<boolean>;
  readonly signal: AbortSignal;
};

export type Opened = { readonly stream: ReadableStream<Uint8Array> } | "not_found" | "no_seat";

/** Opens a stream for somebody who may watch, where a seat is free; the answer begins at once, what is to be read comes as it is read. */
export function openStream<W extends Watcher>(
  topics: Topics<W>,
  of: Unlined<W>,
  { caller, isStanding, signal }: Pick<Asking, "caller" | "isStanding" | "signal">,
): Opened {
  const giveBack = takeWatcherSeat(caller);
  if (!giveBack) return "no_seat";
  const { watcher, stream } = openWatcher<W>(
    { ...of, maySee: async () => (await isStanding()) && (await of.maySee()) },
    {
      signal,
      leave(gone) {
        topics.leave(gone);
        giveBack();
      },
    },
  );
  watcher.send(retryFrame(RECONNECT_MS + randomInt(RECONNECT_SPREAD_MS)));
  void topics.join(watcher).catch((error: unknown) => {
    log.error({ err: error }, "a watcher could not join");
    watcher.end();
  });
  return { stream };
}
