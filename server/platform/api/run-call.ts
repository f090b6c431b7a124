import type { Actor } from "../../../domain/access/policy";
import { onePerProcess } from "../process/one-per-process";
import { etagOf, jsonAnswer, problem, problemOfBody, problemOfIssues, problemOfRefusal } from "./problem";
import type { CheckEndpoint, CommandEndpoint, QueryEndpoint, UploadEndpoint } from "./endpoint-kinds";
import { readBody, readQuery } from "./read-request";
import { z } from "zod";
import { type Origin, execute, isMembers, refusedSoFar } from "../execute";
import { fieldName } from "../form/issue-words";
import { findHostile } from "../hostile-input";

const KEY_MAX_LENGTH = 200;

// Calls of one key that are under way in this process; in another one the database holds them apart.
const callsUnderWay = (): Set<string> => onePerProcess("calls under way", () => new Set<string>());

/** What is wrong with the key of a call, if anything is. */
function keyProblem(key: string | null, isNeeded: boolean): Response | null {
  if (isNeeded && !key) return problem(400, "idempotency_key_missing");
  return key && key.length > KEY_MAX_LENGTH ? problem(400, "idempotency_key_too_long") : null;
}

/** Runs a call unless another of its organisation with the same key has not ended. */
async function onceAtATime(actor: Actor, key: string | null, run: () => Promise<Response>): Promise<Response> {
  const flight = key ? `${actor.organisationId} ${key}` : null;
  const underWay = callsUnderWay();
  if (flight && underWay.has(flight)) return problem(409, "in_progress", {}, { "retry-after": "1" });
  if (flight) underWay.add(flight);
  try {
    return await run();
  } finally {
    if (flight) underWay.delete(flight);
  }
}

type QueryCall = { readonly actor: Actor; readonly params: unknown; readonly request: Request };

export async function runQuery(endpoint: QueryEndpoint, { actor, params, request }: QueryCall): Promise<Response> {
  const query = readQuery(endpoint.query, request.url);
  if ("issues" in query) return problemOfIssues(query.issues);
  const result = await endpoint.run({ actor, params: params as never, query: query.value as never });
  if (!result.ok) return problemOfRefusal(result.refusal);
  const { versionOf } = endpoint;
  const body = z.encode(endpoint.response, result.value);
  return jsonAnswer(200, body, versionOf ? etagOf(versionOf(result.value as never)) : {});
}

type CheckCall = { readonly actor: Actor; readonly params: unknown; readonly request: Request };

/** The body as its schema reads it, judged; nothing of it is kept, the answer neither. It bears a key as every POST does. */
export async function runCheck(endpoint: CheckEndpoint, { actor, params, request }: CheckCall): Promise<Response> {
  const keyless = keyProblem(request.headers.get("idempotency-key"), true);
  if (keyless) return keyless;
  const query = readQuery(undefined, request.url);
  if ("issues" in query) return problemOfIssues(query.issues);
  const body = await readBody(request);
  if ("refused" in body) return body.refused;
  const parsed = endpoint.body.safeParse(body.value);
  if (!parsed.success) {
    const { issues } = parsed.error;
    if (!endpoint.refusedSoFar || !isMembers(body.value)) return problemOfBody({ issues });
    const refusals = await endpoint.refusedSoFar({ actor, params: params as never, body: body.value });
    return problemOfBody({ issues, refusals });
  }
  const result = await endpoint.run({ actor, params: params as never, body: parsed.data as never });
  return result.ok ? jsonAnswer(200, z.encode(endpoint.response, result.value)) : problemOfRefusal(result.refusal);
}

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

type CommandCall = {
  readonly actor: Actor;
  readonly params: unknown;
  readonly request: Request;
  readonly origin: Origin;
};

type Wire = { readonly body: unknown; readonly version: number | undefined };

const inputOf = (endpoint: CommandEndpoint, { params }: CommandCall, { body, version }: Wire): unknown =>
  endpoint.toInput({ params: params as never, body: body as never, version });

/** A body that cannot be read, with all that is wrong with it: by its own schema, by the command's between its members, and by the command's rules. */
async function malformed(
  endpoint: CommandEndpoint,
  call: CommandCall,
  { body, issues }: { readonly body: unknown; readonly issues: readonly z.core.$ZodIssue[] },
): Promise<Response> {
  if (!isMembers(body)) return problemOfBody({ issues });
  const { command } = endpoint;
  const input = inputOf(endpoint, call, { body, version: undefined });
  const known = new Set(issues.map(({ path }) => fieldName(path)));
  const between = (command.input as z.ZodType).safeParse(input).error?.issues ?? [];
  return problemOfBody({
    issues: [...issues, ...between.filter(({ path }) => !known.has(fieldName(path)))],
    refusals: await refusedSoFar(command, { actor: call.actor, input, origin: call.origin }),
  });
}

async function run(endpoint: CommandEndpoint, call: CommandCall, wire: Wire): Promise<Response> {
  const { actor, origin, request } = call;
  const input = inputOf(endpoint, call, wire);
  const idempotencyKey = request.headers.get("idempotency-key");
  const outcome = await execute(endpoint.command, { actor, input, idempotencyKey, origin });
  if (outcome.kind === "malformed") return problemOfBody(outcome);
  if (outcome.kind === "refused") return problemOfRefusal(outcome.refusal);
  const body = endpoint.toBody ? endpoint.toBody(outcome.value as never) : outcome.value;
  return jsonAnswer(endpoint.status, inOrder(body), {
    ...(outcome.isReplay ? { "idempotent-replayed": "true" } : {}),
    ...(endpoint.versionOf ? etagOf(endpoint.versionOf(outcome.value as never)) : {}),
  });
}

/** A command's call: its key, its body as it travels, the version that was seen; the rest is `execute`'s. */
export async function runCommand(endpoint: CommandEndpoint, call: CommandCall): Promise<Response> {
  const { actor, request } = call;
  const idempotencyKey = request.headers.get("idempotency-key");
  const keyless = keyProblem(idempotencyKey, endpoint.method === "POST");
  if (keyless) return keyless;
  const query = readQuery(undefined, request.url);
  if ("issues" in query) return problemOfIssues(query.issues);
  const body = await readBody(request);
  if ("refused" in body) return body.refused;
  const parsed = (endpoint.body ?? NO_BODY).safeParse(body.value);
  if (!parsed.success) return malformed(endpoint, call, { body: body.value, issues: parsed.error.issues });
  const version = endpoint.takesIfMatch ? versionSeen(request.headers.get("if-match")) : undefined;
  if (version === null) return problem(412, "stale_version");
  return onceAtATime(actor, idempotencyKey, () => run(endpoint, call, { body: body.value, version }));
}

type UploadCall = { readonly actor: Actor; readonly request: Request; readonly origin: Origin };

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** An upload's call: its key and what is said of the file are read, the body is handed on unread. */
export async function runUpload(endpoint: UploadEndpoint, { actor, request, origin }: UploadCall): Promise<Response> {
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
