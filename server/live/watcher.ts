import type { Watching } from "../../domain/requests/live/heard";

/** One open connection of somebody who looks at a request. */
export type Watcher = {
  readonly requestId: string;
  readonly watching: Watching;
  /** Whether it may still look: its session may have ended, or the request be no longer for it. */
  readonly maySee: () => Promise<boolean>;
  /** The last entry of the log that was sent to it or passed over for it. */
  seq: number;
  /** What it was last told of its own place, so that the same is not said twice. */
  placeTold: string | null;
  /** Hands a frame on; false where the other side reads too slowly or is gone. */
  readonly send: (frame: Uint8Array) => boolean;
  readonly end: () => void;
  readonly isOver: () => boolean;
};

// About a thousand entries: who lags behind so far comes back with the id that it knows last.
const QUEUE_MAX_BYTES = 65_536;

type Opened = { readonly watcher: Watcher; readonly stream: ReadableStream<Uint8Array> };

/** A watcher with the stream that carries what it is sent. `leave` is called once, however it ends. */
export function openWatcher(
  of: Pick<Watcher, "requestId" | "watching" | "maySee" | "seq">,
  { signal, leave }: { readonly signal: AbortSignal; readonly leave: (watcher: Watcher) => void },
): Opened {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const end = () => {
    if (controller === null) return;
    const ending = controller;
    controller = null;
    signal.removeEventListener("abort", end);
    leave(watcher);
    try {
      ending.close();
    } catch {
      // The other side has cancelled it already: there is nothing left to close.
    }
  };
  const watcher: Watcher = {
    ...of,
    placeTold: null,
    end,
    isOver: () => controller === null,
    send(frame) {
      if (controller === null) return false;
      if ((controller.desiredSize ?? 0) <= 0) {
        end();
        return false;
      }
      controller.enqueue(frame);
      return true;
    },
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started;
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: QUEUE_MAX_BYTES }),
  );
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true });
  return { watcher, stream };
}
