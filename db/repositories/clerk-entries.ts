import { asc, eq } from "drizzle-orm";
import type { Reader, Writer } from "../database";
import { clerkEntries } from "../schema/clerk";

export type ClerkEntry = typeof clerkEntries.$inferSelect;

export async function insertClerkEntries(tx: Writer, entries: readonly ClerkEntry[]): Promise<void> {
  if (entries.length > 0) await tx.insert(clerkEntries).values([...entries]);
}

/** What was suggested for a draft and what became of it, in the order in which it happened. */
export async function entriesOfDraft(db: Reader, draftId: string): Promise<ClerkEntry[]> {
  return await db
    .select()
    .from(clerkEntries)
    .where(eq(clerkEntries.draftId, draftId))
    .orderBy(asc(clerkEntries.at), asc(clerkEntries.id));
}
