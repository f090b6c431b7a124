import { and, desc, eq, inArray, isNotNull, isNull, max, sql } from "drizzle-orm";
import type { NoticeKind } from "../../domain/notices/notification-rule";
import type { Instant } from "../../domain/shared/time";
import { preparedList, type Reader, type Writer } from "../database";
import { deals } from "../schema/deals";
import { notices } from "../schema/notices";
import { orderMilestones, orders } from "../schema/orders";
import { requests } from "../schema/requests";
import { groupKey, type StoredNotice } from "./notices";
import type { StoredRequest } from "./requests";

/** A person in the organisation that they act for. */
export type Own = { readonly userId: string; readonly organisationId: string };

const own = ({ userId, organisationId }: Own) =>
  and(eq(notices.userId, userId), eq(notices.organisationId, organisationId));

const inGroup = (key: string) => {
  if (key === "hubs") return and(isNull(notices.dealId), sql`${notices.kind} like 'hub%'`);
  if (key === "organisation") return and(isNull(notices.dealId), sql`${notices.kind} not like 'hub%'`);
  return eq(notices.dealId, key);
};

export type StoredGroup = {
  readonly key: string;
  /** The newest notice of it that was said aloud. */
  readonly lastId: string;
  readonly unread: number;
  readonly total: number;
};

const lastLoud = sql<string>`max(case when ${notices.isQuiet} then null else ${notices.id} end)`;

const columns = {
  key: groupKey,
  lastId: lastLoud,
  unread: sql<number>`sum(case when ${notices.readAt} is null then 1 else 0 end)`,
  total: sql<number>`count(*)`,
};

const counted = (row: StoredGroup): StoredGroup => ({ ...row, unread: Number(row.unread), total: Number(row.total) });

/** A person's notices by what they are about, the newest first; after the group whose newest notice is `beforeId`. One that was told quietly alone is none. */
export async function listGroups(
  db: Reader,
  of: Own & { readonly beforeId: string | null; readonly limit: number },
): Promise<StoredGroup[]> {
  const rows = await db
    .select(columns)
    .from(notices)
    .where(own(of))
    .groupBy(groupKey)
    .having(of.beforeId === null ? sql`${lastLoud} is not null` : sql`${lastLoud} < ${of.beforeId}`)
    .orderBy(desc(lastLoud))
    .limit(of.limit);
  return rows.map(counted);
}

/** One group of a person's, though all of it was told quietly; undefined where nothing was. */
export async function findGroup(db: Reader, of: Own & { readonly key: string }): Promise<StoredGroup | undefined> {
  const [row] = await db
    .select({ ...columns, lastId: sql<string>`max(${notices.id})` })
    .from(notices)
    .where(and(own(of), inGroup(of.key)))
    .groupBy(groupKey);
  return row && counted(row);
}

const byIds = preparedList("notices_by_ids", (db, ids) => db.select().from(notices).where(inArray(notices.id, ids)));

export async function noticesByIds(db: Reader, ids: readonly string[]): Promise<StoredNotice[]> {
  return await byIds(db, ids);
}

/** The newest notices of one group of a person's, those that were told quietly among them. */
export async function noticesOfGroup(
  db: Reader,
  of: Own & { readonly key: string; readonly limit: number },
): Promise<StoredNotice[]> {
  return await db
    .select()
    .from(notices)
    .where(and(own(of), inGroup(of.key)))
    .orderBy(desc(notices.id))
    .limit(of.limit);
}

/** The newest of a person's notices of these kinds. */
export async function noticesOfKinds(
  db: Reader,
  of: Own & { readonly kinds: readonly NoticeKind[]; readonly limit: number },
): Promise<StoredNotice[]> {
  return await db
    .select()
    .from(notices)
    .where(and(own(of), inArray(notices.kind, [...of.kinds])))
    .orderBy(desc(notices.id))
    .limit(of.limit);
}

/** A person has read all of one group. */
export async function markGroupRead(
  tx: Writer,
  of: Own & { readonly key: string; readonly now: Instant },
): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: of.now })
    .where(and(own(of), inGroup(of.key), isNull(notices.readAt)));
}

const dealRows = preparedList("deals_of_notices", (db, ids) =>
  db
    .select({
      id: deals.id,
      reference: deals.reference,
      title: deals.title,
      mode: deals.mode,
      originId: deals.originId,
      hubId: deals.hubId,
      destinationId: deals.destinationId,
      buyerOrganisationId: deals.buyerOrganisationId,
    })
    .from(deals)
    .where(inArray(deals.id, ids)),
);

/** Goods and way of the deals that notices are about. */
export async function dealsOfNotices(db: Reader, ids: readonly string[]) {
  return await dealRows(db, [...new Set(ids)]);
}

const orderRows = preparedList("orders_of_notices", (db, ids) =>
  db.select({ id: orders.id, requestId: orders.requestId }).from(orders).where(inArray(orders.id, ids)),
);
const requestRows = preparedList("requests_of_notices", (db, ids) =>
  db.select().from(requests).where(inArray(requests.id, ids)),
);
const reportRows = preparedList("last_reports_of_requests", (db, ids) =>
  db
    .select({ requestId: orders.requestId, at: max(orderMilestones.reportedAt) })
    .from(orders)
    .innerJoin(orderMilestones, eq(orderMilestones.orderId, orders.id))
    .where(and(inArray(orders.requestId, ids), isNotNull(orderMilestones.reportedAt)))
    .groupBy(orders.requestId),
);

/** The requests behind subjects of notices, each of which is a request or an order. */
export async function requestsOfSubjects(
  db: Reader,
  subjectIds: readonly string[],
): Promise<{ readonly requests: readonly StoredRequest[]; readonly requestOf: (subjectId: string) => string }> {
  const asked = [...new Set(subjectIds)];
  const ordered = new Map((await orderRows(db, asked)).map(({ id, requestId }) => [id, requestId]));
  const requestOf = (id: string) => ordered.get(id) ?? id;
  const found = await requestRows(db, [...new Set(asked.map(requestOf))]);
  return { requests: found as StoredRequest[], requestOf };
}

/** When a step of the order of each of these requests was last reported. */
export async function lastReports(db: Reader, requestIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await reportRows(db, requestIds);
  return new Map(rows.flatMap(({ requestId, at }) => (at === null ? [] : [[requestId, Number(at)] as const])));
}
