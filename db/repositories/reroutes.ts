import { and, asc, eq } from "drizzle-orm";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { reroutes } from "../schema/chain";

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
