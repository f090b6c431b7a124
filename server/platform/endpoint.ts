import { z } from "zod";
import type { Actor } from "../../domain/access/actor";
import type { Scope } from "../../domain/access/scope";
import type { Refusal, Result } from "../../domain/shared/result";
import { actorOfKey } from "./api-key-gate";
import { runCommand } from "./api/run-command";
import { runQuery } from "./api/run-query";
import type { Command } from "./command";
import { log } from "./log";
import { mintActor } from "./mint-actor";
import { newId } from "./new-id";
import { platform } from "./platform";
import { problem, problemOfRefusal } from "./problem";
import { takePoint } from "./rate-limit";

type Described = {
  /** The operation's name in OpenAPI, such as `publishRequest`. */
  readonly name: string;
  /** OpenAPI style: `/api/v1/requests/{requestId}`. */
  readonly path: string;
  readonly summary: string;
  /** What its caller should know beside the schemas. */
  readonly description?: string;
  /** What a key needs; null where no key is ever asked. */
  readonly scope: Scope | null;
  /** Answers without a key too, with less in it; a key that is sent still needs the scope. */
  readonly isPublic?: boolean;
  readonly params?: z.ZodObject;
  readonly response: z.ZodType;
  /** A body that passes, for the documentation; a test holds it to its schema. */
  readonly example?: unknown;
  /** Codes of the refusals that are this endpoint's own, for the reader of the documentation. */
  readonly refusals?: readonly string[];
};

export type QueryEndpoint = Described & {
  readonly kind: "query";
  readonly method: "GET";
  readonly query?: z.ZodObject;
  readonly run: (call: { actor: Actor; params: never; query: never }) => Promise<Result<unknown, Refusal>>;
  readonly versionOf?: (body: never) => number;
};

export type CommandEndpoint = Described & {
  readonly kind: "command";
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly body?: z.ZodType;
  readonly command: Command<never, unknown, Refusal>;
  readonly toInput: (call: { params: never; body: never; version: number | undefined }) => unknown;
  readonly toBody?: (output: never) => unknown;
  /** What of a body is refused before its command is asked: what the contract names and is not built. */
  readonly refuses?: (body: never) => Refusal | null;
  readonly status: 200 | 201;
  /** Whether an `If-Match` is compared with the version of what is changed. */
  readonly takesIfMatch?: boolean;
  readonly versionOf?: (output: never) => number;
};

/** An endpoint whose answer stays open: server-sent events. */
export type StreamEndpoint = Described & {
  readonly kind: "stream";
  readonly method: "GET";
  readonly headers: z.ZodObject;
  readonly open: (call: { actor: Actor; request: Request }) => Promise<Response>;
};

export type Endpoint = QueryEndpoint | CommandEndpoint | StreamEndpoint;

type Read<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : Record<string, never>;
// The command's own schema reads the body again, so it is handed on as it travelled.
type Wire<S extends z.ZodType | undefined> = S extends z.ZodType ? z.input<S> : undefined;

/** The wire form as it is read from elsewhere: nobody writes into it. */
type Written<T> = T extends (infer Item)[]
  ? readonly Written<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Written<T[Name]> }
    : T;
type Answer<S extends z.ZodType> = Written<z.input<S>>;

type QueryDefinition<S extends z.ZodType, P extends z.ZodObject | undefined, Q extends z.ZodObject | undefined> = Omit<
  Described,
  "params" | "response"
> & {
  readonly params?: P;
  readonly query?: Q;
  readonly response: S;
  readonly run: (call: { actor: Actor; params: Read<P>; query: Read<Q> }) => Promise<Result<Answer<S>, Refusal>>;
  /** Makes the ETag. */
  readonly versionOf?: (body: Answer<S>) => number;
};

/** An endpoint that reads: its schemas validate, and document themselves in OpenAPI. */
export function queryEndpoint<
  S extends z.ZodType,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
>(definition: QueryDefinition<S, P, Q>): QueryEndpoint {
  return { ...definition, kind: "query", method: "GET" } as unknown as QueryEndpoint;
}

type CommandDefinition<
  Input,
  Output,
  R extends Refusal,
  P extends z.ZodObject | undefined,
  B extends z.ZodType | undefined,
> = Omit<Described, "params"> &
  Pick<CommandEndpoint, "method" | "status" | "takesIfMatch"> & {
    readonly params?: P;
    readonly body?: B;
    readonly command: Command<Input, Output, R>;
    readonly toInput: (call: { params: Read<P>; body: Wire<B>; version: number | undefined }) => unknown;
    /** The answer is made of the command's output alone, so that a replay answers the same. */
    readonly toBody?: (output: Output) => unknown;
    readonly refuses?: (body: Wire<B>) => Refusal | null;
    readonly versionOf?: (output: Output) => number;
  };

/** An endpoint that does a command. */
export function commandEndpoint<
  Input,
  Output,
  R extends Refusal,
  P extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(definition: CommandDefinition<Input, Output, R, P, B>): CommandEndpoint {
  return { ...definition, kind: "command" } as unknown as CommandEndpoint;
}

export const streamEndpoint = (definition: Omit<StreamEndpoint, "kind" | "method">): StreamEndpoint => ({
  ...definition,
  kind: "stream",
  method: "GET",
});

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

async function answer(endpoint: Endpoint, request: Request, rawParams: unknown): Promise<Response> {
  const ip = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? null;
  const caller = await callerOf(endpoint, request, ip);
  if ("refused" in caller) return caller.refused;
  const params = (endpoint.params ?? z.object({})).safeParse(rawParams ?? {});
  // An id that cannot be one is simply not there.
  if (!params.success) return problem(404, "not_found");
  const call = { actor: caller.actor, params: params.data, request };
  switch (endpoint.kind) {
    case "query":
      return runQuery(endpoint, call);
    case "command":
      return runCommand(endpoint, { ...call, origin: { ip, requestId: request.headers.get("x-request-id") } });
    case "stream":
      return endpoint.open(call);
  }
}

export type Handler = ((request: Request, context: { params: Promise<unknown> }) => Promise<Response>) & {
  readonly endpoint: Endpoint;
};

/** Makes a route's handler: key, scope, rate limit, validation, and for commands all that `execute` holds. No route is made otherwise; a check says so. */
export function serve(endpoint: Endpoint): Handler {
  const handler = async (request: Request, { params }: { params: Promise<unknown> }): Promise<Response> => {
    try {
      return await answer(endpoint, request, await params);
    } catch (error) {
      const reference = newId().slice(-8).toUpperCase();
      log.error({ reference, endpoint: `${endpoint.method} ${endpoint.path}`, err: error }, "an endpoint failed");
      return problem(500, "fault", { detail: `Reference ${reference}` });
    }
  };
  return Object.assign(handler, { endpoint });
}
