import type { Writer } from "@/db/database";
import type { DomainEvent } from "@/domain/notices/events";
import type { Instant } from "@/domain/shared/time";
import type { Telling } from "./telling";

/** What a reaction works with: the relay's transaction, so that what it writes and the event's delivery stand or fall together. */
export type ReactionContext = {
  readonly tx: Writer;
  readonly eventId: string;
  readonly occurredAt: Instant;
  readonly now: Instant;
  readonly newId: () => string;
  /** Of the platform: where answers to mails are taken. */
  readonly replyDomain: string;
  /** Whom it tells and what, together with the other events of the delivery. */
  readonly telling: Telling;
};

/** When this happened, then …; run at least once, so running twice must change nothing more. */
export type Reaction = (context: ReactionContext, event: DomainEvent) => Promise<void>;
