import type { OrganisationEvent } from "@/db/repositories/organisation-events";
import type { Actor } from "@/domain/access/policy";
import { instant, toIso } from "@/domain/shared/time";
import { actorOfKey } from "../platform/identity/api-key-gate";
import { log } from "../platform/process/log";
import { onCommitted, platform } from "../platform/platform";
import { lastEventOf, nextEvents } from "../platform/api/events-query";
import { z } from "zod";
import { streamEndpoint } from "../platform/api/endpoint-kinds";
import { problem, problemOfIssues } from "../platform/api/problem";

const LOOK_EVERY_MS = 1_000;
const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 3_000;

type Listening = {
  readonly actor: Actor;
  readonly authorization: string | null;
  readonly afterId: string;
  readonly signal: AbortSignal;
  /** Called once when it is over. */
  readonly leave: () => void;
};

const write = ({ id, type, body, createdAt }: OrganisationEvent): string =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify({ at: toIso(instant(createdAt)), ...body })}\n\n`;

/** Whether the key may still hear: it may have been revoked, or its maker have left, since the connection was opened. */
async function mayStillHear({ actor, authorization }: Listening): Promise<boolean> {
  const now = await actorOfKey(authorization);
  return (
    now !== null &&
    now !== "unknown" &&
    now.organisationId === actor.organisationId &&
    now.scopes?.has("orders:read") === true
  );
}

/** Waits until it is time to look again, something was committed in this process, or the listener is gone. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, LOOK_EVERY_MS);
    const stop = onCommitted(done);
    signal.addEventListener("abort", done, { once: true });
  });
}

/** All that came since, then what comes, until the listener goes or its key is no longer good. Who reads slowly is waited for. */
async function* happenings(of: Listening, signal: AbortSignal): AsyncGenerator<string> {
  yield `retry: ${RECONNECT_MS}\n\n`;
  let afterId = of.afterId;
  let heardAt = Date.now();
  while (!signal.aborted) {
    const events = await nextEvents(platform().database.read, of.actor, afterId);
    for (const event of events) {
      afterId = event.id;
      yield write(event);
    }
    if (events.length > 0) heardAt = Date.now();
    else await pause(signal);
    if (Date.now() - heardAt < HEARTBEAT_MS) continue;
    if (!(await mayStillHear(of))) return;
    heardAt = Date.now();
    yield ":\n\n";
  }
}

function eventStream(of: Listening): ReadableStream<Uint8Array> {
  const over = new AbortController();
  const encoder = new TextEncoder();
  const source = happenings(of, over.signal);
  const end = () => {
    over.abort();
    of.leave();
  };
  of.signal.addEventListener("abort", end, { once: true });
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await source.next();
        if (!done) return controller.enqueue(encoder.encode(value));
      } catch (error) {
        // The answer has begun, so a fault can only end it; the listener comes back with the id that it heard last.
        log.error({ err: error }, "a stream of events failed");
      }
      end();
      controller.close();
    },
    cancel: end,
  });
}

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
