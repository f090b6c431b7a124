import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { questionAnswers, requestQuestions } from "../schema/questions";

type QuestionRow = typeof requestQuestions.$inferSelect;
export type StoredQuestion = Omit<QuestionRow, "askedAt" | "answeredAt"> & {
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
};
export type StoredAnswer = Omit<typeof questionAnswers.$inferSelect, "answeredAt"> & { readonly answeredAt: Instant };

export async function insertQuestion(tx: Writer, row: typeof requestQuestions.$inferInsert): Promise<void> {
  await tx.insert(requestQuestions).values(row);
}

export async function findQuestion(db: Reader, id: string): Promise<StoredQuestion | undefined> {
  const rows = await db.select().from(requestQuestions).where(eq(requestQuestions.id, id)).limit(1);
  return rows[0] as StoredQuestion | undefined;
}

/** How many questions of this asker on the request wait for an answer. */
export async function countOpenQuestions(
  db: Reader,
  of: { readonly requestId: string; readonly organisationId: string },
): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(requestQuestions)
    .where(
      and(
        eq(requestQuestions.requestId, of.requestId),
        eq(requestQuestions.askerOrganisationId, of.organisationId),
        isNull(requestQuestions.answeredAt),
      ),
    );
  return row?.open ?? 0;
}

/** How many questions wait for an answer on each of these requests; those without one are absent. */
export async function openQuestionsOn(db: Reader, requestIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .select({ requestId: requestQuestions.requestId, open: count() })
    .from(requestQuestions)
    .where(and(inArray(requestQuestions.requestId, [...requestIds]), isNull(requestQuestions.answeredAt)))
    .groupBy(requestQuestions.requestId);
  return new Map(rows.map((row) => [row.requestId, row.open]));
}

/** All questions of a request in the order of their asking. */
export async function questionsOf(db: Reader, requestId: string): Promise<StoredQuestion[]> {
  const rows = await db
    .select()
    .from(requestQuestions)
    .where(eq(requestQuestions.requestId, requestId))
    .orderBy(asc(requestQuestions.askedAt), asc(requestQuestions.id));
  return rows as StoredQuestion[];
}

/** The answers to these questions, each question's in their order. */
export async function answersTo(db: Reader, questionIds: readonly string[]): Promise<StoredAnswer[]> {
  if (questionIds.length === 0) return [];
  const rows = await db
    .select()
    .from(questionAnswers)
    .where(inArray(questionAnswers.questionId, [...questionIds]))
    .orderBy(asc(questionAnswers.questionId), asc(questionAnswers.number));
  return rows as StoredAnswer[];
}

/** Keeps an answer beside those that are there; the first one makes the question an answered one. */
export async function insertAnswer(tx: Writer, row: typeof questionAnswers.$inferInsert): Promise<void> {
  await tx.insert(questionAnswers).values(row);
  if (row.number === 1)
    await tx
      .update(requestQuestions)
      .set({ answeredAt: row.answeredAt })
      .where(eq(requestQuestions.id, row.questionId));
}
