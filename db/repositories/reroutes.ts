import { and, asc, eq, inArray } from "drizzle-orm";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import type { Side } from "../../domain/orders/slots/sides";
import type { Reader, Writer } from "../database";
import { preparedList } from "../prepared";
import { reroutes } from "../schema/chain";

const askedIn = preparedList("asked_reroutes_of_deals", (db, ids) =>
  db
    .select({ dealId: reroutes.dealId, askedBy: reroutes.askedBy })
    .from(reroutes)
    .where(and(inArray(reroutes.dealId, ids), eq(reroutes.state, "asked"))),
);

type Row = typeof reroutes.$inferSelect;
export type StoredReroute = Omit<Row, "askedAt" | "answeredAt" | "leftArrivalAt"> & {
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly leftArrivalAt: Instant | null;
};

/** Every other way that was asked for, the first one first. */
export async function reroutesOf(db: Reader, dealId: string): Promise<StoredReroute[]> {
  const rows = await db.select().from(reroutes).where(eq(reroutes.dealId, dealId)).orderBy(asc(reroutes.number));
  return rows as StoredReroute[];
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

/** Saves what became of it over the version that was read; within one serializable transaction nobody can have come between. */
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
