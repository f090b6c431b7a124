import "server-only";
import type { Reader } from "@/db/database";
import { countUnread, listNotices, type StoredNotice } from "@/db/repositories/notices";
import type { Actor } from "@/domain/access/actor";
import type { NoticeView } from "@/domain/notices/notice-view";
import type { Instant } from "@/domain/shared/instant";

/** How many notices the person has not read in this organisation; the number on the bell. */
export const unreadCount = (read: Reader, userId: string, organisationId: string): Promise<number> =>
  countUnread(read, { userId, organisationId });

const viewOf = (row: StoredNotice): NoticeView => ({
  id: row.id,
  kind: row.kind,
  facts: row.facts,
  href: row.href,
  at: row.createdAt as Instant,
  isRead: row.readAt !== null,
});

const cursorOf = (row: StoredNotice): string => `${row.readAt === null ? 0 : 1}.${row.id}`;

function parseCursor(cursor: string): { isRead: 0 | 1; id: string } | null {
  const [flag, id] = cursor.split(".");
  return id && (flag === "0" || flag === "1") ? { isRead: flag === "0" ? 0 : 1, id } : null;
}

type Paged<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

/** The person's own inbox in the organisation they act for: unread first. */
export async function inbox(
  read: Reader,
  viewer: Actor,
  page: { cursor: string | null; limit: number },
): Promise<Paged<NoticeView>> {
  const { userId, organisationId } = viewer;
  if (userId === null || organisationId === null) return { items: [], nextCursor: null };
  const after = page.cursor ? parseCursor(page.cursor) : null;
  const found = await listNotices(read, { userId, organisationId, after, limit: page.limit + 1 });
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  return { items: shown.map(viewOf), nextCursor: found.length > page.limit && last ? cursorOf(last) : null };
}
