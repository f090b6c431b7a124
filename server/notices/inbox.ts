import "server-only";
import type { Reader } from "@/db/database";
import {
  dealsOfNotices,
  findGroup,
  listGroups,
  noticesByIds,
  noticesOfGroup,
  noticesOfKinds,
  type Own,
  type StoredGroup,
} from "@/db/repositories/inbox";
import type { StoredNotice } from "@/db/repositories/notices";
import { wishesOf } from "@/db/repositories/wishes";
import type { Actor } from "@/domain/access/policy";
import { NOTICE_KINDS, type NoticeKind } from "@/domain/notices/notification-rule";
import { KIND_RULES, TOPICS, taskOfKind } from "@/domain/notices/topics";
import { isMuted, type Wish } from "@/domain/notices/wishes";
import type { Instant } from "@/domain/shared/time";
import type { InboxPage, NeededNotice, Notice, NoticedDeal, NoticeGroup } from "@/views/notices";
import { namedHub, namedPlace, referenceData } from "../hubs/queries/network";
import { withHubNames } from "./reactions/notify";
import { stillNeeded } from "./standing-tasks";

/** So many of the newest notices that ask for something are looked at; what is older waits in the lists of its own pages. */
const ASKING_MAX = 150;
/** So many notices of a group are shown when it is opened. */
const OPENED_MAX = 60;

const ASKING = NOTICE_KINDS.filter((kind) => taskOfKind(kind) !== null);

/** A notice as its reader sees it. */
export const viewOf = (row: StoredNotice): Notice => ({
  id: row.id,
  kind: row.kind as NoticeKind,
  facts: withHubNames(row.facts),
  href: row.href,
  at: row.createdAt as Instant,
  isRead: row.readAt !== null,
});

/** The deals of notices, each under the number by which the viewer knows it: the buyer by its own, others by that of what they were told of. */
export async function dealsFor(read: Reader, viewer: Actor, rows: readonly StoredNotice[]) {
  const ids = rows.flatMap(({ dealId }) => dealId ?? []);
  const [found, known] = [await dealsOfNotices(read, ids), await referenceData(read)];
  const byId = new Map(found.map((deal) => [deal.id, deal]));
  return ({ dealId, facts }: StoredNotice): NoticedDeal | null => {
    const deal = byId.get(dealId ?? "");
    if (!deal) return null;
    const { id, title, mode, originId, hubId, destinationId } = deal;
    return {
      ...{ id, title, mode },
      reference: deal.buyerOrganisationId === viewer.organisationId ? deal.reference : String(facts.reference ?? ""),
      origin: namedPlace(known, originId),
      hub: namedHub(known, hubId),
      destination: namedPlace(known, destinationId),
    };
  };
}

/** What waits for the viewer now, of all that they were told: what is due first first, then the newest. */
export async function neededNotices(read: Reader, viewer: Actor, now: Instant): Promise<readonly NeededNotice[]> {
  const own = ownOf(viewer);
  if (own === null) return [];
  const notices = await noticesOfKinds(read, { ...own, kinds: ASKING, limit: ASKING_MAX });
  const needed = await stillNeeded(read, viewer, { notices, now });
  const dealOf = await dealsFor(
    read,
    viewer,
    needed.map(({ notice }) => notice),
  );
  return needed
    .map(({ notice, by }) => ({ notice: viewOf(notice), by, deal: dealOf(notice) }))
    .sort((one, other) => (one.by ?? Number.POSITIVE_INFINITY) - (other.by ?? Number.POSITIVE_INFINITY) || 0);
}

function ownOf({ userId, organisationId }: Actor): Own | null {
  return userId === null || organisationId === null ? null : { userId, organisationId };
}

type Asked = {
  readonly cursor: string | null;
  /** The group that is open. */
  readonly open: string | null;
  readonly limit: number;
  readonly now: Instant;
};

/** The viewer's own inbox in the organisation they act for: what needs them, and all else by the deal that it is about, the newest first. */
export async function inboxPage(read: Reader, viewer: Actor, { cursor, open, limit, now }: Asked): Promise<InboxPage> {
  const own = ownOf(viewer);
  if (own === null) return { needed: [], groups: [], nextCursor: null, opened: null };
  const found = await listGroups(read, { ...own, beforeId: cursor, limit: limit + 1 });
  const page = found.slice(0, limit);
  const wishes = await wishesOf(read, own.userId);
  const opened = open === null ? null : await readOpened(read, own, open);
  // What is open stands on its page wherever it has gone since.
  const apart = opened && !page.some(({ key }) => key === opened.group.key) ? [opened.group] : [];
  return {
    needed: cursor === null ? await neededNotices(read, viewer, now) : [],
    groups: await groupViews(read, viewer, { shown: [...apart, ...page], wishes }),
    nextCursor: found.length > limit ? (page.at(-1)?.lastId ?? null) : null,
    opened: opened && { key: opened.group.key, notices: opened.notices, topics: topicsIn(opened.notices, wishes) },
  };
}

/** What can be muted of these notices: their topics, in the order of all lists of them. */
function topicsIn(notices: readonly Notice[], wishes: readonly Wish[]) {
  const found = new Set(notices.map(({ kind }) => KIND_RULES[kind].topic));
  return TOPICS.filter((topic) => found.has(topic)).map((topic) => ({
    topic,
    isMuted: isMuted(wishes, { what: "topic", subject: topic }),
  }));
}

type Shown = { readonly shown: readonly StoredGroup[]; readonly wishes: readonly Wish[] };

async function groupViews(read: Reader, viewer: Actor, { shown, wishes }: Shown): Promise<NoticeGroup[]> {
  const rows = await noticesByIds(
    read,
    shown.map(({ lastId }) => lastId),
  );
  const newest = new Map(rows.map((row) => [row.id, row]));
  const dealOf = await dealsFor(read, viewer, rows);
  return shown.flatMap(({ key, lastId, unread, total }): NoticeGroup[] => {
    const row = newest.get(lastId);
    if (!row) return [];
    const isMutedDeal = isMuted(wishes, { what: "deal", subject: key });
    return [{ key, unread, total, deal: dealOf(row), newest: viewOf(row), isMuted: isMutedDeal }];
  });
}

async function readOpened(read: Reader, own: Own, key: string) {
  const group = await findGroup(read, { ...own, key });
  return group
    ? { group, notices: (await noticesOfGroup(read, { ...own, key, limit: OPENED_MAX })).map(viewOf) }
    : null;
}
