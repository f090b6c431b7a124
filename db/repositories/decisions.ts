import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { type Instant, later } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { decisionExtensions, decisionReminders, disqualifications, requestEnds } from "../schema/decide";
import { bids, counterOffers, requests } from "../schema/requests";
import type { DisqualificationState } from "../../domain/bidding/disqualification";
import { assert } from "../../domain/shared/result";
import type { CounterOffer, CounterState } from "../../domain/bidding/counter-offer";

type ExtensionRow = typeof decisionExtensions.$inferSelect;
export type Extension = Omit<ExtensionRow, "at" | "previousDecideBy" | "decideBy"> & {
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

type DisqualificationRow = typeof disqualifications.$inferSelect;

/** Neither mended nor out. */
const PENDING: DisqualificationState[] = ["curing", "answered"];

export type StoredDisqualification = Omit<
  DisqualificationRow,
  "createdAt" | "cureEndsAt" | "cureSentAt" | "endedAt"
> & {
  readonly createdAt: Instant;
  readonly cureEndsAt: Instant | null;
  readonly cureSentAt: Instant | null;
  readonly endedAt: Instant | null;
};

export async function insertDisqualification(tx: Writer, row: typeof disqualifications.$inferInsert): Promise<void> {
  await tx.insert(disqualifications).values(row);
}

const ofRequest = prepared("disqualifications_of_request", (db) =>
  db
    .select()
    .from(disqualifications)
    .where(eq(disqualifications.requestId, sql.placeholder("requestId")))
    .orderBy(asc(disqualifications.id)),
);

/** All of a request, those that are void too, in the order of their coming. */
export async function disqualificationsOf(db: Reader, requestId: string): Promise<StoredDisqualification[]> {
  return (await ofRequest(db, { requestId })) as StoredDisqualification[];
}

/** All of one bid, the latest last. */
export async function disqualificationsOfBid(
  db: Reader,
  bid: { readonly id: string; readonly requestId: string },
): Promise<StoredDisqualification[]> {
  return (await disqualificationsOf(db, bid.requestId)).filter((one) => one.bidId === bid.id);
}

export async function findDisqualification(db: Reader, id: string): Promise<StoredDisqualification | undefined> {
  const [row] = await db.select().from(disqualifications).where(eq(disqualifications.id, id)).limit(1);
  return row as StoredDisqualification | undefined;
}

type DisqualificationChange = Partial<
  Pick<DisqualificationRow, "state" | "cureWords" | "cureFiles" | "cureSentAt" | "endedAt" | "endWords" | "flags">
>;

/** Saves what the domain has decided of one that was in `state`; where another has moved it since, that is our fault and throws. */
export async function saveDisqualification(
  tx: Writer,
  of: Pick<DisqualificationRow, "id" | "state">,
  change: DisqualificationChange,
): Promise<void> {
  const written = await tx
    .update(disqualifications)
    .set(change)
    .where(and(eq(disqualifications.id, of.id), eq(disqualifications.state, of.state)))
    .returning({ id: disqualifications.id });
  assert(written.length === 1, `disqualification ${of.id} is still ${of.state}`);
}

/** Cures whose time is over; the earliest first. */
export async function listDueCures(db: Reader, now: Instant, limit: number): Promise<{ id: string }[]> {
  return await db
    .select({ id: disqualifications.id })
    .from(disqualifications)
    .where(and(inArray(disqualifications.state, PENDING), lte(disqualifications.cureEndsAt, now)))
    .orderBy(asc(disqualifications.cureEndsAt), asc(disqualifications.id))
    .limit(limit);
}

/** What is being mended, still in its time: all of it to who asked for the request, to a bidder its own. */
export async function curesWaitingOn(db: Reader, { requestIds, organisationId, now }: WaitingQuestion) {
  const { requestId, bidId, state, cureEndsAt } = disqualifications;
  const rows = await db
    .select({ requestId, bidId, state, cureEndsAt })
    .from(disqualifications)
    .innerJoin(requests, eq(requests.id, disqualifications.requestId))
    .where(
      and(
        inArray(disqualifications.requestId, [...requestIds]),
        inArray(disqualifications.state, PENDING),
        gt(disqualifications.cureEndsAt, now),
        or(
          eq(requests.buyerOrganisationId, organisationId),
          eq(disqualifications.providerOrganisationId, organisationId),
        ),
      ),
    );
  return rows.map((row) => ({ ...row, cureEndsAt: row.cureEndsAt as Instant | null }));
}

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
