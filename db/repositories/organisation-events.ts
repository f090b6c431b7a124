import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { prepared, preparedList, preparedRows, type Reader, type Writer } from "../database";
import { locking } from "../dialect";
import { organisations } from "../schema/accounts";
import { organisationEvents } from "../schema/notices";

export type OrganisationEvent = typeof organisationEvents.$inferSelect;

// The alphabet of our ids (platform/new-id), whose letters sort as their values.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id that sorts after `id`: one higher, or longer where it cannot be higher. */
export function idAfter(id: string): string {
  const end = id.search(/z*$/);
  if (end === 0) return `${id}0`;
  const next = ALPHABET[ALPHABET.indexOf(id[end - 1] ?? "") + 1];
  return `${id.slice(0, end - 1)}${next}${"0".repeat(id.length - end)}`;
}

const last = prepared("last_organisation_event", (db) =>
  db
    .select({ id: organisationEvents.id })
    .from(organisationEvents)
    .where(eq(organisationEvents.organisationId, sql.placeholder("organisationId")))
    .orderBy(desc(organisationEvents.id))
    .limit(1),
);

const add = preparedRows("insert_organisation_events", (db, rows: OrganisationEvent[]) =>
  db.insert(organisationEvents).values(rows).onConflictDoNothing(),
);

/** The latest event of the organisation; empty where there is none. */
export async function lastEventId(db: Reader, organisationId: string): Promise<string> {
  const [row] = await last(db, { organisationId });
  return row?.id ?? "";
}

const lock = preparedList("lock_organisations", (db, ids) =>
  locking(
    db
      .select({ id: organisations.id })
      .from(organisations)
      .where(inArray(organisations.id, ids))
      .orderBy(asc(organisations.id)),
  ),
);

// Named in full: a column of a lone table is written without it.
const lastOf = sql<string>`coalesce((select max(e.id) from organisation_events e where e.organisation_id = organisations.id), '')`;

const lasts = preparedList("last_organisation_events", (db, ids) =>
  db.select({ id: organisations.id, last: lastOf }).from(organisations).where(inArray(organisations.id, ids)),
);

/**
 * Writes what organisations' API clients may hear, once an event and organisation. The id of each sorts after every earlier one of its organisation:
 * whoever has read up to an id misses nothing, though relays with differing clocks write side by side. So the organisations are locked, in one
 * order, before their last ids are read: what another relay has yet to commit is waited for.
 */
export async function insertOrganisationEvents(tx: Writer, rows: readonly OrganisationEvent[]): Promise<void> {
  const ids = [...new Set(rows.map(({ organisationId }) => organisationId))];
  await lock(tx, ids);
  const last = new Map((await lasts(tx, ids)).map(({ id, last: of }) => [id, of]));
  await add(
    tx,
    rows.map((row) => {
      const before = last.get(row.organisationId) ?? "";
      const id = row.id > before ? row.id : idAfter(before);
      last.set(row.organisationId, id);
      return { ...row, id };
    }),
  );
}

/** What the organisation may hear after the event that it knows last, the oldest first. */
export async function eventsAfter(
  db: Reader,
  of: { organisationId: string; afterId: string; limit: number },
): Promise<OrganisationEvent[]> {
  return await db
    .select()
    .from(organisationEvents)
    .where(and(eq(organisationEvents.organisationId, of.organisationId), gt(organisationEvents.id, of.afterId)))
    .orderBy(asc(organisationEvents.id))
    .limit(of.limit);
}
