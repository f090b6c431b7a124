import { and, count, desc, eq, lt, sql } from "drizzle-orm";
import { type Instant, instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { users } from "../schema/accounts";
import { requestAmendments } from "../schema/amendments";
import { bids } from "../schema/requests";

type Row = typeof requestAmendments.$inferSelect;

export type StoredAmendment = Omit<Row, "at" | "requestId" | "byUserId"> & {
  readonly at: Instant;
  readonly by: string | null;
};

export async function insertAmendment(tx: Writer, row: typeof requestAmendments.$inferInsert): Promise<void> {
  await tx.insert(requestAmendments).values(row);
}

const ofRequest = prepared("amendments_of_request", (db) =>
  db
    .select({
      number: requestAmendments.number,
      at: requestAmendments.at,
      by: users.name,
      reason: requestAmendments.reason,
      changes: requestAmendments.changes,
      isSpecChanged: requestAmendments.isSpecChanged,
      isExtended: requestAmendments.isExtended,
      staleCount: requestAmendments.staleCount,
    })
    .from(requestAmendments)
    .leftJoin(users, eq(users.id, requestAmendments.byUserId))
    .where(eq(requestAmendments.requestId, sql.placeholder("requestId")))
    .orderBy(desc(requestAmendments.number)),
);

/** The amendments of a request, the latest first, with who made them. */
export async function amendmentsOf(db: Reader, requestId: string): Promise<StoredAmendment[]> {
  const rows = await ofRequest(db, { requestId });
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** How a bid stands to the request as amended: its state, and the amendment that its standing version answers. */
export async function saveBidAmended(
  tx: Writer,
  id: string,
  change: Partial<Pick<typeof bids.$inferSelect, "state" | "amendment" | "updatedAt">>,
): Promise<void> {
  await tx.update(bids).set(change).where(eq(bids.id, id));
}

/** How many bids lost because nobody had confirmed them when the request closed. */
export async function countUnconfirmed(
  db: Reader,
  of: { readonly id: string; readonly amendmentCount: number },
): Promise<number> {
  const [row] = await db
    .select({ bids: count() })
    .from(bids)
    .where(and(eq(bids.requestId, of.id), eq(bids.state, "lost"), lt(bids.amendment, of.amendmentCount)));
  return row?.bids ?? 0;
}
