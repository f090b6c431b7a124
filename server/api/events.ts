import { z } from "zod";
import { streamEndpoint } from "../platform/api/endpoint-kinds";
import { problem, problemOfIssues } from "../platform/api/problem";
import { platform } from "../platform/platform";
import { lastEventOf } from "../platform/api/events-query";
import { eventStream } from "./events/stream";

const SEATS_MAX = 4;

const holder = globalThis as unknown as { kouanSeats?: Map<string, number> };

/** A place among the key's open connections in this process, and how to give it back once; null where all are taken. */
function takeSeat(keyId: string): (() => void) | null {
  holder.kouanSeats ??= new Map();
  const seats = holder.kouanSeats;
  const taken = seats.get(keyId) ?? 0;
  if (taken >= SEATS_MAX) return null;
  seats.set(keyId, taken + 1);
  let isGiven = false;
  return () => {
    if (isGiven) return;
    isGiven = true;
    const left = (seats.get(keyId) ?? 1) - 1;
    if (left > 0) seats.set(keyId, left);
    else seats.delete(keyId);
  };
}

const headers = z.object({
  "last-event-id": z
    .string()
    .regex(/^[0-9a-z]{1,64}$/, "malformed")
    .optional()
    .meta({
      description:
        "The `id` of the event heard last; what came after it is sent first. Without it only what happens from now on.",
    }),
});

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Kept by no cache and squeezed by no proxy on the way, which would hold events back.
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

const RETRY_SECONDS = 5;

/** What happens to the organisation, as it happens. Its data are ids and states: whoever wants more asks for it by them. */
export const getEvents = streamEndpoint({
  name: "listenToEvents",
  path: "/api/v1/events",
  summary: "Server-sent events: what your organisation may hear of",
  description:
    "Each has an `id`, the `event` that happened and `data` with ids and states. A comment comes every 15 seconds. At most 4 connections a key.",
  scope: "orders:read",
  headers,
  response: z.string().meta({
    example:
      'id: 01jd9w2m4k8h6t3q5r7v9x0z2c\nevent: bid.submitted\ndata: {"at":"2026-11-24T08:00:00.000Z","requestId":"01jd…"}\n\n',
  }),
  async open({ actor, request }) {
    const parsed = headers.safeParse(Object.fromEntries(request.headers));
    if (!parsed.success) return problemOfIssues(parsed.error.issues);
    if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
    const leave = takeSeat(actor.apiKeyId ?? "");
    if (!leave) return problem(429, "too_many_listeners", {}, { "retry-after": String(RETRY_SECONDS) });
    const afterId = parsed.data["last-event-id"] ?? (await lastEventOf(platform().database.read, actor));
    const stream = eventStream({
      actor,
      authorization: request.headers.get("authorization"),
      afterId,
      signal: request.signal,
      leave,
    });
    return new Response(stream, { headers: HEADERS });
  },
});
