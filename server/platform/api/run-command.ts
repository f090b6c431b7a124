import { z } from "zod";
import type { Actor } from "../../../domain/access/actor";
import type { CommandEndpoint } from "./endpoint-kinds";
import { execute, type Origin } from "../execute";
import { keyProblem, onceAtATime } from "./idempotent-call";
import { problem, problemOfIssues, problemOfRefusal } from "./problem";
import { etagOf, jsonAnswer } from "./json-answer";
import { readBody } from "./read-body";
import { readQuery } from "./read-query";

const NO_BODY = z.undefined().or(z.strictObject({}));

/** The version that the caller saw: none where it says nothing or `*`, null where it is no version of ours. */
function versionSeen(ifMatch: string | null): number | undefined | null {
  if (ifMatch === null || ifMatch.trim() === "*") return undefined;
  const [, version] = /^"(\d{1,15})"$/.exec(ifMatch.trim()) ?? [];
  return version === undefined ? null : Number(version);
}

/** Members by name, however the database gave a kept answer back: a replay is the same to the byte. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, inOrder(member)]),
  );
}

type Call = { readonly actor: Actor; readonly params: unknown; readonly request: Request; readonly origin: Origin };

async function run(
  endpoint: CommandEndpoint,
  call: Call,
  wire: { body: unknown; version: number | undefined },
): Promise<Response> {
  const { actor, origin, request } = call;
  const input = endpoint.toInput({ params: call.params as never, body: wire.body as never, version: wire.version });
  const idempotencyKey = request.headers.get("idempotency-key");
  const outcome = await execute(endpoint.command, { actor, input, idempotencyKey, origin });
  if (outcome.kind === "malformed") return problemOfIssues(outcome.issues);
  if (outcome.kind === "refused") return problemOfRefusal(outcome.refusal);
  const body = endpoint.toBody ? endpoint.toBody(outcome.value as never) : outcome.value;
  return jsonAnswer(endpoint.status, inOrder(body), {
    ...(outcome.isReplay ? { "idempotent-replayed": "true" } : {}),
    ...(endpoint.versionOf ? etagOf(endpoint.versionOf(outcome.value as never)) : {}),
  });
}

/** A command's call: its key, its body as it travels, the version that was seen; the rest is `execute`'s. */
export async function runCommand(endpoint: CommandEndpoint, call: Call): Promise<Response> {
  const { actor, request } = call;
  const idempotencyKey = request.headers.get("idempotency-key");
  const keyless = keyProblem(idempotencyKey, endpoint.method === "POST");
  if (keyless) return keyless;
  const query = readQuery(undefined, request.url);
  if ("issues" in query) return problemOfIssues(query.issues);
  const body = await readBody(request);
  if ("refused" in body) return body.refused;
  const parsed = (endpoint.body ?? NO_BODY).safeParse(body.value);
  if (!parsed.success) return problemOfIssues(parsed.error.issues);
  const version = endpoint.takesIfMatch ? versionSeen(request.headers.get("if-match")) : undefined;
  if (version === null) return problem(412, "stale_version");
  return onceAtATime(actor, idempotencyKey, () => run(endpoint, call, { body: body.value, version }));
}
