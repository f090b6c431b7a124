import { and, eq, sql } from "drizzle-orm";
import type { FirstVisitNote } from "../../domain/accounts/first-visit";
import { prepared, type Reader, type Writer } from "../database";
import { seenNotes } from "../schema/about";

const seen = prepared("seen_note", (db) =>
  db
    .select({ note: seenNotes.note })
    .from(seenNotes)
    .where(and(eq(seenNotes.userId, sql.placeholder("userId")), eq(seenNotes.note, sql.placeholder("note")))),
);

/** Whether a person has put a note away. */
export const hasSeenNote = async (db: Reader, userId: string, note: FirstVisitNote): Promise<boolean> =>
  (await seen(db, { userId, note })).length > 0;

/** Keeps that a person has put a note away, once. */
export async function saveSeenNote(tx: Writer, row: typeof seenNotes.$inferInsert): Promise<void> {
  await tx.insert(seenNotes).values(row).onConflictDoNothing();
}
