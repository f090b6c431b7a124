import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { prepared, preparedList } from "../prepared";
import { inspectionRounds } from "../schema/inspections";

type Row = typeof inspectionRounds.$inferSelect;
type Times = "openedAt" | "bookedAt" | "checkedInAt" | "resultsAt" | "checkedOutAt" | "issuedAt" | "decidedAt";

export type StoredRound = Omit<Row, Times> & { readonly openedAt: Instant } & {
  readonly [T in Exclude<Times, "openedAt">]: Instant | null;
};

type NewRow = typeof inspectionRounds.$inferInsert;
export type RoundChange = Partial<Omit<NewRow, "id" | "orderId" | "number" | "plan" | "version">>;

const byOrder = prepared("rounds_of_order", (db) =>
  db
    .select()
    .from(inspectionRounds)
    .where(eq(inspectionRounds.orderId, sql.placeholder("orderId")))
    .orderBy(asc(inspectionRounds.number)),
);

/** The visits of an order, the first first. */
export async function roundsOfOrder(db: Reader, orderId: string): Promise<StoredRound[]> {
  return (await byOrder(db, { orderId })) as StoredRound[];
}

export async function findRound(db: Reader, id: string): Promise<StoredRound | undefined> {
  const [row] = await db.select().from(inspectionRounds).where(eq(inspectionRounds.id, id)).limit(1);
  return row as StoredRound | undefined;
}

const judged = preparedList("judged_rounds_of_orders", (db, ids) => {
  const { orderId, number, state, verdict, issuedAt, decision, decidedAt } = inspectionRounds;
  return db
    .select({ orderId, number, state, verdict, issuedAt, decision, decidedAt })
    .from(inspectionRounds)
    .where(inArray(orderId, ids))
    .orderBy(asc(orderId), asc(number));
});

/** The visits of many orders, each order's in their order, with no more than what gates and turns are judged by. */
export async function judgedRounds(db: Reader, orderIds: readonly string[]) {
  const rows = await judged(db, orderIds);
  return rows as Pick<
    StoredRound,
    "orderId" | "number" | "state" | "verdict" | "issuedAt" | "decision" | "decidedAt"
  >[];
}

/** Whether a site record is kept of the order. */
export async function hasRounds(db: Reader, orderId: string): Promise<boolean> {
  const rows = await db
    .select({ id: inspectionRounds.id })
    .from(inspectionRounds)
    .where(eq(inspectionRounds.orderId, orderId))
    .limit(1);
  return rows.length > 0;
}

export async function insertRound(tx: Writer, row: Omit<NewRow, "version">): Promise<void> {
  await tx.insert(inspectionRounds).values({ ...row, version: 1 });
}

/** Saves a change over the version that was read; within one serializable transaction nobody can have come between. */
export async function saveRound(
  tx: Writer,
  of: Pick<StoredRound, "id" | "version">,
  change: RoundChange,
): Promise<void> {
  const saved = await tx
    .update(inspectionRounds)
    .set({ ...change, version: of.version + 1 })
    .where(and(eq(inspectionRounds.id, of.id), eq(inspectionRounds.version, of.version)))
    .returning({ id: inspectionRounds.id });
  assert(saved.length === 1, "a round is saved at the version it was read");
}

/** Who was at a factory, the last visit first; `upTo` counts visits no later than the one that is asked about. */
export async function visitorsOf(
  db: Reader,
  factoryKey: string,
  of: { readonly upTo: Instant; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ inspectorKey: inspectionRounds.inspectorKey })
    .from(inspectionRounds)
    .where(
      and(
        eq(inspectionRounds.factoryKey, factoryKey),
        isNotNull(inspectionRounds.checkedInAt),
        sql`${inspectionRounds.checkedInAt} <= ${sql.param(of.upTo, inspectionRounds.checkedInAt)}`,
      ),
    )
    .orderBy(desc(inspectionRounds.checkedInAt), desc(inspectionRounds.id))
    .limit(of.limit);
  return rows.flatMap(({ inspectorKey }) => inspectorKey ?? []);
}
