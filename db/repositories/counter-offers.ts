import { and, asc, eq, gt, inArray, lte, or, sql } from "drizzle-orm";
import type { CounterOffer, CounterState } from "../../domain/bidding/counter-offer";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { bids } from "../schema/bidding";
import { counterOffers } from "../schema/negotiation";
import { requests } from "../schema/requests";

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

const openOfRequest = prepared("open_counter_offers_of_request", (db) =>
  db
    .select()
    .from(counterOffers)
    .where(and(eq(counterOffers.requestId, sql.placeholder("requestId")), eq(counterOffers.state, "open")))
    .orderBy(asc(counterOffers.madeAt), asc(counterOffers.id)),
);

/** What still waits for an answer on any bid of the request. */
export async function openCounterOffersOf(db: Reader, requestId: string): Promise<StoredCounterOffer[]> {
  return (await openOfRequest(db, { requestId })) as StoredCounterOffer[];
}

/** Among which requests is asked, when, and for whom: who asked for them reads all on them, a bidder what is on its own bid. */
export type WaitingQuestion = {
  readonly requestIds: readonly string[];
  readonly organisationId: string;
  readonly now: Instant;
};

/** Offers on bids that stand, still in their time and without an answer. */
export async function offersWaitingOn(db: Reader, { requestIds, organisationId, now }: WaitingQuestion) {
  const { requestId, bidId, by, state, expiresAt } = counterOffers;
  const rows = await db
    .select({ requestId, bidId, by, state, expiresAt })
    .from(counterOffers)
    .innerJoin(bids, eq(bids.id, counterOffers.bidId))
    .innerJoin(requests, eq(requests.id, counterOffers.requestId))
    .where(
      and(
        inArray(counterOffers.requestId, [...requestIds]),
        eq(counterOffers.state, "open"),
        gt(counterOffers.expiresAt, now),
        eq(bids.state, "submitted"),
        or(eq(requests.buyerOrganisationId, organisationId), eq(bids.providerOrganisationId, organisationId)),
      ),
    );
  return rows.map((row) => ({ ...row, expiresAt: row.expiresAt as Instant }));
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
