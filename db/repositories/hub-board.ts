import { and, asc, desc, eq, gt, gte, max, sql } from "drizzle-orm";
import { boardKey, type Closure, type HubState } from "../../domain/hubs/board/board";
import type { Mode } from "../../domain/hubs/place";
import { assert } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { prepared, preparedInsert, type Reader, type Writer } from "../database";
import { users } from "../schema/accounts";
import { hubBoardHeads, hubClosures, hubClosureWithdrawals, hubStates } from "../schema/hub-board";

/** An entry with who made it and when; no name where it came with the market's first figures. */
export type EnteredBy = { readonly id: string; readonly enteredBy: string | null; readonly enteredAt: Instant };

const stateColumns = {
  id: hubStates.id,
  hubId: hubStates.hubId,
  mode: hubStates.mode,
  backlog: hubStates.backlog,
  throughputPerDay: hubStates.throughputPerDay,
  capacityPerDay: hubStates.capacityPerDay,
  arrivalsPerDay: hubStates.arrivalsPerDay,
  opensAt: hubStates.opensAt,
  shutsAt: hubStates.shutsAt,
  asOf: hubStates.asOf,
  source: hubStates.source,
  enteredAt: hubStates.enteredAt,
};

type StateRow = HubState & { readonly id: string; readonly enteredAt: Instant };

// A bare placeholder is sent as it is given: a time must go through its column to be written as each engine reads it.
const countedAt = sql.param(sql.placeholder("since"), hubStates.asOf);

const latestSince = prepared("latest_hub_states", (db) => {
  const newest = db
    .select({ hubId: hubStates.hubId, mode: hubStates.mode, asOf: max(hubStates.asOf).as("newest_as_of") })
    .from(hubStates)
    .where(gte(hubStates.asOf, countedAt))
    .groupBy(hubStates.hubId, hubStates.mode)
    .as("newest");
  return (
    db
      .select(stateColumns)
      .from(hubStates)
      .innerJoin(
        newest,
        and(eq(newest.hubId, hubStates.hubId), eq(newest.mode, hubStates.mode), eq(newest.asOf, hubStates.asOf)),
      )
      // Of two that were counted at one time the later entry holds.
      .orderBy(asc(hubStates.enteredAt), asc(hubStates.id))
  );
});

/** The last figures of each hub and mode among those that were counted since then, by `boardKey`. */
export async function latestStates(db: Reader, since: Instant): Promise<Map<string, StateRow>> {
  const rows = (await latestSince(db, { since })) as StateRow[];
  return new Map(rows.map((row) => [boardKey(row.hubId, row.mode), row]));
}

const allSince = prepared("hub_states_since", (db) =>
  db.select(stateColumns).from(hubStates).where(gte(hubStates.asOf, countedAt)),
);

/** Every count of all hubs from `since` on. */
export async function statesSince(db: Reader, since: Instant): Promise<StateRow[]> {
  return (await allSince(db, { since })) as StateRow[];
}

/** What was entered of one hub, the latest count first; of one mode where one is named. */
export async function statesOfHub(
  db: Reader,
  of: { readonly hubId: string; readonly mode?: Mode; readonly since?: Instant; readonly limit: number },
): Promise<(StateRow & EnteredBy)[]> {
  const rows = await db
    .select({ ...stateColumns, enteredBy: users.name })
    .from(hubStates)
    .leftJoin(users, eq(users.id, hubStates.enteredByUserId))
    .where(
      and(
        eq(hubStates.hubId, of.hubId),
        of.mode && eq(hubStates.mode, of.mode),
        of.since && gte(hubStates.asOf, of.since),
      ),
    )
    .orderBy(desc(hubStates.asOf), desc(hubStates.enteredAt), desc(hubStates.id))
    .limit(of.limit);
  return rows as (StateRow & EnteredBy)[];
}

const closureColumns = {
  id: hubClosures.id,
  hubId: hubClosures.hubId,
  mode: hubClosures.mode,
  from: hubClosures.fromAt,
  to: hubClosures.toAt,
  zone: hubClosures.zone,
  reason: hubClosures.reason,
  source: hubClosures.source,
  withdrawnAt: hubClosureWithdrawals.withdrawnAt,
};

const isItsWithdrawal = eq(hubClosureWithdrawals.closureId, hubClosures.id);

const endingSince = prepared("hub_closures_since", (db) =>
  db
    .select(closureColumns)
    .from(hubClosures)
    .leftJoin(hubClosureWithdrawals, isItsWithdrawal)
    .where(gt(hubClosures.toAt, sql.param(sql.placeholder("since"), hubClosures.toAt)))
    .orderBy(asc(hubClosures.fromAt), asc(hubClosures.id)),
);

/** The closures of all hubs whose announced end comes after `from`, past or to come, with those that were withdrawn; the first to begin first. */
export async function closuresSince(db: Reader, from: Instant): Promise<Closure[]> {
  return (await endingSince(db, { since: from })) as Closure[];
}

const announcedSince = prepared("hub_closures_announced", (db) =>
  db
    .select({ ...closureColumns, enteredAt: hubClosures.enteredAt })
    .from(hubClosures)
    .leftJoin(hubClosureWithdrawals, isItsWithdrawal)
    .where(gt(hubClosures.toAt, sql.param(sql.placeholder("since"), hubClosures.toAt)))
    .orderBy(desc(hubClosures.enteredAt), desc(hubClosures.id)),
);

/** The same with when each was announced, the last first. */
export async function closureNewsSince(
  db: Reader,
  from: Instant,
): Promise<(Closure & { readonly enteredAt: Instant })[]> {
  return (await announcedSince(db, { since: from })) as (Closure & { readonly enteredAt: Instant })[];
}

export type ClosureEntry = Closure & EnteredBy & { readonly withdrawReason: string | null };

/** What was announced of one hub, the last to end first. */
export async function closuresOfHub(
  db: Reader,
  of: { readonly hubId: string; readonly limit: number },
): Promise<ClosureEntry[]> {
  const rows = await db
    .select({
      ...closureColumns,
      enteredBy: users.name,
      enteredAt: hubClosures.enteredAt,
      withdrawReason: hubClosureWithdrawals.reason,
    })
    .from(hubClosures)
    .leftJoin(hubClosureWithdrawals, isItsWithdrawal)
    .leftJoin(users, eq(users.id, hubClosures.enteredByUserId))
    .where(eq(hubClosures.hubId, of.hubId))
    .orderBy(desc(hubClosures.toAt), desc(hubClosures.id))
    .limit(of.limit);
  return rows as ClosureEntry[];
}

export async function findClosure(db: Reader, id: string): Promise<Closure | undefined> {
  const rows = await db
    .select(closureColumns)
    .from(hubClosures)
    .leftJoin(hubClosureWithdrawals, isItsWithdrawal)
    .where(eq(hubClosures.id, id))
    .limit(1);
  return rows[0] as Closure | undefined;
}

const advance = preparedInsert("advance_hub_board", (db, row: typeof hubBoardHeads.$inferInsert) =>
  db
    .insert(hubBoardHeads)
    .values(row)
    .onConflictDoUpdate({ target: hubBoardHeads.hubId, set: { seq: sql`${hubBoardHeads.seq} + 1` } }),
);

/** Says that the hub's board has changed: one more than before, in the transaction that changes it. */
const advanceHead = (tx: Writer, hubId: string): Promise<void> => advance(tx, { hubId, seq: 1 });

const headOf = prepared("hub_board_head", (db) =>
  db
    .select({ seq: hubBoardHeads.seq })
    .from(hubBoardHeads)
    .where(eq(hubBoardHeads.hubId, sql.placeholder("hubId"))),
);

/** How often the hub's board has changed; 0 where nothing was ever entered. */
export async function boardHead(db: Reader, hubId: string): Promise<number> {
  const [head] = await headOf(db, { hubId });
  return head?.seq ?? 0;
}

const addState = preparedInsert("insert_hub_state", (db, row: typeof hubStates.$inferInsert) =>
  db.insert(hubStates).values(row),
);

export async function insertState(tx: Writer, row: typeof hubStates.$inferInsert): Promise<void> {
  await addState(tx, row);
  await advanceHead(tx, row.hubId);
}

export async function insertClosure(tx: Writer, row: typeof hubClosures.$inferInsert): Promise<void> {
  await tx.insert(hubClosures).values(row);
  await advanceHead(tx, row.hubId);
}

/** Writes that the closure was taken back; once, which is decided before. */
export async function insertWithdrawal(
  tx: Writer,
  { hubId, ...row }: typeof hubClosureWithdrawals.$inferInsert & { readonly hubId: string },
): Promise<void> {
  assert(hubId, "a closure is of a hub");
  await tx.insert(hubClosureWithdrawals).values(row);
  await advanceHead(tx, hubId);
}
