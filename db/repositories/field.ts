import { and, asc, count, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { FieldRole } from "../../domain/access/field-role";
import type { KeptEvidence } from "../../domain/orders/evidence";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { organisations, users } from "../schema/accounts";
import { fieldLinks, fieldPhotos, fieldReports } from "../schema/field";

type LinkRow = typeof fieldLinks.$inferSelect;
type LinkTimes = "createdAt" | "expiresAt" | "revokedAt";

/** A link with who made it, and whether its organisation may act at all. */
export type StoredLink = Omit<LinkRow, LinkTimes> & {
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly madeByName: string;
  readonly madeByEmail: string;
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly organisationSuspendedAt: number | null;
};

const WITH_MAKER = {
  link: fieldLinks,
  madeByName: users.name,
  madeByEmail: users.email,
  nameOwn: organisations.nameOwn,
  nameLatin: organisations.nameLatin,
  organisationSuspendedAt: organisations.suspendedAt,
};

const links = (db: Reader) =>
  db
    .select(WITH_MAKER)
    .from(fieldLinks)
    .innerJoin(users, eq(users.id, fieldLinks.madeByUserId))
    .innerJoin(organisations, eq(organisations.id, fieldLinks.organisationId));

const stored = ({ link, ...maker }: Awaited<ReturnType<typeof links>>[number]): StoredLink =>
  ({ ...link, ...maker }) as StoredLink;

export async function findLink(db: Reader, id: string): Promise<StoredLink | undefined> {
  const [row] = await links(db).where(eq(fieldLinks.id, id)).limit(1);
  return row && stored(row);
}

/** The links that one party of an order has made, the newest first. */
export async function linksOf(
  db: Reader,
  of: { readonly orderId: string; readonly organisationId: string },
): Promise<StoredLink[]> {
  const rows = await links(db)
    .where(and(eq(fieldLinks.orderId, of.orderId), eq(fieldLinks.organisationId, of.organisationId)))
    .orderBy(desc(fieldLinks.id));
  return rows.map(stored);
}

export async function insertLink(tx: Writer, row: typeof fieldLinks.$inferInsert): Promise<void> {
  await tx.insert(fieldLinks).values(row);
}

export async function revokeLink(
  tx: Writer,
  id: string,
  by: { readonly now: Instant; readonly userId: string | null },
): Promise<void> {
  await tx.update(fieldLinks).set({ revokedAt: by.now, revokedByUserId: by.userId }).where(eq(fieldLinks.id, id));
}

/** How many reports came by each of these links, and when the last one did. */
export async function reportsByLink(
  db: Reader,
  linkIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly count: number; readonly lastAt: Instant }>> {
  if (linkIds.length === 0) return new Map();
  const rows = await db
    .select({ linkId: fieldReports.linkId, count: count(), lastAt: max(fieldReports.receivedAt) })
    .from(fieldReports)
    .where(inArray(fieldReports.linkId, [...linkIds]))
    .groupBy(fieldReports.linkId);
  return new Map(
    rows.map(({ linkId, ...row }) => [linkId, { count: row.count, lastAt: Number(row.lastAt) as Instant }]),
  );
}

export type FieldReportRow = typeof fieldReports.$inferSelect;

/** A report by the id that a phone gave it, whichever link of the order it came by: the answer to the first one may have been lost with its link. */
export async function findReport(
  db: Reader,
  of: { readonly orderId: string; readonly id: string },
): Promise<FieldReportRow | undefined> {
  const [row] = await db
    .select()
    .from(fieldReports)
    .where(and(eq(fieldReports.orderId, of.orderId), eq(fieldReports.id, of.id)))
    .limit(1);
  return row;
}

export async function insertReport(tx: Writer, row: typeof fieldReports.$inferInsert): Promise<void> {
  await tx.insert(fieldReports).values(row);
}

/** Keeps with a report that it was struck. */
export async function keepStrike(
  tx: Writer,
  of: { readonly linkId: string; readonly id: string },
  evidence: KeptEvidence,
): Promise<void> {
  await tx
    .update(fieldReports)
    .set({ evidence })
    .where(and(eq(fieldReports.linkId, of.linkId), eq(fieldReports.id, of.id)));
}

const reportsByOrder = prepared("field_reports_of_order", (db) =>
  db
    .select()
    .from(fieldReports)
    .where(eq(fieldReports.orderId, sql.placeholder("orderId")))
    .orderBy(asc(fieldReports.receivedAt), asc(fieldReports.id)),
);

/** Everything that came by links on an order, in the order in which it came. */
export async function reportsOfOrder(db: Reader, orderId: string): Promise<FieldReportRow[]> {
  return await reportsByOrder(db, { orderId });
}

export type FieldPhotoRow = typeof fieldPhotos.$inferSelect;

/**
 * Who reports on an order: whoever holds a link of one role that one party gave out. A link ends and is replaced while things wait on a
 * phone, so the next one goes on where it ended; what came by another role or by the other party is somebody else's.
 */
export type FieldSender = { readonly orderId: string; readonly organisationId: string; readonly role: FieldRole };

type SentPhotos = { readonly sender: FieldSender; readonly ids: readonly string[] };

const sentPhotos = (db: Reader, { sender: { orderId, organisationId, role }, ids }: SentPhotos) => {
  const itsLinks = db
    .select({ id: fieldLinks.id })
    .from(fieldLinks)
    .where(
      and(eq(fieldLinks.orderId, orderId), eq(fieldLinks.organisationId, organisationId), eq(fieldLinks.role, role)),
    );
  return and(inArray(fieldPhotos.linkId, itsLinks), inArray(fieldPhotos.id, [...ids]));
};

/** The pictures with these ids that came from a sender, by whichever link. */
export async function photosOf(db: Reader, of: SentPhotos): Promise<FieldPhotoRow[]> {
  if (of.ids.length === 0) return [];
  return await db.select().from(fieldPhotos).where(sentPhotos(db, of));
}

export async function countPhotos(db: Reader, linkId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(fieldPhotos).where(eq(fieldPhotos.linkId, linkId));
  return row?.count ?? 0;
}

export async function insertPhoto(tx: Writer, row: typeof fieldPhotos.$inferInsert): Promise<void> {
  await tx.insert(fieldPhotos).values(row);
}

export async function namePhotos(tx: Writer, of: SentPhotos & { readonly reportId: string }): Promise<void> {
  if (of.ids.length === 0) return;
  await tx.update(fieldPhotos).set({ reportId: of.reportId }).where(sentPhotos(tx, of));
}
