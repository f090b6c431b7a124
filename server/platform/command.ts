import type { z } from "zod";
import type { Writer } from "../../db/database";
import type { Action } from "../../domain/access/policy";
import type { Actor } from "../../domain/access/actor";
import type { DomainEvent } from "../../domain/events";
import type { Instant } from "../../domain/shared/instant";
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

/**
 * A verb of the product. Its shape is always the same: load, authorise (`may` with the loaded subject; what is not yours is
 * `not_found`), decide in the domain, save, publish. A refusal undoes whatever the command had written.
 */
export type Command<Input, Output, R extends Refusal = Refusal> = {
  readonly name: string;
  readonly action: Action;
  readonly input: z.ZodType<Input, unknown>;
  readonly limit?: LimitName;
  readonly run: (context: CommandContext, input: Input) => Promise<Result<Output, R>>;
};

export const command = <Input, Output, R extends Refusal>(
  definition: Command<Input, Output, R>,
): Command<Input, Output, R> => definition;
