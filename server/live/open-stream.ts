import { randomInt } from "node:crypto";
import type { Actor } from "../../domain/access/policy";
import { log } from "../platform/process/log";
import { type Unlined, type Watcher, openWatcher, retryFrame } from "./watcher";
import type { Topics } from "./topics";

// Of one browser (its tabs in sight, of which one with a talk has two) or, of visitors, of one address, behind which may be an office.
const OF_SESSION_MAX = 16;
const OF_ADDRESS_MAX = 40;
// A stream costs a socket and a few kilobytes; what is beyond it had better be another process.
const OF_PROCESS_MAX = 5_000;

type Seats = { all: number; readonly byCaller: Map<string, number> };

// Each route bundle may hold its own copy of a module, so what must be one per process hangs on globalThis.
const holder = globalThis as unknown as { kouanWatcherSeats?: Seats };

type Caller = { readonly kind: "session" | "address"; readonly id: string };

/** A place among the open streams of the caller and of this process, and how to give it back once; null where all are taken. */
function takeWatcherSeat({ kind, id }: Caller): (() => void) | null {
  holder.kouanWatcherSeats ??= { all: 0, byCaller: new Map() };
  const seats = holder.kouanWatcherSeats;
  const key = `${kind} ${id}`;
  const taken = seats.byCaller.get(key) ?? 0;
  if (seats.all >= OF_PROCESS_MAX || taken >= (kind === "session" ? OF_SESSION_MAX : OF_ADDRESS_MAX)) return null;
  seats.all++;
  seats.byCaller.set(key, taken + 1);
  let isGiven = false;
  return () => {
    if (isGiven) return;
    isGiven = true;
    seats.all--;
    const left = (seats.byCaller.get(key) ?? 1) - 1;
    if (left > 0) seats.byCaller.set(key, left);
    else seats.byCaller.delete(key);
  };
}

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
