import { asc, eq, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/time";
import { prepared, preparedInsert, type Reader } from "../database";
import { users } from "../schema/accounts";
import { bids, bidVersions } from "../schema/requests";
import { openingMinutes, receiptLists } from "../schema/proof";

export type StoredReceiptList = typeof receiptLists.$inferSelect;
export type StoredMinutes = typeof openingMinutes.$inferSelect;

const listOf = prepared("receipt_list", (db) =>
  db
    .select()
    .from(receiptLists)
    .where(eq(receiptLists.requestId, sql.placeholder("requestId"))),
);

const minutesOf = prepared("opening_minutes", (db) =>
  db
    .select()
    .from(openingMinutes)
    .where(eq(openingMinutes.requestId, sql.placeholder("requestId"))),
);

export async function findReceiptList(db: Reader, requestId: string): Promise<StoredReceiptList | undefined> {
  return (await listOf(db, { requestId }))[0];
}

export async function findMinutes(db: Reader, requestId: string): Promise<StoredMinutes | undefined> {
  return (await minutesOf(db, { requestId }))[0];
}

export const insertReceiptList = preparedInsert("insert_receipt_list", (db, row: typeof receiptLists.$inferInsert) =>
  db.insert(receiptLists).values(row),
);

export const insertMinutes = preparedInsert("insert_opening_minutes", (db, row: typeof openingMinutes.$inferInsert) =>
  db.insert(openingMinutes).values(row),
);

export type HandedIn = {
  readonly bidId: string;
  readonly version: number;
  readonly submittedAt: Instant;
  readonly receipt: string;
};

const versionsByRequest = prepared("bid_versions_of_request", (db) =>
  db
    .select({
      bidId: bidVersions.bidId,
      version: bidVersions.version,
      submittedAt: bidVersions.submittedAt,
      receipt: bidVersions.receipt,
    })
    .from(bidVersions)
    .innerJoin(bids, eq(bids.id, bidVersions.bidId))
    .where(eq(bids.requestId, sql.placeholder("requestId")))
    .orderBy(asc(bidVersions.submittedAt)),
);

/** Every version that ever came on the request, whatever became of its bid. */
export async function versionsOfRequest(db: Reader, requestId: string): Promise<HandedIn[]> {
  return (await versionsByRequest(db, { requestId })) as HandedIn[];
}

/** The names of who opened, in the order of their ids. */
export async function namesOfPeople(db: Reader, userIds: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const id of userIds) {
    const [row] = await db.select({ name: users.name }).from(users).where(eq(users.id, id));
    if (row) names.push(row.name);
  }
  return names;
}
