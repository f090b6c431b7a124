import { and, asc, desc, eq, exists, inArray, or, sql } from "drizzle-orm";
import { deals } from "../schema/deals";
import { hubBoardHeads } from "../schema/hub-board";
import { prepared, preparedList, type Reader, type Writer } from "../database";
import { notices } from "../schema/notices";
import { orders } from "../schema/orders";
import { requests } from "../schema/requests";
import { workHeads as heads } from "../schema/work";

// SQLite takes 32,766 values in a statement, and a plan for a few hundred is as good as any.
const AT_ONCE = 500;

type Head = { readonly id: string; readonly seq: number };

/** The rows of many, asked for by some at a time. */
async function rowsInParts<Row>(
  ids: readonly string[],
  ask: (some: string[]) => PromiseLike<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE)
    rows.push(...(await ask(ids.slice(start, start + AT_ONCE))));
  return rows;
}

/** The heads of many. */
const headsInParts = async (
  ids: readonly string[],
  ask: (some: string[]) => PromiseLike<readonly Head[]>,
): Promise<Map<string, number>> => new Map((await rowsInParts(ids, ask)).map(({ id, seq }) => [id, seq]));

/** Joins the number of its hub's board to a deal; a hub of which nothing was ever entered has none. */
export const boardOfDeal = eq(hubBoardHeads.hubId, deals.hubId);

/**
 * How far all that a page about a deal shows has gone: the entries of its own log and the changes of its hub's board, by which its goods
 * are expected. Both only grow, and a deal that goes by another hub takes the difference of their boards with it, so their sum only grows.
 */
export const dealHead = sql<number>`${deals.logSeq} + ${deals.boardOffset} + coalesce(${hubBoardHeads.seq}, 0)`.mapWith(
  Number,
);

/** How far each deal and its hub's board have gone, for many at once; one that is not there is left out. */
export const dealHeads = (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  headsInParts(ids, (some) =>
    db
      .select({ id: deals.id, seq: dealHead })
      .from(deals)
      .leftJoin(hubBoardHeads, boardOfDeal)
      .where(inArray(deals.id, some)),
  );

/** How far a deal and its hub's board have gone that the organisation buys in or provides an order of; null where it does neither. */
export async function dealSeqFor(
  db: Reader,
  { dealId, organisationId }: { readonly dealId: string; readonly organisationId: string },
): Promise<number | null> {
  const provided = db
    .select({ one: sql`1` })
    .from(orders)
    .where(and(eq(orders.dealId, deals.id), eq(orders.providerOrganisationId, organisationId)));
  const [row] = await db
    .select({ seq: dealHead })
    .from(deals)
    .leftJoin(hubBoardHeads, boardOfDeal)
    .where(and(eq(deals.id, dealId), or(eq(deals.buyerOrganisationId, organisationId), exists(provided))))
    .limit(1);
  return row?.seq ?? null;
}

/** Two numbers that say whether anything has happened: to the request itself, and on the board of its hub. */
export type Heads = { readonly seq: number; readonly board: number };

/** The last numbers of each request and of its hub's board, for many at once. */
export async function logHeads(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Heads>> {
  const rows = await rowsInParts(ids, (some) =>
    db
      .select({ id: requests.id, seq: requests.logSeq, board: hubBoardHeads.seq })
      .from(requests)
      .leftJoin(hubBoardHeads, eq(hubBoardHeads.hubId, requests.hubId))
      .where(inArray(requests.id, some)),
  );
  return new Map(rows.map(({ id, seq, board }) => [id, { seq, board: board ?? 0 }]));
}

/** How far the work list of each organisation is; 0 where nothing has happened to any order of its yet. */
export async function workHeads(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const known = await headsInParts(ids, (some) =>
    db.select({ id: heads.organisationId, seq: heads.seq }).from(heads).where(inArray(heads.organisationId, some)),
  );
  return new Map(ids.map((id) => [id, known.get(id) ?? 0]));
}

type Reading = { readonly userId: string; readonly organisationId: string };

/** The name of somebody's inbox in an organisation, among all that are watched. */
export const inboxId = ({ userId, organisationId }: Reading): string => `${userId}.${organisationId}`;

const newest = prepared("newest_notice", (db) =>
  db
    .select({ at: notices.createdAt })
    .from(notices)
    .where(
      and(eq(notices.userId, sql.placeholder("userId")), eq(notices.organisationId, sql.placeholder("organisationId"))),
    )
    .orderBy(desc(notices.id))
    .limit(1),
);

/** When the last notice came to each inbox, in epoch milliseconds UTC; 0 where none ever did. */
export async function inboxHeads(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const heads = ids.map(async (id) => {
    const [userId = "", organisationId = ""] = id.split(".");
    const [row] = await newest(db, { userId, organisationId });
    return [id, row?.at ?? 0] as const;
  });
  return new Map(await Promise.all(heads));
}

const byOrganisation = prepared("work_head", (db) =>
  db
    .select({ seq: heads.seq })
    .from(heads)
    .where(eq(heads.organisationId, sql.placeholder("organisationId"))),
);

export async function workHead(db: Reader, organisationId: string): Promise<number> {
  return (await byOrganisation(db, { organisationId }))[0]?.seq ?? 0;
}

const move = preparedList("move_work_heads", (db, ids) => {
  const { providerOrganisationId, dealId } = orders;
  return (db as Writer)
    .insert(heads)
    .select(
      db
        .selectDistinct({ organisationId: providerOrganisationId, seq: sql<number>`1`.as("seq") })
        .from(orders)
        .where(inArray(dealId, ids))
        .orderBy(asc(providerOrganisationId)),
    )
    .onConflictDoUpdate({ target: heads.organisationId, set: { seq: sql`${heads.seq} + 1` } });
});

/**
 * Moves the work list of everybody who provides an order of these deals: what happens to one order may be what another waits for. In one
 * order of the organisations, so that of two transactions which move the same ones neither waits for the other's second.
 */
export const moveWorkHeads = async (tx: Writer, dealIds: readonly string[]): Promise<void> =>
  void (await move(tx, dealIds));
