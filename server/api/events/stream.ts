import type { OrganisationEvent } from "@/db/repositories/organisation-events";
import type { Actor } from "@/domain/access/actor";
import { instant, toIso } from "@/domain/shared/instant";
import { actorOfKey } from "../../platform/identity/api-key-gate";
import { log } from "../../platform/process/log";
import { onCommitted, platform } from "../../platform/platform";
import { nextEvents } from "../../platform/api/events-query";

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

export function eventStream(of: Listening): ReadableStream<Uint8Array> {
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
