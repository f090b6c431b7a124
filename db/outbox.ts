import { and, asc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { DomainEvent } from "../domain/events";
import type { Instant } from "../domain/shared/instant";
import type { Writer } from "./database";
import { outbox } from "./schema/notices";

export type OutboxEvent = { readonly id: string; readonly event: DomainEvent; readonly occurredAt: Instant };

/** Writes events in the transaction that made them happen. */
export async function append(tx: Writer, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insert(outbox)
    .values(events.map(({ id, event, occurredAt }) => ({ id, type: event.type, event, occurredAt, attempts: 0 })));
}

/** So often an event is tried; then it is a dead letter, which stays in the table with its last error. */
export const DELIVERY_ATTEMPTS_MAX = 12;

export type LeasedEvent = OutboxEvent & { readonly attempts: number };

/** Takes the oldest waiting events for a while; another relay may take them again once the lease is past. */
export async function lease(
  tx: Writer,
  { now, leaseMs }: { now: Instant; leaseMs: number },
  limit: number,
): Promise<LeasedEvent[]> {
  const rows = await tx
    .select({ id: outbox.id, event: outbox.event, occurredAt: outbox.occurredAt, attempts: outbox.attempts })
    .from(outbox)
    .where(
      and(
        isNull(outbox.deliveredAt),
        lt(outbox.attempts, DELIVERY_ATTEMPTS_MAX),
        or(isNull(outbox.leasedUntil), lt(outbox.leasedUntil, now)),
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(limit);
  for (const row of rows) {
    await tx
      .update(outbox)
      .set({ leasedUntil: now + leaseMs, attempts: sql`${outbox.attempts} + 1` })
      .where(eq(outbox.id, row.id));
  }
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt as Instant, attempts: row.attempts + 1 }));
}

export async function markDelivered(tx: Writer, id: string, now: Instant): Promise<void> {
  await tx.update(outbox).set({ deliveredAt: now, lastError: null }).where(eq(outbox.id, id));
}

/** Leaves the event waiting until `retryAt`, with what went wrong beside it. */
export async function markFailed(tx: Writer, id: string, failure: { error: string; retryAt: Instant }): Promise<void> {
  await tx
    .update(outbox)
    .set({ lastError: failure.error.slice(0, 500), leasedUntil: failure.retryAt })
    .where(eq(outbox.id, id));
}
