import { and, asc, count, eq, gte, inArray, isNull, lt, min, or, sql } from "drizzle-orm";
import type { DomainEvent } from "../domain/notices/events";
import type { Instant } from "../domain/shared/time";
import { prepared, preparedList, preparedRows, type Reader, type Writer } from "./database";
import { locking, passingLocked } from "./dialect";
import { outbox } from "./schema/notices";

export type OutboxEvent = { readonly id: string; readonly event: DomainEvent; readonly occurredAt: Instant };

type NewEvent = OutboxEvent & { readonly type: DomainEvent["type"] };

const addEvents = preparedRows("append_events", (db, rows: NewEvent[]) =>
  db.insert(outbox).values(rows.map((row) => ({ ...row, attempts: 0 }))),
);

/** Writes events in the transaction that made them happen. */
export async function append(tx: Writer, events: readonly OutboxEvent[]): Promise<void> {
  await addEvents(
    tx,
    events.map((one) => ({ ...one, type: one.event.type })),
  );
}

/** So often an event is tried; then it is a dead letter, which stays in the table with its last error. */
export const DELIVERY_ATTEMPTS_MAX = 12;

export type LeasedEvent = OutboxEvent & { readonly attempts: number };

// A bare placeholder is sent as it is given: a time must go through its column to be written as each engine reads it.
const time = (name: string, column: typeof outbox.deliveredAt | typeof outbox.leasedUntil) =>
  sql.param(sql.placeholder(name), column);

const waiting = prepared("waiting_events", (db) =>
  passingLocked(
    db
      .select({ id: outbox.id, event: outbox.event, occurredAt: outbox.occurredAt, attempts: outbox.attempts })
      .from(outbox)
      .where(
        and(
          isNull(outbox.deliveredAt),
          lt(outbox.attempts, DELIVERY_ATTEMPTS_MAX),
          or(isNull(outbox.leasedUntil), lt(outbox.leasedUntil, time("now", outbox.leasedUntil))),
        ),
      )
      .orderBy(asc(outbox.id))
      .limit(sql.placeholder("limit")),
  ),
);

const leased = preparedList("lease_events", (db, ids) =>
  (db as Writer)
    .update(outbox)
    .set({ leasedUntil: sql.placeholder("until") as never, attempts: sql`${outbox.attempts} + 1` })
    .where(inArray(outbox.id, ids)),
);

/** Takes the oldest waiting events for a while, but for those that another relay is taking; once the lease is past one may be taken again. */
export async function lease(
  tx: Writer,
  { now, leaseMs }: { now: Instant; leaseMs: number },
  limit: number,
): Promise<LeasedEvent[]> {
  const rows = await waiting(tx, { now, limit });
  await leased(tx, idsOf(rows), { until: now + leaseMs });
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt as Instant, attempts: row.attempts + 1 }));
}

const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

const held = preparedList("hold_events", (db, ids) =>
  locking(
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(inArray(outbox.id, ids), isNull(outbox.deliveredAt)))
      .orderBy(asc(outbox.id)),
  ),
);

/** Locks events until the transaction ends. Left out are those that another relay has delivered, which took them after our lease. */
export async function holdUndelivered(tx: Writer, events: readonly LeasedEvent[]): Promise<LeasedEvent[]> {
  const still = new Set(idsOf(await held(tx, idsOf(events))));
  return events.filter(({ id }) => still.has(id));
}

const delivered = preparedList("deliver_events", (db, ids) =>
  (db as Writer)
    .update(outbox)
    .set({ deliveredAt: sql.placeholder("now") as never, lastError: null })
    .where(inArray(outbox.id, ids)),
);

export const markDelivered = async (tx: Writer, events: readonly LeasedEvent[], now: Instant): Promise<void> =>
  void (await delivered(tx, idsOf(events), { now }));

/** Leaves the event waiting until `retryAt`, with what went wrong beside it. */
export async function markFailed(tx: Writer, id: string, failure: { error: string; retryAt: Instant }): Promise<void> {
  await tx
    .update(outbox)
    .set({ lastError: failure.error.slice(0, 500), leasedUntil: failure.retryAt })
    .where(eq(outbox.id, id));
}

/** How many events wait to be delivered, and since when the oldest does; those that were given up wait no more. */
export async function backlog(db: Reader): Promise<{ readonly count: number; readonly since: Instant | null }> {
  const [row] = await db
    .select({ count: count(), since: min(outbox.occurredAt) })
    .from(outbox)
    .where(and(isNull(outbox.deliveredAt), lt(outbox.attempts, DELIVERY_ATTEMPTS_MAX)));
  return { count: row?.count ?? 0, since: (row?.since ?? null) as Instant | null };
}

const isDead = and(isNull(outbox.deliveredAt), gte(outbox.attempts, DELIVERY_ATTEMPTS_MAX));

/** How many events were given up. */
export async function countDead(db: Reader): Promise<number> {
  const [row] = await db.select({ count: count() }).from(outbox).where(isDead);
  return row?.count ?? 0;
}

/** The events that were given up, the oldest first. */
export async function listDead(db: Reader, limit: number) {
  const rows = await db
    .select({
      id: outbox.id,
      event: outbox.event,
      occurredAt: outbox.occurredAt,
      attempts: outbox.attempts,
      lastError: outbox.lastError,
    })
    .from(outbox)
    .where(isDead)
    .orderBy(asc(outbox.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt as Instant }));
}

export async function isGivenUp(db: Reader, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isDead, eq(outbox.id, id)));
  return rows.length > 0;
}

/** Lets an event that was given up wait again, as if it had just happened. */
export async function revive(tx: Writer, id: string): Promise<void> {
  await tx.update(outbox).set({ attempts: 0, leasedUntil: null }).where(eq(outbox.id, id));
}
