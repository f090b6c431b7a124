import type { EventType } from "../domain/notices/events";
import type { Facts } from "../domain/notices/notification-rule";
import type { Instant } from "../domain/shared/time";

/** One line of a person's inbox: which sentence, what fills it, and the page that it is about. */
export type Notice = {
  readonly id: string;
  readonly kind: string;
  readonly facts: Facts;
  readonly href: string;
  readonly at: Instant;
  readonly isRead: boolean;
};

export type KeptMail = {
  readonly id: string;
  /** Null where it would tell who bids on a request that is not opened yet. */
  readonly to: string | null;
  readonly subject: string;
  readonly body: string;
  readonly locale: string;
  readonly at: Instant;
  readonly state: "kept" | "sent" | "waiting" | "dead";
};

/** An event that nobody could be told of: what kind it is, what it is about by ids, and what went wrong. Nothing else of it. */
export type DeadLetter = {
  readonly id: string;
  readonly type: EventType;
  readonly occurredAt: Instant;
  readonly attempts: number;
  readonly reason: string;
  readonly subjects: readonly { readonly name: string; readonly id: string }[];
};
