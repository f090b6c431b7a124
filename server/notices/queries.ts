import "server-only";
import type { Reader } from "@/db/database";
import { type StoredMail, countUnread, listMails } from "@/db/repositories/notices";
import { type Actor, may } from "@/domain/access/policy";
import type { DeadLetter, KeptMail } from "@/views/notices";
import type { Instant } from "@/domain/shared/time";
import { inboxHeads, inboxId } from "@/db/repositories/live-heads";
import { eventsThatTell, isRequestHiding } from "@/db/repositories/hidden-bidders";
import type { Env } from "../platform/process/env";
import { backlog, countDead, listDead } from "@/db/outbox";
import { requestOfEvent, subjectsOf } from "@/domain/notices/event-subjects";

/** How many notices the person has not read in this organisation; the number on the bell. */
export const unreadCount = (read: Reader, userId: string, organisationId: string): Promise<number> =>
  countUnread(read, { userId, organisationId });

/** When the last notice came to the viewer's inbox: a page that shows what waits is drawn anew when a later one has come. */
export async function inboxSeq(read: Reader, { userId, organisationId }: Actor): Promise<number> {
  if (userId === null || organisationId === null) return 0;
  const id = inboxId({ userId, organisationId });
  return (await inboxHeads(read, [id])).get(id) ?? 0;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|\[?::1\]?|localhost)$/;

type Place = Pick<Env, "KOUAN_ENV" | "HOST">;

/**
 * Whether the mailbox is there for this viewer. To everybody only where a demo market listens on its own machine alone: whoever
 * reads a mail can do what its link does. Otherwise to administrators.
 */
export const mayReadMailbox = (viewer: Actor, { KOUAN_ENV, HOST }: Place): boolean =>
  (KOUAN_ENV === "demo" && LOOPBACK.test(HOST)) || may(viewer, "mailbox.read");

const stateOf = (mail: StoredMail, isSending: boolean): KeptMail["state"] =>
  mail.sentAt !== null ? "sent" : mail.isDead ? "dead" : isSending ? "waiting" : "kept";

// A mail of an event is named after it and its reader.
const eventOf = (mail: StoredMail): string => mail.messageId.split(".")[0] ?? "";

export type MailPage = { readonly items: readonly KeptMail[]; readonly nextCursor: string | null };

/**
 * Every mail that the market has written, the newest first; null to whom the mailbox is not there. Outside of a demo the texts
 * stay unread: a link in one signs in as somebody else, and who reads it could open what is sealed. Nor is there an address where it would
 * tell who bids.
 */
export async function keptMails(
  read: Reader,
  viewer: Actor,
  page: { readonly cursor: string | null; readonly limit: number; readonly env: Place & Pick<Env, "SMTP_URL"> },
): Promise<MailPage | null> {
  if (!mayReadMailbox(viewer, page.env)) return null;
  const found = await listMails(read, { beforeId: page.cursor, limit: page.limit + 1 });
  const shown = found.slice(0, page.limit);
  const isDemo = page.env.KOUAN_ENV === "demo";
  const telling = isDemo ? new Set() : await eventsThatTell(read, shown.map(eventOf));
  return {
    items: shown.map((mail) => ({
      id: mail.id,
      to: telling.has(eventOf(mail)) ? null : mail.toAddress,
      subject: mail.subject,
      body: isDemo ? mail.body : "",
      locale: mail.locale,
      at: mail.createdAt as Instant,
      state: stateOf(mail, page.env.SMTP_URL !== ""),
    })),
    nextCursor: found.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** How many events wait to be told, and for how many seconds the oldest has; null for everybody but administrators. */
export async function waitingEvents(
  read: Reader,
  viewer: Actor,
  now: Instant,
): Promise<{ readonly count: number; readonly seconds: number } | null> {
  if (!may(viewer, "deliveries.repair")) return null;
  const { count, since } = await backlog(read);
  return { count, seconds: since === null ? 0 : Math.max(0, Math.round((now - since) / 1_000)) };
}

const SHOWN = 100;

/** The events that were given up, the oldest first, and how many there are; null for everybody but administrators. */
export async function deadLetters(
  read: Reader,
  viewer: Actor,
): Promise<{ readonly count: number; readonly items: readonly DeadLetter[] } | null> {
  if (!may(viewer, "deliveries.repair")) return null;
  const items = await listDead(read, SHOWN);
  return {
    count: await countDead(read),
    items: await Promise.all(
      items.map(async ({ event, lastError, ...letter }) => ({
        ...letter,
        type: event.type,
        reason: lastError ?? "",
        subjects: subjectsOf(event, await isRequestHiding(read, requestOfEvent(event))),
      })),
    ),
  };
}
