import type { Actor } from "../../../domain/access/actor";
import type { UploadEndpoint } from "./endpoint-kinds";
import type { Origin } from "../execute";
import { findHostile } from "../find-hostile";
import { keyProblem, onceAtATime } from "./idempotent-call";
import { jsonAnswer } from "./json-answer";
import { problem, problemOfIssues, problemOfRefusal } from "./problem";
import { readQuery } from "./read-query";

type Call = { readonly actor: Actor; readonly request: Request; readonly origin: Origin };

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** An upload's call: its key and what is said of the file are read, the body is handed on unread. */
export async function runUpload(endpoint: UploadEndpoint, { actor, request, origin }: Call): Promise<Response> {
  const idempotencyKey = request.headers.get("idempotency-key") ?? "";
  const keyless = keyProblem(idempotencyKey, true);
  if (keyless) return keyless;
  const query = readQuery(endpoint.query, request.url);
  if ("issues" in query) return problemOfIssues(query.issues);
  const headers = endpoint.headers.safeParse(Object.fromEntries(request.headers));
  if (!headers.success) return problemOfIssues(headers.error.issues);
  const hostile = findHostile(headers.data);
  if (hostile) return problemOfIssues([hostile]);
  return onceAtATime(actor, idempotencyKey, async () => {
    const outcome = await endpoint.receive({
      actor,
      headers: headers.data as never,
      query: query.value as never,
      body: request.body ?? nothing(),
      idempotencyKey,
      origin,
    });
    if (outcome.kind === "malformed") return problemOfIssues(outcome.issues);
    if (outcome.kind === "refused") return problemOfRefusal(outcome.refusal);
    const replayed: Record<string, string> = outcome.isReplay ? { "idempotent-replayed": "true" } : {};
    return jsonAnswer(endpoint.status, outcome.value, replayed);
  }).catch((error: unknown) => {
    // Who sent it has gone away; there is nobody to be told of a fault.
    if (request.signal.aborted) return problem(400, "upload_cut_off");
    throw error;
  });
}
