import { z } from "zod";
import type { Actor } from "../../domain/access/actor";
import type { Scope } from "../../domain/access/scope";
import { type Refusal, type Result } from "../../domain/shared/result";
import { actorOfKey } from "./api-key-gate";
import type { Command } from "./command";
import { execute, type Origin } from "./execute";
import { log } from "./log";
import { mintActor } from "./mint-actor";
import { newId } from "./new-id";
import { problem, problemOfIssues, problemOfRefusal } from "./problem";
import { takePoint } from "./rate-limit";

type Described = {
  /** OpenAPI style: `/api/v1/requests/{requestId}`. */
  readonly path: string;
  readonly summary: string;
  /** What a key needs; null where no key is needed. */
  readonly scope: Scope | null;
  readonly params?: z.ZodObject;
  readonly response: z.ZodType;
};

export type QueryEndpoint = Described & {
  readonly kind: "query";
  readonly method: "GET";
  readonly query?: z.ZodObject;
  readonly run: (call: { actor: Actor; params: never; query: never }) => Promise<Result<unknown, Refusal>>;
  readonly versionOf?: (body: never) => string | number;
};

export type CommandEndpoint = Described & {
  readonly kind: "command";
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly body?: z.ZodType;
  readonly command: Command<never, unknown, Refusal>;
  readonly toInput: (call: { params: never; body: never; ifMatch: string | null }) => unknown;
  readonly status: 200 | 201;
};

export type Endpoint = QueryEndpoint | CommandEndpoint;

type ShapeOf<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : Record<string, never>;

/** An endpoint that reads: its schemas validate, and document themselves in OpenAPI. */
export function queryEndpoint<Body, P extends z.ZodObject | undefined = undefined, Q extends z.ZodObject | undefined = undefined>(
  definition: Omit<Described, "params"> & {
    readonly params?: P;
    readonly query?: Q;
    readonly run: (call: { actor: Actor; params: ShapeOf<P>; query: ShapeOf<Q> }) => Promise<Result<Body, Refusal>>;
    readonly versionOf?: (body: Body) => string | number;
  },
): QueryEndpoint {
  return { ...definition, kind: "query", method: "GET" } as unknown as QueryEndpoint;
}

/** An endpoint that does a command. Its answer is the command's own output, so that a replay answers the same. */
export function commandEndpoint<Input, Output, R extends Refusal, P extends z.ZodObject | undefined = undefined, B extends z.ZodType | undefined = undefined>(
  definition: Omit<Described, "params"> & {
    readonly method: CommandEndpoint["method"];
    readonly params?: P;
    readonly body?: B;
    readonly command: Command<Input, Output, R>;
    readonly toInput: (call: { params: ShapeOf<P>; body: ShapeOf<B>; ifMatch: string | null }) => unknown;
    readonly status: CommandEndpoint["status"];
  },
): CommandEndpoint {
  return { ...definition, kind: "command" } as unknown as CommandEndpoint;
}

const BODY_MAX_BYTES = 1024 * 1024;
const KEY_MAX_LENGTH = 200;

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers } });

async function readBody(request: Request): Promise<{ value: unknown } | { problem: Response }> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_MAX_BYTES) return { problem: problem(413, "body_too_large") };
  const text = await request.text();
  if (text.length > BODY_MAX_BYTES) return { problem: problem(413, "body_too_large") };
  if (text === "") return { value: undefined };
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json")) return { problem: problem(415, "json_needed") };
  try {
    return { value: JSON.parse(text) };
  } catch {
    // The caller's mistake, not ours: text that is no JSON.
    return { problem: problem(400, "json_malformed") };
  }
}

// Calls of one key that are under way in this process; another process is held by the database.
const underWay = new Set<string>();

async function runCommand(endpoint: CommandEndpoint, actor: Actor, params: unknown, request: Request, origin: Origin): Promise<Response> {
  const idempotencyKey = request.headers.get("idempotency-key");
  if (endpoint.method === "POST" && !idempotencyKey) return problem(400, "idempotency_key_missing");
  if (idempotencyKey && idempotencyKey.length > KEY_MAX_LENGTH) return problem(400, "idempotency_key_too_long");
  const body = await readBody(request);
  if ("problem" in body) return body.problem;
  const parsed = (endpoint.body ?? z.undefined().or(z.strictObject({}))).safeParse(body.value);
  if (!parsed.success) return problemOfIssues(parsed.error.issues);
  const flight = idempotencyKey ? `${actor.organisationId} ${idempotencyKey}` : null;
  if (flight && underWay.has(flight)) return problem(409, "in_progress", {}, { "retry-after": "1" });
  if (flight) underWay.add(flight);
  try {
    const input = endpoint.toInput({ params: params as never, body: parsed.data as never, ifMatch: request.headers.get("if-match") });
    const outcome = await execute(endpoint.command, { actor, input, idempotencyKey, origin });
    if (outcome.kind === "malformed") return problemOfIssues(outcome.issues);
    if (outcome.kind === "refused") return problemOfRefusal(outcome.refusal);
    return json(endpoint.status, outcome.value, outcome.isReplay ? { "idempotent-replayed": "true" } : {});
  } finally {
    if (flight) underWay.delete(flight);
  }
}

async function runQuery(endpoint: QueryEndpoint, actor: Actor, params: unknown, request: Request): Promise<Response> {
  const parsed = (endpoint.query ?? z.strictObject({})).safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return problemOfIssues(parsed.error.issues);
  const result = await endpoint.run({ actor, params: params as never, query: parsed.data as never });
  if (!result.ok) return problemOfRefusal(result.refusal);
  const etag = endpoint.versionOf ? `"${endpoint.versionOf(result.value as never)}"` : null;
  if (etag && request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: { etag } });
  return json(200, result.value, etag ? { etag } : {});
}

async function answer(endpoint: Endpoint, request: Request, rawParams: unknown): Promise<Response> {
  const actor = await actorOfKey(request.headers.get("authorization"));
  if (actor === "unknown") return problem(401, "key_unknown", {}, { "www-authenticate": "Bearer" });
  if (actor === null && endpoint.scope !== null) return problem(401, "key_missing", {}, { "www-authenticate": "Bearer" });
  if (actor && endpoint.scope !== null && !actor.scopes?.has(endpoint.scope)) return problem(403, "scope_missing", { details: { scope: endpoint.scope } });
  const origin = { ip: request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? null, requestId: request.headers.get("x-request-id") };
  const waitSeconds = await takePoint("api", actor?.apiKeyId ?? origin.ip ?? "unknown");
  if (waitSeconds > 0) return problem(429, "too_many_requests", { details: { seconds: waitSeconds } }, { "retry-after": String(waitSeconds) });
  const params = (endpoint.params ?? z.object({})).safeParse(rawParams);
  // An id that cannot be one is simply not there.
  if (!params.success) return problem(404, "not_found");
  const caller = actor ?? mintActor({ kind: "anonymous" });
  return endpoint.kind === "query"
    ? runQuery(endpoint, caller, params.data, request)
    : runCommand(endpoint, caller, params.data, request, origin);
}

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** Makes a route's handler: key, scope, rate limit, validation, and for commands all that `execute` holds. No route is made otherwise; a check says so. */
export function serve(endpoint: Endpoint): Handler {
  return async (request, { params }) => {
    try {
      return await answer(endpoint, request, await params);
    } catch (error) {
      const reference = newId().slice(-8).toUpperCase();
      log.error({ reference, endpoint: `${endpoint.method} ${endpoint.path}`, err: error }, "an endpoint failed");
      return problem(500, "fault", { detail: `Reference ${reference}` });
    }
  };
}
