import { and, asc, count, eq, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import type { FileState, FileSubject } from "../../domain/files/file";
import { type Instant, instant, later } from "../../domain/shared/time";
import { prepared, preparedInsert, type Reader, type Writer } from "../database";
import { locking, passingLocked } from "../dialect";
import { files } from "../schema/files";
import { disputeEntries, disputes } from "../schema/disputes";
import { deliverableFiles, packs } from "../schema/packs";

type Row = typeof files.$inferSelect;

export type StoredFile = Omit<Row, "createdAt" | "scannedAt" | "nextScanAt"> & { readonly createdAt: Instant };
export type NewFile = Pick<
  Row,
  "id" | "organisationId" | "uploadedByUserId" | "state" | "facts" | "keyForOwner" | "keyForRequest" | "objectName"
> & {
  readonly fieldLinkId?: string;
  readonly subject: FileSubject | null;
  readonly now: Instant;
};

const stored = ({ scannedAt: _, nextScanAt: __, ...row }: Row): StoredFile => ({
  ...row,
  createdAt: instant(row.createdAt),
});

/** What a file is put to; null where it is put to nothing yet. */
export const subjectOf = ({ subjectKind, subjectId }: StoredFile): FileSubject | null =>
  subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : null;

const addFile = preparedInsert("insert_file", (db, row: typeof files.$inferInsert) => db.insert(files).values(row));

export async function insertFile(tx: Writer, { subject, now, ...file }: NewFile): Promise<void> {
  const row = { ...file, subjectKind: subject?.kind ?? null, subjectId: subject?.id ?? null };
  await addFile(tx, { ...row, createdAt: now, attempts: 0, nextScanAt: now });
}

const byId = prepared("file_by_id", (db) =>
  db
    .select()
    .from(files)
    .where(eq(files.id, sql.placeholder("id")))
    .limit(1),
);

export async function findFile(db: Reader, id: string): Promise<StoredFile | undefined> {
  const [row] = await byId(db, { id });
  return row && stored(row);
}

const isOfSubject = and(eq(files.subjectKind, sql.placeholder("kind")), eq(files.subjectId, sql.placeholder("id")));

const ofSubject = prepared("files_of_subject", (db) =>
  db.select().from(files).where(isOfSubject).orderBy(asc(files.id)),
);

const ofSubjectAndOwner = prepared("files_of_subject_and_owner", (db) =>
  db
    .select()
    .from(files)
    .where(and(isOfSubject, eq(files.organisationId, sql.placeholder("organisationId"))))
    .orderBy(asc(files.id)),
);

/** What is attached to a subject, oldest first; of one organisation alone where it is said. */
export async function filesOfSubject(db: Reader, of: FileSubject, organisationId?: string): Promise<StoredFile[]> {
  const { kind, id } = of;
  const rows =
    organisationId === undefined
      ? await ofSubject(db, { kind, id })
      : await ofSubjectAndOwner(db, { kind, id, organisationId });
  return rows.map(stored);
}

// Asked with every bid that is sent, and those arrive in bursts before a close.
const filesWithBid = prepared("files_of_bid", (db) =>
  db
    .select()
    .from(files)
    .where(
      and(
        eq(files.subjectKind, "bid"),
        eq(files.subjectId, sql.placeholder("requestId")),
        eq(files.organisationId, sql.placeholder("organisationId")),
      ),
    )
    .orderBy(asc(files.id)),
);

/** What a bidder has attached on a request, oldest first. */
export async function filesOfBid(
  db: Reader,
  of: { readonly requestId: string; readonly organisationId: string },
): Promise<StoredFile[]> {
  return (await filesWithBid(db, of)).map(stored);
}

export async function findFiles(db: Reader, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(files)
    .where(inArray(files.id, [...ids]));
  return rows.map(stored);
}

/** The same files, locked until the transaction ends: nobody else puts one of them somewhere or takes it away meanwhile. */
export async function holdFiles(tx: Writer, ids: readonly string[]): Promise<StoredFile[]> {
  const rows = await locking(
    tx
      .select()
      .from(files)
      .where(inArray(files.id, [...ids]))
      .orderBy(asc(files.id)),
  );
  return rows.map(stored);
}

/** How many an organisation's people have put on a subject, or have waiting for one; what came by links has a limit of its own. */
export async function countFiles(db: Reader, organisationId: string, subject: FileSubject | null): Promise<number> {
  const there = subject
    ? and(eq(files.subjectKind, subject.kind), eq(files.subjectId, subject.id))
    : isNull(files.subjectKind);
  const [row] = await db
    .select({ count: count() })
    .from(files)
    .where(and(eq(files.organisationId, organisationId), isNull(files.fieldLinkId), there));
  return row?.count ?? 0;
}

/** Puts waiting files to a milestone of an order. */
export async function attachToMilestone(
  tx: Writer,
  ids: readonly string[],
  to: { readonly orderId: string; readonly code: string | null },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(files)
    .set({ subjectKind: "order", subjectId: to.orderId, milestoneCode: to.code })
    .where(inArray(files.id, [...ids]));
}

export async function deleteFile(tx: Writer, id: string): Promise<void> {
  await tx.delete(files).where(eq(files.id, id));
}

export async function deleteFiles(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(files).where(inArray(files.id, [...ids]));
}

/** Takes files that wait for the scanner for `leaseMs`; another worker may take them again once that is past. */
export async function claimScans(
  tx: Writer,
  at: { readonly now: Instant; readonly leaseMs: number },
  limit: number,
): Promise<StoredFile[]> {
  const waiting = await passingLocked(
    tx
      .select()
      .from(files)
      .where(and(inArray(files.state, ["pending", "unscanned"]), lte(files.nextScanAt, at.now)))
      .orderBy(asc(files.nextScanAt), asc(files.id))
      .limit(limit),
  );
  for (const { id } of waiting)
    await tx
      .update(files)
      .set({ attempts: sql`${files.attempts} + 1`, nextScanAt: later(at.now, at.leaseMs) })
      .where(eq(files.id, id));
  return waiting.map((row) => stored({ ...row, attempts: row.attempts + 1 }));
}

export async function markScanned(
  tx: Writer,
  id: string,
  result: { readonly state: FileState; readonly now: Instant },
): Promise<void> {
  await tx.update(files).set({ state: result.state, scannedAt: result.now, lastError: null }).where(eq(files.id, id));
}

export async function markUnscanned(
  tx: Writer,
  id: string,
  failure: { readonly error: string; readonly retryAt: Instant },
): Promise<void> {
  await tx
    .update(files)
    .set({ lastError: failure.error.slice(0, 500), nextScanAt: failure.retryAt })
    .where(eq(files.id, id));
}

/** Forgets files that nothing was made of; what they held is then an object without a row. */
export async function forgetLooseFiles(tx: Writer, before: Instant): Promise<void> {
  await tx.delete(files).where(and(isNull(files.subjectKind), lt(files.createdAt, before)));
}

/** Which of the objects some row still speaks of. */
export async function knownObjects(db: Reader, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const rows = await db
    .select({ name: files.objectName })
    .from(files)
    .where(and(inArray(files.objectName, [...names]), sql`${files.state} <> 'infected'`));
  return new Set(rows.map((row) => row.name));
}

/** Files of a subject that something which is kept points to: of an order its deliverables, its packs and its disputes; of any other nothing does. */
export async function namedFiles(db: Reader, subject: FileSubject | null): Promise<ReadonlySet<string>> {
  if (subject?.kind !== "order") return new Set();
  const orderId = subject.id;
  const delivered = await db
    .select({ fileId: deliverableFiles.fileId })
    .from(deliverableFiles)
    .where(eq(deliverableFiles.orderId, orderId));
  const packed = await db.select({ fileIds: packs.fileIds }).from(packs).where(eq(packs.orderId, orderId));
  const disputed = await db
    .select({ fileIds: disputeEntries.fileIds })
    .from(disputeEntries)
    .innerJoin(disputes, eq(disputes.id, disputeEntries.disputeId))
    .where(eq(disputes.orderId, orderId));
  return new Set([
    ...delivered.map(({ fileId }) => fileId),
    ...packed.flatMap(({ fileIds }) => Object.values(fileIds)),
    ...disputed.flatMap(({ fileIds }) => fileIds),
  ]);
}
