import type { RefusalCode } from "@/domain/shared/refusal-codes";
import { z } from "zod";
import type { Actor, Scope } from "../../../domain/access/policy";
import { assert, type Refusal, type Result } from "../../../domain/shared/result";
import type { View } from "../../../views/fields";
import type { Command, Members } from "../command";
import type { Origin, Outcome } from "../execute";
import { type Instant, toIso } from "@/domain/shared/time";
import { wireMoneySchema } from "@/domain/shared/wire-fields";

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
  readonly refusals?: readonly RefusalCode[];
};

export type QueryEndpoint = Described & {
  readonly kind: "query";
  readonly method: "GET";
  readonly query?: z.ZodObject;
  readonly run: (call: { actor: Actor; params: never; query: never }) => Promise<Result<unknown, Refusal>>;
  readonly versionOf?: (view: never) => number;
};

export type CommandEndpoint = Described & {
  readonly kind: "command";
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly body?: z.ZodType;
  readonly command: Command<never, unknown, Refusal>;
  /** The command's own schema reads the body again, so it is handed on as it travelled. */
  readonly toInput: (call: { params: never; body: never; version: number | undefined }) => unknown;
  /** The answer is made of the command's output alone, so that a replay answers the same. */
  readonly toBody?: (output: never) => unknown;
  readonly status: 200 | 201;
  /** Whether an `If-Match` is compared with the version of what is changed. */
  readonly takesIfMatch?: boolean;
  readonly versionOf?: (output: never) => number;
};

/** An endpoint that judges what is sent and keeps nothing of it; its idempotency key is asked for as of every POST, and not kept either. */
export type CheckEndpoint = Described & {
  readonly kind: "check";
  readonly method: "POST";
  readonly body: z.ZodType;
  readonly run: (call: { actor: Actor; params: never; body: never }) => Promise<Result<unknown, Refusal>>;
  /** What is refused of those members of a malformed body that can be read. */
  readonly refusedSoFar?: (call: { actor: Actor; params: never; body: Members }) => Promise<readonly Refusal[]>;
};

/** An endpoint whose answer stays open: server-sent events. */
export type StreamEndpoint = Described & {
  readonly kind: "stream";
  readonly method: "GET";
  readonly headers: z.ZodObject;
  readonly open: (call: { actor: Actor; request: Request }) => Promise<Response>;
};

/** An endpoint whose body is a file, read as it comes; what is said of it stands in headers and after the question mark. */
export type UploadEndpoint = Described & {
  readonly kind: "upload";
  readonly method: "POST";
  readonly headers: z.ZodObject;
  readonly query: z.ZodObject;
  readonly status: 201;
  readonly receive: (call: Receiving) => Promise<Outcome<{ id: string }>>;
};

type Receiving = {
  readonly actor: Actor;
  readonly headers: never;
  readonly query: never;
  readonly body: AsyncIterable<Uint8Array>;
  readonly idempotencyKey: string;
  readonly origin: Origin;
};

/** An endpoint whose answer is a file. */
export type DownloadEndpoint = Described & {
  readonly kind: "download";
  readonly method: "GET";
  readonly send: (call: { actor: Actor; params: never }) => Promise<Response | null>;
};

export type Endpoint =
  | QueryEndpoint
  | CommandEndpoint
  | CheckEndpoint
  | StreamEndpoint
  | UploadEndpoint
  | DownloadEndpoint;

type Read<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : Record<string, never>;

type QueryDefinition<S extends z.ZodType, P extends z.ZodObject | undefined, Q extends z.ZodObject | undefined> = Omit<
  Described,
  "params" | "response"
> & {
  readonly params?: P;
  readonly query?: Q;
  readonly response: S;
  readonly run: (call: { actor: Actor; params: Read<P>; query: Read<Q> }) => Promise<Result<View<S>, Refusal>>;
  /** Makes the ETag. */
  readonly versionOf?: (view: View<S>) => number;
};

/** An endpoint that reads: its schemas validate, and document themselves in OpenAPI. */
export function queryEndpoint<
  S extends z.ZodType,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
>(definition: QueryDefinition<S, P, Q>): QueryEndpoint {
  return { ...definition, kind: "query", method: "GET" } as unknown as QueryEndpoint;
}

const ID = /^[\w.-]{1,64}$/;

/** An id in a path. What cannot be one is not there. */
export const pathId = z.string().regex(ID);

export const idText = z.string().meta({ example: "01jd9w2m4k8h6t3q5r7v9x0z2c" });

/** By which member of its input a command is told the version that its caller saw. */
const VERSIONS = ["version", "ifVersion"];

/** `bidding.submit-bid` is called `submitBid`. */
const operationOf = (name: string): string =>
  name.slice(name.indexOf(".") + 1).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const picked = (shape: z.core.$ZodShape, isWanted: (name: string) => boolean): z.core.$ZodShape =>
  Object.fromEntries(Object.entries(shape).filter(([name]) => isWanted(name)));

/** The forms that an input may have: its own, or each of those that it is a choice of. */
function formsOf(input: z.ZodType): readonly z.ZodObject[] {
  if (input instanceof z.ZodObject) return [input];
  return input instanceof z.ZodDiscriminatedUnion ? (input.options as unknown as z.ZodObject[]) : [];
}

/** What is left of an input where some of its members stand elsewhere; undefined where it is nothing. */
function restOf(input: z.ZodType, elsewhere: ReadonlySet<string>): z.ZodType | undefined {
  const rests = formsOf(input).map(({ shape }) =>
    z.strictObject(picked(shape, (member) => !elsewhere.has(member)) as z.ZodRawShape),
  );
  if (input instanceof z.ZodObject && Object.keys(rests[0]?.shape ?? {}).length === 0) return undefined;
  if (elsewhere.size === 0) return input;
  return input instanceof z.ZodDiscriminatedUnion
    ? z.discriminatedUnion(input.def.discriminator, rests as [z.ZodObject])
    : rests[0];
}

/** A command as far as its endpoint depends on it. */
export type CalledCommand = Pick<Command<never, unknown>, "name" | "http"> & { readonly input: z.ZodType };

/** The endpoint of a command that says how it is called: its path, body and answer are read off the command. */
export function endpointOf(command: CalledCommand): CommandEndpoint {
  const { name, http, input } = command;
  assert(http, `${name} says how it is called`);
  const { path, output, operation = operationOf(name), screensOnly = [], ...described } = http;
  const forms = formsOf(input);
  const isMember = (member: string) => forms.length > 0 && forms.every(({ shape }) => member in shape);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, member]) => member as string);
  const version = VERSIONS.find((member) => isMember(member) && !screensOnly.includes(member));
  assert(inPath.every(isMember), `${name} has in its path only what is a member of its input`);
  const body = restOf(input, new Set([...inPath, ...screensOnly, ...(version ? [version] : [])]));
  return {
    ...described,
    kind: "command",
    name: operation,
    path: `/api/v1${path}`,
    command: command as unknown as CommandEndpoint["command"],
    response: output,
    ...(inPath.length > 0
      ? { params: z.strictObject(Object.fromEntries(inPath.map((member) => [member, pathId]))) }
      : {}),
    ...(body ? { body } : {}),
    ...(version ? { takesIfMatch: true } : {}),
    toInput: ({ params, body: sent, version: seen }: { params: object; body?: object; version?: number }) => ({
      ...sent,
      ...params,
      ...(version ? { [version]: seen } : {}),
    }),
    ...("version" in output.shape && !screensOnly.includes("version")
      ? { versionOf: ({ version: made }: { version: number }) => made }
      : {}),
  } as CommandEndpoint;
}

type CheckDefinition<S extends z.ZodType, P extends z.ZodObject, B extends z.ZodType> = Omit<
  Described,
  "params" | "response"
> & {
  readonly params: P;
  readonly body: B;
  readonly response: S;
  readonly run: (call: { actor: Actor; params: z.output<P>; body: z.output<B> }) => Promise<Result<View<S>, Refusal>>;
  readonly refusedSoFar?: (call: { actor: Actor; params: z.output<P>; body: Members }) => Promise<readonly Refusal[]>;
};

/** An endpoint that judges a body and keeps nothing. */
export function checkEndpoint<S extends z.ZodType, P extends z.ZodObject, B extends z.ZodType>(
  definition: CheckDefinition<S, P, B>,
): CheckEndpoint {
  return { ...definition, kind: "check", method: "POST" } as unknown as CheckEndpoint;
}

export const streamEndpoint = (definition: Omit<StreamEndpoint, "kind" | "method">): StreamEndpoint => ({
  ...definition,
  kind: "stream",
  method: "GET",
});

type UploadDefinition<H extends z.ZodObject, Q extends z.ZodObject> = Omit<
  UploadEndpoint,
  "kind" | "method" | "status" | "headers" | "query" | "receive"
> & {
  readonly headers: H;
  readonly query: Q;
  readonly receive: (
    call: Omit<Receiving, "headers" | "query"> & { readonly headers: z.output<H>; readonly query: z.output<Q> },
  ) => Promise<Outcome<{ id: string }>>;
};

export const uploadEndpoint = <H extends z.ZodObject, Q extends z.ZodObject>(
  definition: UploadDefinition<H, Q>,
): UploadEndpoint => ({ ...definition, kind: "upload", method: "POST", status: 201 }) as unknown as UploadEndpoint;

type DownloadDefinition<P extends z.ZodObject> = Omit<DownloadEndpoint, "kind" | "method" | "params" | "send"> & {
  readonly params: P;
  readonly send: (call: { actor: Actor; params: z.output<P> }) => Promise<Response | null>;
};

export const downloadEndpoint = <P extends z.ZodObject>(definition: DownloadDefinition<P>): DownloadEndpoint =>
  ({ ...definition, kind: "download", method: "GET" }) as unknown as DownloadEndpoint;

/** An id among the parameters of a question. */
export const queryId = z.string().regex(ID, "malformed");

export const timeText = z.iso.datetime().meta({ description: "ISO 8601, UTC", example: "2026-11-24T08:00:00.000Z" });
export const moneyShape = wireMoneySchema.meta({ id: "Money", example: { minor: 12_345, currency: "CNY" } });

export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : toIso(at));

const LIMIT_MAX = 100;

export const limitOf = (otherwise: number, most: number = LIMIT_MAX) =>
  z
    .string()
    .regex(/^\d{1,3}$/, "whole_number_malformed")
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .default(otherwise)
    .meta({
      description: "How many at most",
      override: { type: "integer", minimum: 1, maximum: most, default: otherwise, pattern: undefined },
    });

const cursor = z.string().min(1).max(400).optional().meta({ description: "The `nextCursor` of the page before" });

/** What every list is asked with. */
export const paging = { limit: limitOf(50), cursor };
/** Of reference lists, which fit a page. */
export const widePaging = { limit: limitOf(LIMIT_MAX), cursor };

export const listShape = <Item extends z.ZodType, More extends z.ZodRawShape>(item: Item, more?: More) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: "Null on the last page" }),
    ...more,
  });
