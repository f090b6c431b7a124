import type { BidFeedback } from "../../domain/bidding/live/feedback-of";
import type { Heard } from "../../domain/notices/heard";
import type { RequestState } from "../../domain/requests/request";
import { type Instant, toIso } from "../../domain/shared/instant";

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
