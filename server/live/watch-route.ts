import "server-only";
import { currentOrigin, currentSession, anonymous, readSessionId, stillStands } from "../platform/identity/session";
import { problem } from "../platform/api/problem";
import { takePoint } from "../platform/rate-limit";
import { type Asking, type Watched, watchRequest } from "./watch-request";

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Kept by no cache and squeezed by no proxy on the way, which would hold events back.
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

const ID = /^[0-9a-z]{1,64}$/;
const RETRY_SECONDS = 15;

type Params = { readonly params: Promise<{ readonly requestId: string }> };

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
export function watch(
  open: (asking: Asking) => Promise<Watched | "not_found" | "no_seat"> = watchRequest,
): (request: Request, context: Params) => Promise<Response> {
  return async (request, { params }) => {
    const { requestId } = await params;
    if (!ID.test(requestId)) return problem(404, "not_found");
    const asked = await askedBy();
    const waitSeconds = await takePoint("api", asked.caller.id);
    if (waitSeconds > 0) return problem(429, "too_many_requests", {}, { "retry-after": String(waitSeconds) });
    if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
    const after = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
    const opened = await open({ ...asked, requestId, after, signal: request.signal });
    if (opened === "not_found") return problem(404, "not_found");
    if (opened === "no_seat") return problem(429, "too_many_listeners", {}, { "retry-after": String(RETRY_SECONDS) });
    return new Response(opened.stream, { headers: HEADERS });
  };
}
