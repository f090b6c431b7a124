import type { Side } from "../orders/slots/slot";
import type { Instant } from "../shared/time";

/** What the log of a deal tells of an order that belongs to its story, and no record of the page does. */
export const STORY_TYPES = [
  "order.held",
  "order.resumed",
  "order.exception_raised",
  "order.exception_ended",
  "delay.reported",
  "delay.objected",
  "slot.confirmed",
  "slot.forfeited",
  "dispute.opened",
  "dispute.escalated",
  "dispute.ended",
] as const;
export type StoryType = (typeof STORY_TYPES)[number];

/** An end of an order's line that is no step of its service. */
export type Turning = "placed" | "accepted" | "completed" | "cancelled";

/** One thing in the story of an order: what somebody wrote, or what was done. */
export type StoryEntry<Message> =
  | { readonly kind: "message"; readonly at: Instant; readonly message: Message }
  | { readonly kind: "step"; readonly at: Instant; readonly code: string }
  | { readonly kind: "turning"; readonly at: Instant; readonly turning: Turning }
  | { readonly kind: "changes"; readonly at: Instant; readonly words: string }
  | { readonly kind: "file"; readonly at: Instant; readonly name: string; readonly isOwn: boolean }
  | { readonly kind: "reminder"; readonly at: Instant; readonly side: Side }
  | { readonly kind: "logged"; readonly at: Instant; readonly type: StoryType };

type Told<Message> = {
  readonly messages: readonly (Message & { readonly at: Instant })[];
  readonly reminders: readonly { readonly side: Side; readonly at: Instant }[];
  readonly order: null | {
    readonly contractedAt: Instant;
    readonly acceptedAt: Instant | null;
    readonly completedAt: Instant | null;
    readonly cancelledAt: Instant | null;
    readonly milestones: readonly { readonly code: string; readonly occurredAt: Instant | null }[];
    readonly changeRequests: readonly { readonly words: string; readonly requestedAt: Instant }[];
  };
  /** Files of the order that belong to none of its steps. */
  readonly files: readonly { readonly name: string; readonly isOwn: boolean; readonly createdAt: Instant }[];
  readonly log: readonly { readonly type: StoryType; readonly at: Instant }[];
};

type Order<Message> = NonNullable<Told<Message>["order"]>;

/** Null times have not come. */
const turningsOf = <M>({ contractedAt, acceptedAt, completedAt, cancelledAt }: Order<M>) =>
  Object.entries({
    placed: contractedAt,
    accepted: acceptedAt,
    completed: completedAt,
    cancelled: cancelledAt,
  }).flatMap(([turning, at]) => (at === null ? [] : [{ kind: "turning" as const, at, turning: turning as Turning }]));

function entriesOfOrder<M>(order: Order<M>): StoryEntry<M>[] {
  return [
    ...order.milestones.flatMap(({ code, occurredAt }) =>
      occurredAt === null ? [] : [{ kind: "step" as const, at: occurredAt, code }],
    ),
    ...order.changeRequests.map(({ words, requestedAt }) => ({ kind: "changes" as const, at: requestedAt, words })),
    ...turningsOf(order),
  ];
}

/** All that was said and done between two sides, in one list by time; what was done comes before what is said at the same time. */
export function storyOf<M>({ messages, reminders, order, files, log }: Told<M>): StoryEntry<M>[] {
  const entries: StoryEntry<M>[] = [
    ...(order ? entriesOfOrder<M>(order) : []),
    ...log.map((entry) => ({ kind: "logged" as const, ...entry })),
    ...files.map(({ name, isOwn, createdAt }) => ({ kind: "file" as const, at: createdAt, name, isOwn })),
    ...reminders.map((reminder) => ({ kind: "reminder" as const, ...reminder })),
    ...messages.map((message) => ({ kind: "message" as const, at: message.at, message })),
  ];
  return entries.toSorted((one, other) => one.at - other.at);
}
