import "server-only";
import type { Reader } from "@/db/database";
import { namesOf } from "@/db/repositories/parties";
import { headsOf, messagesOf, readingOf, remindersOf, type StoredMessage } from "@/db/repositories/threads";
import { type Actor, may } from "@/domain/access/policy";
import type { ShownFile } from "@/domain/files/file";
import { REMIND_AFTER_HOURS, REMIND_AGAIN_MS, afterWorkingHours } from "@/domain/threads/reminder";
import { holdBack } from "@/domain/threads/held-contacts";
import { holdsBack, mayTalk, otherSide } from "@/domain/threads/thread";
import { assert } from "@/domain/shared/result";
import { type Instant, later } from "@/domain/shared/time";
import type { ThreadHead, ThreadMessage, ThreadPage } from "@/views/threads";
import { filesOn } from "../../files/queries";
import { type LoadedThread, loadThread } from "../load-thread";
import { awaitedIn, remindedAtOf } from "../awaited-turn";

/** As many messages as are shown at once. */
export const MESSAGES_SHOWN = 100;

type Asked = { readonly bidId: string; readonly now: Instant; readonly before?: number | null };

type Around = Pick<LoadedThread, "facts" | "side"> & { readonly files: readonly ShownFile[] };

/** A message as the reader may know it: before the award the other side's without contacts, and nobody's name. */
function shownMessage(message: StoredMessage, { facts, side, files }: Around): ThreadMessage {
  const { seq, by, at, words, fileIds, isByMail, writerName } = message;
  const isHolding = holdsBack(facts);
  const shown = isHolding ? holdBack(words) : { words, held: [] };
  return {
    ...{ seq, by, at, isByMail },
    writer: isHolding ? null : writerName,
    words: by === side ? words : shown.words,
    held: shown.held,
    files: files.filter(({ id }) => fileIds.includes(id)).map(({ id, name, mayRead }) => ({ id, name, mayRead })),
  };
}

/** From when on a reader may remind the other side; null where nothing is waited for. */
async function remindFrom(read: Reader, viewer: Actor, { loaded, now }: { loaded: LoadedThread; now: Instant }) {
  const organisationIds = [loaded.request.buyerOrganisationId, loaded.bid.providerOrganisationId];
  if (!may(viewer, "thread.write", { organisationIds }) || !mayTalk(loaded.facts, now).ok) return null;
  const awaited = await awaitedIn(read, loaded, now);
  if (awaited === null) return null;
  const from = afterWorkingHours(awaited.since, REMIND_AFTER_HOURS);
  const remindedAt = remindedAtOf(loaded);
  const again = remindedAt === null ? from : later(remindedAt, REMIND_AGAIN_MS);
  return again > from ? again : from;
}

/** The thread of a bid, to its two sides; null to everybody else, and to the buyer before it may read the bid. */
export async function threadPage(
  read: Reader,
  viewer: Actor,
  { bidId, now, before = null }: Asked,
): Promise<ThreadPage | null> {
  const found = await loadThread(read, viewer, { bidId, action: "thread.read" });
  if (!found.ok) return null;
  const { bid, request, order, facts, thread, side } = found.value;
  const { buyerOrganisationId } = request;
  const { providerOrganisationId } = bid;
  const organisationIds = [buyerOrganisationId, providerOrganisationId];
  const names = await namesOf(read, organisationIds);
  const [buyer, provider] = [names.get(buyerOrganisationId), names.get(providerOrganisationId)];
  assert(buyer && provider, "both sides of a thread exist");
  const messages = thread ? await messagesOf(read, { bidId, before, limit: MESSAGES_SHOWN + 1 }) : [];
  const files = await filesOn(read, { kind: "thread", id: bidId }, { viewer, now });
  const named = new Set(messages.flatMap(({ fileIds }) => fileIds));
  const other = thread && readingOf(thread, otherSide(side));
  const isOpen = mayTalk(facts, now).ok;
  return {
    ...{ bidId, requestId: request.id, orderId: order?.id ?? null, side, buyer, provider, isOpen },
    messages: messages.slice(-MESSAGES_SHOWN).map((message) => shownMessage(message, { facts, side, files })),
    hasEarlier: messages.length > MESSAGES_SHOWN,
    unread: thread ? readingOf(thread, side).unread : 0,
    otherRead: { seq: other?.readSeq ?? 0, at: other?.readAt ?? null },
    reminders: thread ? await remindersOf(read, bidId) : [],
    mayWrite: isOpen && may(viewer, "thread.write", { organisationIds }),
    lastSeq: thread?.lastSeq ?? 0,
    waiting: files.filter(({ id, isOwn, mayRemove }) => isOwn && mayRemove && !named.has(id)),
    remindFrom: await remindFrom(read, viewer, { loaded: found.value, now }),
  };
}

/** What waits for the buyer in the threads of these bids of its own, which it may read, in one question. */
export async function threadHeads(
  read: Reader,
  viewer: Actor,
  of: { readonly buyerOrganisationId: string; readonly bidIds: readonly string[] },
): Promise<readonly ThreadHead[]> {
  if (!may(viewer, "thread.read", { organisationIds: [of.buyerOrganisationId] })) return [];
  const heads = new Map((await headsOf(read, of.bidIds)).map((head) => [head.bidId, head]));
  return of.bidIds.map((bidId) => {
    const head = heads.get(bidId);
    return { bidId, unread: head?.buyerUnread ?? 0, lastAt: head?.lastAt ?? null };
  });
}
