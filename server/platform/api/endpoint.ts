import { z } from "zod";
import type { Actor } from "../../../domain/access/policy";
import { actorOfKey } from "../identity/api-key-gate";
import type { Endpoint } from "./endpoint-kinds";
import { runCheck, runCommand, runQuery, runUpload } from "./run-call";
import { noteFault } from "../process/fault";
import { mintActor } from "../identity/mint-actor";
import { platform } from "../platform";
import { problem, problemOfFault, problemOfRefusal } from "./problem";
import { takePoint } from "../rate-limit";

type Caller = { readonly actor: Actor } | { readonly refused: Response };

/** Who calls, if the endpoint answers them at all: a key where one is needed, its scope, and a point of its limit. */
async function callerOf(endpoint: Endpoint, request: Request, ip: string | null): Promise<Caller> {
  const found = await actorOfKey(request.headers.get("authorization"));
  const actor = found === "unknown" ? null : found;
  const waitSeconds = platform().isMetered ? await takePoint("api", actor?.apiKeyId ?? ip ?? "unknown") : 0;
  if (waitSeconds > 0)
    return { refused: problemOfRefusal({ code: "too_many_requests", details: { seconds: waitSeconds } }) };
  const needed = { "www-authenticate": 'Bearer realm="kouan"' };
  if (found === "unknown") return { refused: problem(401, "key_unknown", {}, needed) };
  if (actor === null) {
    const isOpen = endpoint.scope === null || endpoint.isPublic === true;
    return isOpen ? { actor: mintActor({ kind: "anonymous" }) } : { refused: problem(401, "key_missing", {}, needed) };
  }
  if (endpoint.scope !== null && !actor.scopes?.has(endpoint.scope))
    return { refused: problem(403, "scope_missing", { details: { scope: endpoint.scope } }) };
  return { actor };
}

const NO_PARAMETERS = z.object({});

type Asked = { readonly rawParams: unknown; readonly requestId: string };

async function answer(endpoint: Endpoint, request: Request, { rawParams, requestId }: Asked): Promise<Response> {
  const ip = request.headers.get("x-forwarded-for");
  const caller = await callerOf(endpoint, request, ip);
  if ("refused" in caller) return caller.refused;
  const params = (endpoint.params ?? NO_PARAMETERS).safeParse(rawParams ?? {});
  // An id that cannot be one is simply not there.
  if (!params.success) return problem(404, "not_found");
  const call = { actor: caller.actor, params: params.data, request };
  switch (endpoint.kind) {
    case "query":
      return runQuery(endpoint, call);
    case "command":
      return runCommand(endpoint, { ...call, origin: { ip, requestId } });
    case "check":
      return runCheck(endpoint, call);
    case "stream":
      return endpoint.open(call);
    case "upload":
      return runUpload(endpoint, { ...call, origin: { ip, requestId } });
    case "download":
      return (await endpoint.send({ actor: caller.actor, params: params.data as never })) ?? problem(404, "not_found");
  }
}

export type Handler = (request: Request, params: unknown) => Promise<Response>;

/** Makes the handler of an endpoint: key, scope, rate limit, validation, and for commands all that `execute` holds. `params` are those of the path, read. */
export function serve(endpoint: Endpoint): Handler {
  return async (request, rawParams) => {
    // Ours, whatever the caller calls it: the audit log keeps it.
    const requestId = crypto.randomUUID();
    try {
      const response = await answer(endpoint, request, { rawParams, requestId });
      response.headers.set("x-request-id", requestId);
      return response;
    } catch (error) {
      return problemOfFault(
        noteFault(error, "an endpoint failed", { endpoint: `${endpoint.method} ${endpoint.path}` }),
      );
    }
  };
}
