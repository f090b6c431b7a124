import "server-only";
import { anonymous, currentOrigin, currentSession, readSessionId, stillStands } from "../platform/identity/session";
import { problem } from "../platform/api/problem";
import { takePoint } from "../platform/rate-limit";
import type { Asking, Opened } from "./open-stream";

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Kept by no cache and squeezed by no proxy on the way, which would hold events back.
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

const ID = /^[0-9a-z]{1,64}$/;
const RETRY_SECONDS = 15;

/** Who asks, and until when: a person as long as the session stands as it is, a visitor as long as it likes. */
async function askedBy(): Promise<Pick<Asking, "actor" | "caller" | "isStanding">> {
  const [session, sessionId] = [await currentSession(), await readSessionId()];
  if (session && sessionId) {
    const { actor, idHash } = session;
    return { actor, caller: { kind: "session", id: idHash }, isStanding: () => stillStands(sessionId, actor) };
  }
  const { ip } = await currentOrigin();
  return { actor: anonymous(), caller: { kind: "address", id: ip ?? "unknown" }, isStanding: async () => true };
}

/**
 * Makes the route of a stream that a page listens to: session, rate limit, what the viewer may see, and a seat, before anything is
 * sent. What is not there for the viewer is not found.
 */
export function watch<Params extends Readonly<Record<string, string>>>(
  open: (asking: Asking & Params) => Promise<Opened>,
): (request: Request, context: { readonly params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    // An address without parameters is given none at all.
    const params = (await context.params) ?? ({} as Params);
    if (!Object.values(params).every((id) => ID.test(id))) return problem(404, "not_found");
    const asked = await askedBy();
    const waitSeconds = await takePoint("api", asked.caller.id);
    if (waitSeconds > 0) return problem(429, "too_many_requests", {}, { "retry-after": String(waitSeconds) });
    if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
    const after = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
    const opened = await open({ ...params, ...asked, after, signal: request.signal });
    if (opened === "not_found") return problem(404, "not_found");
    if (opened === "no_seat") return problem(429, "too_many_listeners", {}, { "retry-after": String(RETRY_SECONDS) });
    return new Response(opened.stream, { headers: HEADERS });
  };
}
