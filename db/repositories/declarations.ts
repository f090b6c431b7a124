import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Declaration, OpenQuestion } from "../../domain/clearance/declaration";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { prepared, preparedInsert, preparedList, type Reader, type Writer } from "../database";
import { declarationEntries, declarationQuestions, declarations } from "../schema/clearance";

type Row = typeof declarations.$inferSelect;
type Times = "approvedAt" | "filedAt" | "lastActAt" | "createdAt";

export type StoredDeclaration = Omit<Row, Times> &
  Declaration & { readonly createdAt: Instant } & { readonly [T in Exclude<Times, "createdAt">]: Instant | null };

export async function findDeclaration(db: Reader, id: string): Promise<StoredDeclaration | undefined> {
  const [row] = await db.select().from(declarations).where(eq(declarations.id, id)).limit(1);
  return row as StoredDeclaration | undefined;
}

const byOrders = preparedList("declarations_of_orders", (db, ids) =>
  db
    .select()
    .from(declarations)
    .where(inArray(declarations.orderId, ids))
    .orderBy(asc(declarations.orderId), asc(declarations.number)),
);

/** Those of these orders, by order, the oldest of each first. */
export async function declarationsOfOrders(db: Reader, orderIds: readonly string[]): Promise<StoredDeclaration[]> {
  return (await byOrders(db, orderIds)) as StoredDeclaration[];
}

/** Whether a country's customs have given the number to another declaration of the market. */
export async function hasRegisteredNumber(
  db: Reader,
  of: { readonly country: string; readonly registeredNumber: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: declarations.id })
    .from(declarations)
    .where(and(eq(declarations.country, of.country), eq(declarations.registeredNumber, of.registeredNumber)))
    .limit(1);
  return rows.length > 0;
}

export async function insertDeclaration(tx: Writer, row: typeof declarations.$inferInsert): Promise<void> {
  await tx.insert(declarations).values(row);
}

export type DeclarationChange = Partial<
  Pick<
    typeof declarations.$inferInsert,
    | "state"
    | "country"
    | "currency"
    | "lines"
    | "remarks"
    | "revision"
    | "estimate"
    | "approvedAt"
    | "approvedByUserId"
    | "registeredNumber"
    | "filedAt"
    | "assessment"
    | "paidMinor"
    | "lastActAt"
  >
>;

/** Saves a change of the declaration as it was read; whoever holds its deal has nobody come between. */
export async function saveDeclaration(
  tx: Writer,
  of: Pick<Row, "id" | "version">,
  change: DeclarationChange,
): Promise<void> {
  const saved = await tx
    .update(declarations)
    .set({ ...change, version: of.version + 1 })
    .where(and(eq(declarations.id, of.id), eq(declarations.version, of.version)))
    .returning({ id: declarations.id });
  assert(saved.length === 1, "a declaration is saved at the version it was read");
}

type EntryRow = typeof declarationEntries.$inferSelect;
export type StoredEntry = Omit<EntryRow, "occurredAt" | "recordedAt"> & {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};

const lastSeq = prepared("last_declaration_entry", (db) =>
  db
    .select({ seq: sql<number>`coalesce(max(${declarationEntries.seq}), 0)` })
    .from(declarationEntries)
    .where(eq(declarationEntries.declarationId, sql.placeholder("declarationId"))),
);

const addEntry = preparedInsert("insert_declaration_entry", (db, row: typeof declarationEntries.$inferInsert) =>
  db.insert(declarationEntries).values(row),
);

/** Writes what happened under the declaration's next number. */
export async function appendEntry(
  tx: Writer,
  entry: Omit<typeof declarationEntries.$inferInsert, "seq">,
): Promise<void> {
  const [last] = await lastSeq(tx, { declarationId: entry.declarationId });
  await addEntry(tx, { ...entry, seq: Number(last?.seq ?? 0) + 1 });
}

const entriesByDeclarations = preparedList("entries_of_declarations", (db, ids) =>
  db
    .select()
    .from(declarationEntries)
    .where(inArray(declarationEntries.declarationId, ids))
    .orderBy(asc(declarationEntries.declarationId), asc(declarationEntries.seq)),
);

export async function entriesOf(db: Reader, declarationIds: readonly string[]): Promise<StoredEntry[]> {
  return (await entriesByDeclarations(db, declarationIds)) as StoredEntry[];
}

type QuestionRow = typeof declarationQuestions.$inferSelect;
export type StoredDeclarationQuestion = Omit<QuestionRow, "answerBy" | "askedAt" | "answeredAt"> & {
  readonly answerBy: Instant | null;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
};

const questionsByDeclarations = preparedList("questions_of_declarations", (db, ids) =>
  db
    .select()
    .from(declarationQuestions)
    .where(inArray(declarationQuestions.declarationId, ids))
    .orderBy(asc(declarationQuestions.declarationId), asc(declarationQuestions.number)),
);

export async function declarationQuestionsOf(
  db: Reader,
  declarationIds: readonly string[],
): Promise<StoredDeclarationQuestion[]> {
  return (await questionsByDeclarations(db, declarationIds)) as StoredDeclarationQuestion[];
}

/** The question of each of these declarations that waits for an answer. */
export async function openQuestionsOf(
  db: Reader,
  declarationIds: readonly string[],
): Promise<ReadonlyMap<string, OpenQuestion>> {
  const all = await declarationQuestionsOf(db, declarationIds);
  return new Map(all.filter(({ answeredAt }) => answeredAt === null).map((one) => [one.declarationId, one]));
}

export async function insertDeclarationQuestion(
  tx: Writer,
  row: typeof declarationQuestions.$inferInsert,
): Promise<void> {
  await tx.insert(declarationQuestions).values(row);
}

/** Fills in the answer of a question; it is answered once. */
export async function saveAnswer(
  tx: Writer,
  of: { readonly declarationId: string; readonly number: number },
  answer: Required<
    Pick<typeof declarationQuestions.$inferInsert, "answer" | "answeredAt" | "answeredByUserId" | "answerFileIds">
  >,
): Promise<void> {
  const saved = await tx
    .update(declarationQuestions)
    .set(answer)
    .where(
      and(
        eq(declarationQuestions.declarationId, of.declarationId),
        eq(declarationQuestions.number, of.number),
        isNull(declarationQuestions.answeredAt),
      ),
    )
    .returning({ number: declarationQuestions.number });
  assert(saved.length === 1, "a question is answered once");
}
