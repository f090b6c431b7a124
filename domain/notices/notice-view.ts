import type { Instant } from "../shared/instant";
import type { Facts } from "./hearing";

/** One line of a person's inbox: which sentence, what fills it, and the page that it is about. */
export type NoticeView = {
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
