import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Statement, Waiver } from "../../domain/orders/chain/chain-facts";
import type { DomainEvent } from "../../domain/notices/events";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { prepared, preparedInsert, preparedList, preparedRows, type Reader, type Writer } from "../database";
import { chains, dealLog, gateStatements, gateWaivers, reroutes } from "../schema/chain";
import { deals } from "../schema/deals";
import type { Side } from "../../domain/orders/slots/slot";

type ChainRow = typeof chains.$inferSelect;
export type StoredChain = Omit<ChainRow, "fixedAt" | "updatedAt"> & {
  readonly fixedAt: Instant | null;
  readonly updatedAt: Instant;
};
export type NewChain = typeof chains.$inferInsert;

const p = sql.placeholder;

const byDeal = prepared("chain_of_deal", (db) =>
  db
    .select()
    .from(chains)
    .where(eq(chains.dealId, p("dealId")))
    .limit(1),
);

/** The gates as they were edited or fixed; undefined where they still follow from what is asked for. */
export async function findChain(db: Reader, dealId: string): Promise<StoredChain | undefined> {
  return (await byDeal(db, { dealId }))[0] as StoredChain | undefined;
}

const byDeals = preparedList("chains_of_deals", (db, ids) =>
  db.select().from(chains).where(inArray(chains.dealId, ids)),
);

export async function findChains(db: Reader, dealIds: readonly string[]): Promise<ReadonlyMap<string, StoredChain>> {
  const rows = await byDeals(db, dealIds);
  return new Map((rows as StoredChain[]).map((row) => [row.dealId, row]));
}

export const insertChain = preparedInsert("insert_chain", (db, row: NewChain) => db.insert(chains).values(row));

/** Saves gates over the version that was read; whoever holds its deal has nobody come between. */
export async function saveChain(
  tx: Writer,
  of: Pick<StoredChain, "dealId" | "version">,
  change: Partial<Pick<NewChain, "gates" | "isEdited" | "fixedAt">> & Pick<NewChain, "updatedAt" | "updatedByUserId">,
): Promise<void> {
  const saved = await tx
    .update(chains)
    .set({ ...change, version: of.version + 1 })
    .where(and(eq(chains.dealId, of.dealId), eq(chains.version, of.version)))
    .returning({ dealId: chains.dealId });
  assert(saved.length === 1, "a chain is saved at the version it was read");
}

const setClosed = prepared("closed_gates_of_deal", (db) =>
  (db as Writer)
    .update(chains)
    .set({ closed: sql`${sql.param(p("closed"), chains.closed)}` })
    .where(eq(chains.dealId, p("dealId"))),
);

/** Notes which gates are closed now; no edit of the chain, so its version stays. */
export async function saveClosed(tx: Writer, dealId: string, closed: readonly string[]): Promise<void> {
  await setClosed(tx, { dealId, closed: [...closed] });
}

export type StoredWaiver = Waiver & { readonly dealId: string };

const waiversByDeals = preparedList("waivers_of_deals", (db, ids) =>
  db
    .select()
    .from(gateWaivers)
    .where(inArray(gateWaivers.dealId, ids))
    .orderBy(asc(gateWaivers.waivedAt), asc(gateWaivers.gateKey)),
);

export async function waiversOf(db: Reader, dealIds: readonly string[]): Promise<StoredWaiver[]> {
  return (await waiversByDeals(db, dealIds)) as StoredWaiver[];
}

export async function insertWaiver(tx: Writer, row: typeof gateWaivers.$inferInsert): Promise<void> {
  await tx.insert(gateWaivers).values(row);
}

export type StoredStatement = Statement & { readonly dealId: string };

const statementsByDeals = preparedList("statements_of_deals", (db, ids) =>
  db
    .select()
    .from(gateStatements)
    .where(inArray(gateStatements.dealId, ids))
    .orderBy(asc(gateStatements.statedAt), asc(gateStatements.need)),
);

/** What the buyers of these deals have stated of services that they do themselves, and of releases. */
export async function statementsOf(db: Reader, dealIds: readonly string[]): Promise<StoredStatement[]> {
  return (await statementsByDeals(db, dealIds)) as StoredStatement[];
}

/** A statement stands for ever; only one of a release from before its number was asked for gives way to one with a number. */
export async function insertStatement(tx: Writer, row: typeof gateStatements.$inferInsert): Promise<void> {
  const { statedByUserId, statedAt, release } = row;
  await tx
    .insert(gateStatements)
    .values(row)
    .onConflictDoUpdate({
      target: [gateStatements.dealId, gateStatements.need],
      set: { statedByUserId, statedAt, release },
      setWhere: isNull(gateStatements.release),
    });
}

/** An event that belongs to a deal's orders or its gates. */
export type DealEvent = Extract<DomainEvent, { dealId: string }>;

const count = prepared("count_deal_log", (db) =>
  (db as Writer)
    .update(deals)
    .set({ logSeq: sql`${deals.logSeq} + ${p("count")}` })
    .where(eq(deals.id, p("dealId"))),
);

type NewEntry = Omit<DealLogEntry, "seq"> & { readonly dealId: string; readonly back: number };

const lastOf = (dealId: string) => sql`(select ${deals.logSeq} from ${deals} where ${deals.id} = ${dealId})`;

const add = preparedRows("append_to_deal_log", (db, rows: NewEntry[]) =>
  db
    .insert(dealLog)
    .values(rows.map(({ back, ...row }) => ({ ...row, seq: sql<number>`${lastOf(row.dealId)} - ${back}` }))),
);

/** Writes what happened to deals, each event under the next number of its own, counted on the deal's own row as a request's log is on the request's. */
export async function appendToDealLog(tx: Writer, events: readonly DealEvent[], at: Instant): Promise<void> {
  for (const [dealId, own] of Map.groupBy(events, (event) => event.dealId)) {
    await count(tx, { dealId, count: own.length });
    await add(
      tx,
      own.map((event, position) => {
        const orderId = "orderId" in event ? event.orderId : null;
        return { dealId, back: own.length - position - 1, at, type: event.type, orderId };
      }),
    );
  }
}

export type DealLogEntry = {
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly orderId: string | null;
};

/** What happened to the deal after the number that the reader knows last, in order. */
export async function dealLogAfter(
  db: Reader,
  of: { readonly dealId: string; readonly seq: number; readonly limit: number },
): Promise<DealLogEntry[]> {
  const rows = await db
    .select({ seq: dealLog.seq, at: dealLog.at, type: dealLog.type, orderId: dealLog.orderId })
    .from(dealLog)
    .where(and(eq(dealLog.dealId, of.dealId), gt(dealLog.seq, of.seq)))
    .orderBy(asc(dealLog.seq))
    .limit(of.limit);
  return rows as DealLogEntry[];
}

const askedIn = preparedList("asked_reroutes_of_deals", (db, ids) =>
  db
    .select({ dealId: reroutes.dealId, askedBy: reroutes.askedBy })
    .from(reroutes)
    .where(and(inArray(reroutes.dealId, ids), eq(reroutes.state, "asked"))),
);

type RerouteRow = typeof reroutes.$inferSelect;
export type StoredReroute = Omit<RerouteRow, "askedAt" | "answeredAt" | "leftArrivalAt"> & {
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly leftArrivalAt: Instant | null;
};

const reroutesByDeal = prepared("reroutes_of_deal", (db) =>
  db
    .select()
    .from(reroutes)
    .where(eq(reroutes.dealId, sql.placeholder("dealId")))
    .orderBy(asc(reroutes.number)),
);

/** Every other way that was asked for, the first one first. */
export async function reroutesOf(db: Reader, dealId: string): Promise<StoredReroute[]> {
  return (await reroutesByDeal(db, { dealId })) as StoredReroute[];
}

/** Which side waits for an answer about another way, by deal, where one does. */
export async function askedReroutes(db: Reader, dealIds: readonly string[]): Promise<ReadonlyMap<string, Side>> {
  const rows = await askedIn(db, dealIds);
  return new Map(rows.map(({ dealId, askedBy }) => [dealId, askedBy]));
}

export async function insertReroute(tx: Writer, row: typeof reroutes.$inferInsert): Promise<void> {
  await tx.insert(reroutes).values(row);
}

type Answered = Pick<StoredReroute, "state" | "answeredByUserId" | "answerWords" | "leftArrivalAt"> & {
  readonly answeredAt: Instant;
};

/** Saves what became of it over the version that was read; whoever holds its deal has nobody come between. */
export async function saveReroute(
  tx: Writer,
  of: Pick<StoredReroute, "dealId" | "number" | "version">,
  set: Answered,
): Promise<void> {
  const saved = await tx
    .update(reroutes)
    .set({ ...set, version: of.version + 1 })
    .where(and(eq(reroutes.dealId, of.dealId), eq(reroutes.number, of.number), eq(reroutes.version, of.version)))
    .returning({ number: reroutes.number });
  assert(saved.length === 1, "an answer is saved at the version it was read");
}

/** What of some kinds happened to an order, the last so many, in order; of deals from before there was a log nothing. */
export async function orderLogOf(
  db: Reader,
  of: { readonly dealId: string; readonly orderId: string; readonly types: readonly string[]; readonly limit: number },
): Promise<{ readonly at: Instant; readonly type: string }[]> {
  const rows = await db
    .select({ at: dealLog.at, type: dealLog.type })
    .from(dealLog)
    .where(and(eq(dealLog.dealId, of.dealId), eq(dealLog.orderId, of.orderId), inArray(dealLog.type, [...of.types])))
    .orderBy(desc(dealLog.seq))
    .limit(of.limit);
  return rows.reverse() as { at: Instant; type: string }[];
}
