import type { BidFeedback } from "../../domain/bidding/live-feedback";
import type { Heard } from "../../domain/notices/watcher-notices";
import type { RequestState } from "../../domain/requests/request";
import { type Instant, toIso } from "../../domain/shared/time";

/** What everybody may know of a request at this moment. */
export type RequestNow = {
  readonly state: RequestState;
  readonly bidCount: number;
  readonly closesAt: Instant;
  /** How often the board of its hub has changed: another number than a page was drawn with is news to it. */
  readonly board: number;
  readonly serverTime: Instant;
};

const encoder = new TextEncoder();

const frame = (event: string, data: object, id?: string): Uint8Array =>
  encoder.encode(`${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** How soon a browser comes back by itself. */
export const retryFrame = (ms: number): Uint8Array => encoder.encode(`retry: ${ms}\n\n`);

/** An entry of the log in a word. The only frames with an id: whoever comes back names the last one. */
export const heardFrame = (id: string, heard: Heard, at: Instant): Uint8Array =>
  frame("heard", { heard, at: toIso(at) }, id);

export const nowFrame = (now: RequestNow): Uint8Array => frame("now", now);

/** The bidder's own place; null once no bid of its own stands. */
export const placeFrame = (feedback: BidFeedback | null): Uint8Array => frame("place", { feedback });

/** Shows both sides that the other is there, and what time it is. */
export const timeFrame = (serverTime: Instant): Uint8Array => frame("time", { serverTime });

/** That something has happened to what a page shows, and the number of the last thing that has: its id too, so that whoever comes back names it. */
export const headFrame = (seq: number, serverTime: Instant): Uint8Array =>
  frame("head", { seq, serverTime }, String(seq));

/** One open connection of somebody who looks at something that goes on. */
export type Watcher = {
  /** Whether it may still look: its session may have ended, or what it looks at be no longer for it. */
  readonly maySee: () => Promise<boolean>;
  /** The last number that was told to it or passed over for it. */
  seq: number;
  /** Hands a frame on; false where the other side reads too slowly or is gone. */
  readonly send: (frame: Uint8Array) => boolean;
  readonly end: () => void;
  readonly isOver: () => boolean;
};

// About a thousand entries: who lags behind so far comes back with the id that it knows last.
const QUEUE_MAX_BYTES = 65_536;

/** A watcher before it has its line. */
export type Unlined<W extends Watcher> = Omit<W, "send" | "end" | "isOver">;

type Opened<W> = { readonly watcher: W; readonly stream: ReadableStream<Uint8Array> };

/** A watcher with the stream that carries what it is sent. `leave` is called once, however it ends. */
export function openWatcher<W extends Watcher>(
  of: Unlined<W>,
  { signal, leave }: { readonly signal: AbortSignal; readonly leave: (watcher: W) => void },
): Opened<W> {
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
  const line: Pick<Watcher, "send" | "end" | "isOver"> = {
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
  const watcher = { ...of, ...line } as W;
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
