import { and, asc, desc, eq, inArray, isNotNull, lte, notInArray, sql } from "drizzle-orm";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import type { DisputeState } from "../../domain/disputes/dispute";
import { prepared, preparedList, type Reader, type Writer } from "../database";
import { users } from "../schema/accounts";
import { changeRequests, disputeEntries, disputes } from "../schema/disputes";
import { orders } from "../schema/orders";

type Row = typeof disputes.$inferSelect;
type Times = "openedAt" | "escalatesAt" | "escalatedAt" | "evidenceEndsAt" | "decideBy" | "endedAt" | "closedAt";
export type StoredDispute = Omit<Row, Times> & {
  readonly openedAt: Instant;
  readonly escalatesAt: Instant;
} & { readonly [T in Exclude<Times, "openedAt" | "escalatesAt">]: Instant | null };
export type NewDispute = typeof disputes.$inferInsert;

type EntryRow = typeof disputeEntries.$inferSelect;
export type StoredEntry = Omit<EntryRow, "at"> & { readonly at: Instant };

export async function findDispute(db: Reader, id: string): Promise<StoredDispute | undefined> {
  return (await db.select().from(disputes).where(eq(disputes.id, id)).limit(1))[0] as StoredDispute | undefined;
}

const ofOrder = prepared("disputes_of_order", (db) =>
  db
    .select()
    .from(disputes)
    .where(eq(disputes.orderId, sql.placeholder("orderId")))
    .orderBy(desc(disputes.openedAt), desc(disputes.id)),
);

/** The disputes of an order, the latest first. */
export async function disputesOfOrder(db: Reader, orderId: string): Promise<StoredDispute[]> {
  return (await ofOrder(db, { orderId })) as StoredDispute[];
}

const ofOrders = preparedList("running_disputes_of_orders", (db, ids) =>
  db
    .select()
    .from(disputes)
    .where(and(inArray(disputes.orderId, ids), notInArray(disputes.state, ["executed", "closed"]))),
);

/** The dispute that runs of each of these orders that is in one. */
export async function runningDisputesOf(db: Reader, orderIds: readonly string[]): Promise<StoredDispute[]> {
  return (await ofOrders(db, orderIds)) as StoredDispute[];
}

const writtenIn = preparedList("entries_of_disputes", (db, ids) =>
  db
    .select({
      disputeId: disputeEntries.disputeId,
      organisationId: disputeEntries.organisationId,
      offer: disputeEntries.offer,
    })
    .from(disputeEntries)
    .where(inArray(disputeEntries.disputeId, ids))
    .orderBy(asc(disputeEntries.seq)),
);

/** Who wrote in each of these disputes and what they offered, in its order. */
export const entriesOfDisputes = async (
  db: Reader,
  disputeIds: readonly string[],
): Promise<Pick<StoredEntry, "disputeId" | "organisationId" | "offer">[]> => await writtenIn(db, disputeIds);

export async function insertDispute(tx: Writer, row: NewDispute): Promise<void> {
  await tx.insert(disputes).values(row);
}

/** Saves a change of the dispute as it was read. */
export async function saveDispute(
  tx: Writer,
  of: Pick<StoredDispute, "id" | "version">,
  change: Partial<Omit<NewDispute, "id" | "orderId" | "version">>,
): Promise<void> {
  const saved = await tx
    .update(disputes)
    .set({ ...change, version: of.version + 1 })
    .where(and(eq(disputes.id, of.id), eq(disputes.version, of.version)))
    .returning({ id: disputes.id });
  assert(saved.length === 1, "a dispute is saved at the version it was read");
}

export async function entriesOf(db: Reader, disputeId: string): Promise<StoredEntry[]> {
  const rows = await db
    .select()
    .from(disputeEntries)
    .where(eq(disputeEntries.disputeId, disputeId))
    .orderBy(asc(disputeEntries.seq));
  return rows as StoredEntry[];
}

export async function insertEntry(tx: Writer, row: typeof disputeEntries.$inferInsert): Promise<void> {
  await tx.insert(disputeEntries).values(row);
}

const TALKING: readonly DisputeState[] = ["opened", "talk"];

/** Disputes that nobody has settled or escalated in their time, the earliest first. */
export async function listDueEscalations(db: Reader, now: Instant, limit: number): Promise<{ id: string }[]> {
  return await db
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(inArray(disputes.state, [...TALKING]), lte(disputes.escalatesAt, now)))
    .orderBy(asc(disputes.escalatesAt), asc(disputes.id))
    .limit(limit);
}

/** Ended disputes whose order has come to its end since. */
export async function listClosable(db: Reader, limit: number): Promise<{ id: string }[]> {
  return await db
    .select({ id: disputes.id })
    .from(disputes)
    .innerJoin(orders, eq(orders.id, disputes.orderId))
    .where(and(eq(disputes.state, "executed"), inArray(orders.state, ["completed", "cancelled"])))
    .orderBy(asc(disputes.id))
    .limit(limit);
}

/** What administrators see: disputes that were escalated, those to be decided first. */
export async function listEscalated(db: Reader, limit: number): Promise<StoredDispute[]> {
  const rows = await db
    .select()
    .from(disputes)
    .where(isNotNull(disputes.escalatedAt))
    .orderBy(desc(disputes.escalatedAt), desc(disputes.id))
    .limit(limit);
  return rows as StoredDispute[];
}

/** Whether a dispute about the order was taken to the market. */
export async function wasEscalated(db: Reader, orderId: string): Promise<boolean> {
  const found = await db
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(eq(disputes.orderId, orderId), isNotNull(disputes.escalatedAt)))
    .limit(1);
  return found.length > 0;
}

export type StoredChangeRequest = Omit<typeof changeRequests.$inferSelect, "deliveredAt" | "requestedAt"> & {
  readonly deliveredAt: Instant;
  readonly requestedAt: Instant;
  readonly requesterName: string;
};

const changesOfOrder = prepared("change_requests_of_order", (db) =>
  db
    .select({ request: changeRequests, requesterName: users.name })
    .from(changeRequests)
    .innerJoin(users, eq(users.id, changeRequests.requestedByUserId))
    .where(eq(changeRequests.orderId, sql.placeholder("orderId")))
    .orderBy(asc(changeRequests.round)),
);

/** What was asked to be changed of an order's deliveries, the first first. */
export async function changeRequestsOf(db: Reader, orderId: string): Promise<StoredChangeRequest[]> {
  const rows = await changesOfOrder(db, { orderId });
  return rows.map(({ request, requesterName }) => ({ ...request, requesterName })) as StoredChangeRequest[];
}

export async function insertChangeRequest(tx: Writer, row: typeof changeRequests.$inferInsert): Promise<void> {
  await tx.insert(changeRequests).values(row);
}
