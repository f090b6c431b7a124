import "server-only";
import type { Reader } from "@/db/database";
import { eventsThatTell } from "@/db/repositories/hidden-bidders";
import { listMails, type StoredMail } from "@/db/repositories/mails";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { KeptMail } from "@/domain/notices/notice-view";
import type { Instant } from "@/domain/shared/instant";
import type { Env } from "../../platform/process/env";

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
