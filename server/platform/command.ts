import type { z } from "zod";
import type { Reader, Writer } from "../../db/database";
import type { Action, Actor, Scope } from "../../domain/access/policy";
import type { DomainEvent } from "../../domain/notices/events";
import type { Instant } from "../../domain/shared/time";
import type { RefusalCode } from "../../domain/shared/refusal-codes";
import type { Refusal, Result } from "../../domain/shared/result";
import type { LimitName } from "./rate-limit";

/** What a command works with: one transaction, one actor, one reading of the clock. */
export type CommandContext = {
  readonly tx: Writer;
  readonly actor: Actor;
  readonly now: Instant;
  readonly newId: () => string;
  readonly newReference: (kind: "KD" | "KR" | "KO") => string;
  /** Writes the event to the outbox, in this transaction. */
  readonly publish: (event: DomainEvent) => void;
  /** Names what the audit entry is about. */
  readonly concerns: (subjectId: string) => void;
};

/** What a command has before its transaction: it may read, take its time and ask others, and writes nothing. */
export type PrepareContext = Pick<CommandContext, "actor" | "now"> & { readonly read: Reader };

/**
 * How a command is called over the public API. The rest follows from its input: members that the path names come from there, `version` and
 * `ifVersion` from `If-Match`, the others are the body.
 */
export type Http = {
  readonly method: "POST" | "PATCH" | "DELETE";
  /** Under /api/v1, with `{names}` of members of the input. */
  readonly path: `/${string}`;
  readonly scope: Scope;
  /** The operation's name in the document, where the command's own name, read without its room, says too little or another command has it. */
  readonly operation?: string;
  readonly status: 200 | 201;
  readonly summary: string;
  /** What its caller should know beside the schemas. */
  readonly description?: string;
  /** A body that passes, for the documentation; a test holds it to its schema. */
  readonly example?: unknown;
  /** Members of the input that only the screens send. Where `version` is one of them, there is neither `If-Match` nor `ETag`. */
  readonly screensOnly?: readonly string[];
  /** The body of the answer, which is the command's output; where it has a `version`, the answer has an `ETag`. */
  readonly output: z.ZodObject;
  /** Makes the body of the output where it has what no answer that is kept may have, such as an address that is signed anew each time. */
  readonly toBody?: (output: never) => unknown;
  /** Codes of the refusals that are this command's own. */
  readonly refusals: readonly RefusalCode[];
};

/** An input as it came from outside. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * A verb of the product. Its shape is always the same: load, authorise (`may` with the loaded subject; what is not yours is
 * `not_found`), decide in the domain, save, publish. A refusal undoes whatever the command had written.
 *
 * What takes its time or leaves this machine stands in `prepare`: it comes after permission, schema and rate limit and before the
 * transaction, once however often that is tried, and not at all where the answer was kept. What it answers is the last argument of `run`,
 * which still has to decide: between the two the world may have changed.
 */
export type Command<Input, Output, R extends Refusal = Refusal> = {
  readonly name: string;
  readonly action: Action;
  readonly input: z.ZodType<Input, unknown>;
  readonly limit?: LimitName;
  /** Where it is part of the public API. */
  readonly http?: Http;
  /**
   * What its rules refuse of those members of an input that can be read, where others cannot: both are told in one answer. It narrows by the
   * actor as the command does, and writes nothing.
   */
  refusedSoFar?(context: PrepareContext, input: Members): Promise<readonly Refusal[]>;
  /**
   * Locks the row that its rules are judged by, before the clock and anything else is read, and where they ask what no row stands for, its name
   * (`lockNames`). Whatever tells of a request or a deal has one. On PostgreSQL its transaction then rests on that lock alone (read committed) and
   * meets no conflict with what others only read; SQLite has one writer at a time and needs none. Whatever else its rules read has to stand by
   * itself: it never changes, a unique key holds it, or to have read it a moment earlier is as right.
   */
  lock?(tx: Writer, input: NoInfer<Input>, actor: Actor): Promise<unknown>;
  // Methods, not function properties, so that what one command prepares is nobody else's concern.
  prepare?(context: PrepareContext, input: Input): Promise<unknown>;
  run(context: CommandContext, input: Input, prepared: unknown): Promise<Result<Output, R>>;
};

/** The lock of what writes rows of its own alone, which only unique keys hold. */
export const NO_ROW_DECIDES = async (): Promise<void> => undefined;

type Definition<Input, Output, R extends Refusal, Ready> = Omit<Command<Input, Output, R>, "prepare" | "run"> & {
  readonly prepare?: (context: PrepareContext, input: Input) => Promise<Ready>;
  readonly run: (context: CommandContext, input: Input, prepared: Ready) => Promise<Result<Output, R>>;
};

/** Makes a command; what it prepares and what it runs with are one type here. */
export const command = <Input, Output, R extends Refusal, Ready = undefined>(
  definition: Definition<Input, Output, R, Ready>,
): Command<Input, Output, R> => definition as Command<Input, Output, R>;
