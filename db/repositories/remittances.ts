import { and, asc, desc, eq, gte, inArray, isNull, like, sql } from "drizzle-orm";
import type { Sending } from "../../domain/remittance/corridor-health";
import type { ReferenceKind } from "../../domain/remittance/payment-reference";
import { endedByNext, type RateLock } from "../../domain/remittance/rate-lock";
import { type Funds, FUNDS_STEP } from "../../domain/services/payment/funds";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { prepared, preparedList, type Reader, type Writer } from "../database";
import { orderMilestones, orders } from "../schema/orders";
import { rateLocks, remittanceEntries, remittances } from "../schema/remittance";

type LockRow = typeof rateLocks.$inferSelect;
export type StoredLock = Omit<LockRow, "lockedAt" | "expiresAt" | "confirmedAt" | "recordedAt"> &
  RateLock & { readonly recordedAt: Instant };

const locksByOrders = preparedList("locks_of_orders", (db, ids) =>
  db
    .select()
    .from(rateLocks)
    .where(inArray(rateLocks.orderId, ids))
    .orderBy(asc(rateLocks.orderId), asc(rateLocks.number)),
);

/** The locks of these orders as they hold, by order, the oldest of each first. */
export async function locksOfOrders(db: Reader, orderIds: readonly string[]): Promise<StoredLock[]> {
  const locks = (await locksByOrders(db, orderIds)) as StoredLock[];
  return [...Map.groupBy(locks, ({ orderId }) => orderId).values()].flatMap(endedByNext);
}

export async function insertLock(tx: Writer, row: typeof rateLocks.$inferInsert): Promise<void> {
  await tx.insert(rateLocks).values(row);
}

/** The buyer takes a lock; it is taken once. */
export async function confirmLock(
  tx: Writer,
  lockId: string,
  by: { readonly confirmedAt: Instant; readonly confirmedByUserId: string | null },
): Promise<void> {
  const saved = await tx
    .update(rateLocks)
    .set(by)
    .where(and(eq(rateLocks.id, lockId), isNull(rateLocks.confirmedAt)))
    .returning({ id: rateLocks.id });
  assert(saved.length === 1, "a lock is taken once");
}

type Row = typeof remittances.$inferSelect;
type Times = "sentAt" | "receivedAt" | "frozenAt" | "returnedAt" | "lastAt";
export type StoredRemittance = Omit<Row, Times> & { readonly sentAt: Instant; readonly lastAt: Instant } & {
  readonly [T in Exclude<Times, "sentAt" | "lastAt">]: Instant | null;
};
export type NewRemittance = typeof remittances.$inferInsert;

const byOrders = preparedList("remittances_of_orders", (db, ids) =>
  db
    .select()
    .from(remittances)
    .where(inArray(remittances.orderId, ids))
    .orderBy(asc(remittances.orderId), asc(remittances.attempt)),
);

/** The sendings of these orders, by order, the first of each first. */
export async function remittancesOfOrders(db: Reader, orderIds: readonly string[]): Promise<StoredRemittance[]> {
  return (await byOrders(db, orderIds)) as StoredRemittance[];
}

const lastOfOrder = prepared("last_remittance_of_order", (db) =>
  db
    .select()
    .from(remittances)
    .where(eq(remittances.orderId, sql.placeholder("orderId")))
    .orderBy(desc(remittances.attempt))
    .limit(1),
);

/** The last sending of an order. */
export async function lastRemittance(db: Reader, orderId: string): Promise<StoredRemittance | undefined> {
  return (await lastOfOrder(db, { orderId }))[0] as StoredRemittance | undefined;
}

export async function hasPaymentReference(
  db: Reader,
  of: { readonly kind: ReferenceKind; readonly reference: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: remittances.id })
    .from(remittances)
    .where(and(eq(remittances.referenceKind, of.kind), eq(remittances.reference, of.reference)))
    .limit(1);
  return rows.length > 0;
}

type Referred = { readonly providerOrganisationId: string; readonly reference: string };

/** The references of all that went back of a payment's funds to whoever had paid. */
const referencesOf = ({ receipts, refunds = [] }: Funds): readonly string[] =>
  [...receipts.flatMap(({ returns = [] }) => returns), ...refunds].map(({ reference }) => reference);

/** Whether a provider's bank has debited anything under this reference: a sending, or what went back to whoever had paid. */
export async function hasDebitReference(db: Reader, { providerOrganisationId, reference }: Referred): Promise<boolean> {
  const [sent] = await db
    .select({ id: remittances.id })
    .from(remittances)
    .innerJoin(orders, eq(orders.id, remittances.orderId))
    .where(and(eq(orders.providerOrganisationId, providerOrganisationId), eq(remittances.reference, reference)))
    .limit(1);
  if (sent) return true;
  const kept = await db
    .select({ evidence: orderMilestones.evidence })
    .from(orderMilestones)
    .innerJoin(orders, eq(orders.id, orderMilestones.orderId))
    .where(
      and(
        eq(orders.providerOrganisationId, providerOrganisationId),
        eq(orderMilestones.code, FUNDS_STEP),
        like(sql`cast(${orderMilestones.evidence} as text)`, `%"${reference}"%`),
      ),
    );
  return kept.some(({ evidence }) => evidence?.funds && referencesOf(evidence.funds).includes(reference));
}

/** Whether a provider has locked a rate under this reference. */
export async function hasLockReference(db: Reader, { providerOrganisationId, reference }: Referred): Promise<boolean> {
  const rows = await db
    .select({ id: rateLocks.id })
    .from(rateLocks)
    .innerJoin(orders, eq(orders.id, rateLocks.orderId))
    .where(and(eq(orders.providerOrganisationId, providerOrganisationId), eq(rateLocks.reference, reference)))
    .limit(1);
  return rows.length > 0;
}

export async function insertRemittance(tx: Writer, row: NewRemittance): Promise<void> {
  await tx.insert(remittances).values(row);
}

export type RemittanceChange = Partial<
  Pick<
    NewRemittance,
    | "state"
    | "receivedAt"
    | "frozenAt"
    | "wasFrozen"
    | "returnedAt"
    | "returnReason"
    | "returnedMinor"
    | "returnedCurrency"
    | "costMinor"
    | "costCurrency"
    | "costBorneBy"
    | "costBasis"
    | "lastAt"
  >
>;

/** Saves a change of a sending as it was read; whoever holds its deal has nobody come between. */
export async function saveRemittance(
  tx: Writer,
  of: Pick<Row, "id" | "version">,
  change: RemittanceChange,
): Promise<void> {
  const saved = await tx
    .update(remittances)
    .set({ ...change, version: of.version + 1 })
    .where(and(eq(remittances.id, of.id), eq(remittances.version, of.version)))
    .returning({ id: remittances.id });
  assert(saved.length === 1, "a sending is saved at the version it was read");
}

type EntryRow = typeof remittanceEntries.$inferSelect;
export type StoredRemittanceEntry = Omit<EntryRow, "occurredAt" | "recordedAt"> & {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};

/** Writes what happened under the sending's next number. */
export async function appendRemittanceEntry(
  tx: Writer,
  entry: Omit<typeof remittanceEntries.$inferInsert, "seq">,
): Promise<void> {
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${remittanceEntries.seq}), 0)` })
    .from(remittanceEntries)
    .where(eq(remittanceEntries.remittanceId, entry.remittanceId));
  await tx.insert(remittanceEntries).values({ ...entry, seq: Number(last?.seq ?? 0) + 1 });
}

const entriesByRemittances = preparedList("entries_of_remittances", (db, ids) =>
  db
    .select()
    .from(remittanceEntries)
    .where(inArray(remittanceEntries.remittanceId, ids))
    .orderBy(asc(remittanceEntries.remittanceId), asc(remittanceEntries.seq)),
);

export async function remittanceEntriesOf(
  db: Reader,
  remittanceIds: readonly string[],
): Promise<StoredRemittanceEntry[]> {
  return (await entriesByRemittances(db, remittanceIds)) as StoredRemittanceEntry[];
}

/** The sendings of the market since then, of one corridor or of all, as they count in the figures of corridors. */
export async function sendingsSince(
  db: Reader,
  since: Instant,
  corridor: Partial<Pick<Sending, "payerCountry" | "payeeCountry" | "currency">> = {},
): Promise<Sending[]> {
  const { payerCountry, payeeCountry, currency } = corridor;
  const rows = await db
    .select({
      orderId: remittances.orderId,
      providerOrganisationId: remittances.providerOrganisationId,
      payerCountry: remittances.payerCountry,
      payeeCountry: remittances.payeeCountry,
      currency: remittances.currency,
      channel: remittances.channel,
      sentAt: remittances.sentAt,
      receivedAt: remittances.receivedAt,
      state: remittances.state,
      wasFrozen: remittances.wasFrozen,
    })
    .from(remittances)
    .where(
      and(
        payerCountry === undefined ? undefined : eq(remittances.payerCountry, payerCountry),
        payeeCountry === undefined ? undefined : eq(remittances.payeeCountry, payeeCountry),
        currency === undefined ? undefined : eq(remittances.currency, currency),
        gte(remittances.sentAt, since),
      ),
    );
  return rows.map(({ state, ...row }) => ({ ...row, isReturned: state === "returned" }) as Sending);
}
