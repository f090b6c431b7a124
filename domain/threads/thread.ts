import { isOpened, type Request } from "../requests/request";
import type { Side } from "../orders/slots/slot";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import { DAY_MS, type Instant, instant, later } from "../shared/time";
import type { BidState } from "../shared/vocabulary";

/** Letters of a message, and files that it may name. */
export const MESSAGE_MAX = 4_000;
export const MESSAGE_FILES_MAX = 5;

/** How long the two sides of an order may write after its end: papers and claims follow goods by weeks. */
export const TALK_AFTER_END_MS = 30 * DAY_MS;

/** What decides who may write and read in the thread of a bid: the bid, its request, and the order where it has won. */
export type ThreadFacts = {
  readonly request: Pick<Request, "bidMode" | "state"> & { readonly openedAt: Instant | null };
  /** `isReadable` once the buyer may read what the bid says. */
  readonly bid: { readonly state: BidState; readonly isReadable: boolean };
  /** With the end of an order that is over. */
  readonly order: { readonly endedAt: Instant | null } | null;
};

const NEVER_SHOWN: readonly BidState[] = ["draft", "withdrawn"];
const TALKING: readonly BidState[] = ["submitted", "stale", "expired"];
const UNDECIDED: readonly Request["state"][] = ["open", "closed", "opened"];

/** Whether the buyer knows of the bid: not before the opening of sealed bids, and never of one that was taken back or left out of it. */
export const hasBegun = ({ request, bid, order }: ThreadFacts): boolean =>
  order !== null || (isOpened(request) && bid.isReadable && !NEVER_SHOWN.includes(bid.state));

/** Later than anything. */
const WITHOUT_END = instant(Number.MAX_SAFE_INTEGER);

/**
 * Until when the two sides may write to each other: from the moment on at which the buyer may read the bid, while the request is undecided and the
 * bid stands, and as parties of its order until 30 days after its end. Null where they may not.
 */
export function talksUntil(facts: ThreadFacts): Instant | null {
  const { request, bid, order } = facts;
  if (!hasBegun(facts)) return null;
  if (order !== null) return order.endedAt === null ? WITHOUT_END : later(order.endedAt, TALK_AFTER_END_MS);
  return TALKING.includes(bid.state) && UNDECIDED.includes(request.state) ? WITHOUT_END : null;
}

/** The same as a rule: refuses `thread_not_open` before the buyer may read the bid, and `thread_closed` once nothing is left to talk about. */
export function mayTalk(facts: ThreadFacts, now: Instant): Result<void, Refusal<"thread_not_open" | "thread_closed">> {
  const until = talksUntil(facts);
  if (until !== null && now < until) return accept(undefined);
  return hasBegun(facts) || facts.bid.state === "withdrawn" ? refuse("thread_closed") : refuse("thread_not_open");
}

/** Contacts are exchanged with the award: until the bid has an order, the other side reads a message without them. */
export const holdsBack = ({ order }: Pick<ThreadFacts, "order">): boolean => order === null;

export const otherSide = (side: Side): Side => (side === "buyer" ? "provider" : "buyer");

/** How far each side has read, and what it has not read of the other's. */
export type Reading = { readonly readSeq: number; readonly readAt: Instant | null; readonly unread: number };
