import { and, asc, eq, gt, inArray, isNull, lte } from "drizzle-orm";
import { type Instant, later } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { decisionExtensions, decisionReminders, requestEnds } from "../schema/decide";
import { requests } from "../schema/requests";

type Row = typeof decisionExtensions.$inferSelect;
export type Extension = Omit<Row, "at" | "previousDecideBy" | "decideBy"> & {
  readonly at: Instant;
  readonly previousDecideBy: Instant;
  readonly decideBy: Instant;
};

export async function extensionsOf(db: Reader, requestId: string): Promise<Extension[]> {
  const rows = await db
    .select()
    .from(decisionExtensions)
    .where(eq(decisionExtensions.requestId, requestId))
    .orderBy(asc(decisionExtensions.number));
  return rows as Extension[];
}

export async function insertExtension(tx: Writer, row: typeof decisionExtensions.$inferInsert): Promise<void> {
  await tx.insert(decisionExtensions).values(row);
}

export async function insertRequestEnd(tx: Writer, row: typeof requestEnds.$inferInsert): Promise<void> {
  await tx.insert(requestEnds).values(row);
}

export async function findRequestEnd(
  db: Reader,
  requestId: string,
): Promise<typeof requestEnds.$inferSelect | undefined> {
  return (await db.select().from(requestEnds).where(eq(requestEnds.requestId, requestId)).limit(1))[0];
}

/** Notes that the buyer was reminded of this time to decide, and answers whether it was not yet. */
export async function insertReminder(tx: Writer, row: typeof decisionReminders.$inferInsert): Promise<boolean> {
  const written = await tx
    .insert(decisionReminders)
    .values(row)
    .onConflictDoNothing()
    .returning({ requestId: decisionReminders.requestId });
  return written.length > 0;
}

/** Closed requests whose time to decide ends within `withinMs`, for which that was not noted yet. */
export async function listDueReminders(
  db: Reader,
  at: { readonly now: Instant; readonly withinMs: number },
  limit: number,
): Promise<{ id: string }[]> {
  return await db
    .select({ id: requests.id })
    .from(requests)
    .leftJoin(
      decisionReminders,
      and(eq(decisionReminders.requestId, requests.id), eq(decisionReminders.decideBy, requests.decideBy)),
    )
    .where(
      and(
        inArray(requests.state, ["closed", "opened"]),
        gt(requests.decideBy, at.now),
        lte(requests.decideBy, later(at.now, at.withinMs)),
        isNull(decisionReminders.requestId),
      ),
    )
    .orderBy(asc(requests.decideBy), asc(requests.id))
    .limit(limit);
}
