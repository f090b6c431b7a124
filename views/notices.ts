import type { Mode } from "../domain/hubs/place";
import type { Choice, MailTiming } from "../domain/notices/delivery";
import type { EventType } from "../domain/notices/events";
import type { Facts, NoticeKind } from "../domain/notices/notification-rule";
import type { Topic } from "../domain/notices/topics";
import type { Instant } from "../domain/shared/time";
import type { NamedHub, NamedPlace } from "../domain/shared/vocabulary";

/** One line of a person's inbox: which sentence, what fills it, and the page that it is about. */
export type Notice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly facts: Facts;
  readonly href: string;
  readonly at: Instant;
  readonly isRead: boolean;
};

/** The deal that notices are about, in words: its goods, its way, and its number as its reader knows it. */
export type NoticedDeal = {
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  readonly mode: Mode;
  readonly origin: NamedPlace;
  readonly hub: NamedHub;
  readonly destination: NamedPlace;
};

/** What waits for its reader now: the notice that told of it, and by when. */
export type NeededNotice = {
  readonly notice: Notice;
  readonly by: Instant | null;
  readonly deal: NoticedDeal | null;
};

/** All that was told of a deal, or of hubs, or of the organisation itself. */
export type NoticeGroup = {
  /** A deal's id, or what it is about that is of no deal. */
  readonly key: string;
  readonly deal: NoticedDeal | null;
  readonly newest: Notice;
  readonly unread: number;
  readonly total: number;
  /** Its reader wants to hear nothing of this deal. */
  readonly isMuted: boolean;
};

/** What somebody has chosen of a topic, what it offers, and which of its kinds are mailed in any case. */
export type TopicChoice = Choice & {
  readonly topic: Topic;
  readonly timings: readonly MailTiming[];
  readonly always: readonly NoticeKind[];
  readonly isMuted: boolean;
};

export type NoticeChoices = {
  readonly topics: readonly TopicChoice[];
  readonly mutedDeals: readonly { readonly id: string; readonly title: string }[];
  readonly isDigestStopped: boolean;
};

export type InboxPage = {
  readonly needed: readonly NeededNotice[];
  readonly groups: readonly NoticeGroup[];
  readonly nextCursor: string | null;
  /** The notices of the group that is open; null where none is. */
  readonly opened: {
    readonly key: string;
    readonly notices: readonly Notice[];
    /** The topics of these notices, and which of them are muted. */
    readonly topics: readonly { readonly topic: Topic; readonly isMuted: boolean }[];
  } | null;
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
