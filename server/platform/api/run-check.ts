import type { Actor } from "../../../domain/access/actor";
import type { CheckEndpoint } from "./endpoint-kinds";
import { keyProblem } from "./idempotent-call";
import { jsonAnswer } from "./json-answer";
import { problemOfIssues, problemOfRefusal } from "./problem";
import { readBody } from "./read-body";
import { readQuery } from "./read-query";

type Call = { readonly actor: Actor; readonly params: unknown; readonly request: Request };

/** The body as its schema reads it, judged; nothing of it is kept, the answer neither. It bears a key as every POST does. */
export async function runCheck(endpoint: CheckEndpoint, { actor, params, request }: Call): Promise<Response> {
  const keyless = keyProblem(request.headers.get("idempotency-key"), true);
  if (keyless) return keyless;
  const query = readQuery(undefined, request.url);
  if ("issues" in query) return problemOfIssues(query.issues);
  const body = await readBody(request);
  if ("refused" in body) return body.refused;
  const parsed = endpoint.body.safeParse(body.value);
  if (!parsed.success) return problemOfIssues(parsed.error.issues);
  const result = await endpoint.run({ actor, params: params as never, body: parsed.data as never });
  return result.ok ? jsonAnswer(200, result.value) : problemOfRefusal(result.refusal);
}
