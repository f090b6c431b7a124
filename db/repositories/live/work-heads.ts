import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Reader, Writer } from "../../database";
import { prepared, preparedList } from "../../prepared";
import { orders } from "../../schema/orders";
import { workHeads as heads } from "../../schema/work";
import { headsInParts } from "./heads-in-parts";

/** How far the work list of each organisation is; 0 where nothing has happened to any order of its yet. */
export async function workHeads(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const known = await headsInParts(ids, (some) =>
    db.select({ id: heads.organisationId, seq: heads.seq }).from(heads).where(inArray(heads.organisationId, some)),
  );
  return new Map(ids.map((id) => [id, known.get(id) ?? 0]));
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

const providersOf = preparedList("providers_of_deals", (db, ids) => {
  const organisationId = orders.providerOrganisationId;
  return db
    .selectDistinct({ organisationId })
    .from(orders)
    .where(inArray(orders.dealId, ids))
    .orderBy(asc(organisationId));
});

const move = preparedList("move_work_heads", (db, ids) =>
  (db as Writer)
    .insert(heads)
    .values(ids.map((organisationId) => ({ organisationId, seq: 1 })))
    .onConflictDoUpdate({ target: heads.organisationId, set: { seq: sql`${heads.seq} + 1` } })
    .returning({ seq: heads.seq }),
);

/**
 * Moves the work list of everybody who provides an order of these deals: what happens to one order may be what another waits for. In one
 * order of the organisations, so that of two transactions which move the same ones neither waits for the other's second.
 */
export async function moveWorkHeads(tx: Writer, dealIds: readonly string[]): Promise<void> {
  const behind = await providersOf(tx, dealIds);
  await move(
    tx,
    behind.map(({ organisationId }) => organisationId),
  );
}
