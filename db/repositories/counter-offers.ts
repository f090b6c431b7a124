import { and, asc, eq, lte } from "drizzle-orm";
import type { CounterOffer, CounterState } from "../../domain/negotiation/counter-offer";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { counterOffers } from "../schema/negotiation";

type Row = typeof counterOffers.$inferSelect;

export type StoredCounterOffer = CounterOffer &
  Omit<Row, keyof CounterOffer | "madeAt" | "answeredAt"> & {
    readonly madeAt: Instant;
    readonly answeredAt: Instant | null;
  };

export async function insertCounterOffer(tx: Writer, row: typeof counterOffers.$inferInsert): Promise<void> {
  await tx.insert(counterOffers).values(row);
}

export async function findCounterOffer(db: Reader, id: string): Promise<StoredCounterOffer | undefined> {
  const [row] = await db.select().from(counterOffers).where(eq(counterOffers.id, id)).limit(1);
  return row as StoredCounterOffer | undefined;
}

/** All that was offered on a bid, the oldest first. */
export async function counterOffersOn(db: Reader, bidId: string): Promise<StoredCounterOffer[]> {
  const rows = await db
    .select()
    .from(counterOffers)
    .where(eq(counterOffers.bidId, bidId))
    .orderBy(asc(counterOffers.madeAt), asc(counterOffers.id));
  return rows as StoredCounterOffer[];
}

/** What still waits for an answer on any bid of the request. */
export async function openCounterOffersOf(db: Reader, requestId: string): Promise<StoredCounterOffer[]> {
  const rows = await db
    .select()
    .from(counterOffers)
    .where(and(eq(counterOffers.requestId, requestId), eq(counterOffers.state, "open")))
    .orderBy(asc(counterOffers.madeAt), asc(counterOffers.id));
  return rows as StoredCounterOffer[];
}

/** Offers past their time that nobody has marked yet, the longest ago first. */
export async function listLapsedCounterOffers(db: Reader, now: Instant, limit: number): Promise<StoredCounterOffer[]> {
  const rows = await db
    .select()
    .from(counterOffers)
    .where(and(eq(counterOffers.state, "open"), lte(counterOffers.expiresAt, now)))
    .orderBy(asc(counterOffers.expiresAt), asc(counterOffers.id))
    .limit(limit);
  return rows as StoredCounterOffer[];
}

export async function saveCounterState(
  tx: Writer,
  id: string,
  change: { readonly state: CounterState; readonly now: Instant },
): Promise<void> {
  await tx.update(counterOffers).set({ state: change.state, answeredAt: change.now }).where(eq(counterOffers.id, id));
}
