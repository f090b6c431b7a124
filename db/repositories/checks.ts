import { and, asc, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type CaseState, OPEN_CASES, QUEUE_STATES } from "../../domain/accounts/check-case";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { organisations, users } from "../schema/accounts";
import { checkCaseEntries, checkCases, checkPapers } from "../schema/checks";

type Times = "openedAt" | "changedAt";
export type StoredCase = Omit<typeof checkCases.$inferSelect, Times> & { readonly [T in Times]: Instant };
export type StoredPaper = Omit<typeof checkPapers.$inferSelect, "addedAt"> & { readonly addedAt: Instant };

export async function findCase(db: Reader, id: string): Promise<StoredCase | undefined> {
  return (await db.select().from(checkCases).where(eq(checkCases.id, id)).limit(1))[0] as StoredCase | undefined;
}

const latest = prepared("latest_check_case", (db) =>
  db
    .select()
    .from(checkCases)
    .where(eq(checkCases.organisationId, sql.placeholder("organisationId")))
    .orderBy(desc(checkCases.openedAt), desc(checkCases.id))
    .limit(1),
);

/** The organisation's latest case, open or over. */
export const latestCase = async (db: Reader, organisationId: string): Promise<StoredCase | undefined> =>
  (await latest(db, { organisationId }))[0] as StoredCase | undefined;

/** The organisation's case out of which something still leads; it has one at most. */
export async function openCaseOf(db: Reader, organisationId: string): Promise<StoredCase | undefined> {
  const last = await latestCase(db, organisationId);
  return last && OPEN_CASES.includes(last.state) ? last : undefined;
}

export async function insertCase(tx: Writer, row: typeof checkCases.$inferInsert): Promise<void> {
  await tx.insert(checkCases).values(row);
}

export async function saveCase(
  tx: Writer,
  id: string,
  change: Partial<typeof checkCases.$inferInsert> & { readonly state: CaseState; readonly changedAt: Instant },
): Promise<void> {
  await tx.update(checkCases).set(change).where(eq(checkCases.id, id));
}

export async function insertCaseEntry(tx: Writer, row: typeof checkCaseEntries.$inferInsert): Promise<void> {
  await tx.insert(checkCaseEntries).values(row);
}

/** What happened in a case, in order, with who did it. */
export async function entriesOfCase(db: Reader, caseId: string) {
  const rows = await db
    .select({
      id: checkCaseEntries.id,
      event: checkCaseEntries.event,
      words: checkCaseEntries.words,
      at: checkCaseEntries.at,
      by: users.name,
    })
    .from(checkCaseEntries)
    .innerJoin(users, eq(users.id, checkCaseEntries.byUserId))
    .where(eq(checkCaseEntries.caseId, caseId))
    .orderBy(asc(checkCaseEntries.at), asc(checkCaseEntries.id));
  return rows.map((row) => ({ ...row, at: row.at as Instant }));
}

const ofCase = prepared("papers_of_case", (db) =>
  db
    .select()
    .from(checkPapers)
    .where(eq(checkPapers.caseId, sql.placeholder("caseId")))
    .orderBy(asc(checkPapers.addedAt), asc(checkPapers.id)),
);

/** The papers of a case, in the order in which they came. */
export const papersOfCase = async (db: Reader, caseId: string): Promise<StoredPaper[]> =>
  (await ofCase(db, { caseId })) as StoredPaper[];

export async function insertPapers(tx: Writer, rows: readonly (typeof checkPapers.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(checkPapers).values([...rows]);
}

/** Takes a paper out of its case; false where it is not there. */
export async function deletePaper(tx: Writer, of: { readonly id: string; readonly caseId: string }): Promise<boolean> {
  const gone = await tx
    .delete(checkPapers)
    .where(and(eq(checkPapers.id, of.id), eq(checkPapers.caseId, of.caseId)))
    .returning({ id: checkPapers.id });
  return gone.length > 0;
}

/** The files that papers of the organisation name, of whichever case: they stay as long as the papers do. */
export async function filesOfPapers(db: Reader, organisationId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ fileId: checkPapers.fileId })
    .from(checkPapers)
    .where(eq(checkPapers.organisationId, organisationId));
  return new Set(rows.map(({ fileId }) => fileId));
}

const isQueued = inArray(checkCases.state, [...QUEUE_STATES]);

/** Cases that lie before administrators, the longest waiting first; of suspended organisations none. */
export async function listQueue(db: Reader, limit: number) {
  const rows = await db
    .select({
      one: checkCases,
      nameOwn: organisations.nameOwn,
      nameLatin: organisations.nameLatin,
      country: organisations.country,
      takenBy: users.name,
    })
    .from(checkCases)
    .innerJoin(organisations, eq(organisations.id, checkCases.organisationId))
    .leftJoin(users, eq(users.id, checkCases.takenByUserId))
    .where(and(isQueued, isNull(organisations.suspendedAt)))
    .orderBy(asc(checkCases.changedAt), asc(checkCases.id))
    .limit(limit);
  return rows.map(({ one, ...names }) => ({ ...(one as StoredCase), ...names }));
}

/** How many cases wait for an administrator: none that wait for their organisation's answer. */
export async function countQueue(db: Reader): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(checkCases)
    .innerJoin(organisations, eq(organisations.id, checkCases.organisationId))
    .where(and(inArray(checkCases.state, ["asked", "taken", "proposed"]), isNull(organisations.suspendedAt)));
  return row?.waiting ?? 0;
}
