import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { prepared, type Reader, type Writer } from "../database";
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

const p = sql.placeholder;

const add = prepared("insert_organisation_event", (db) =>
  (db as Writer)
    .insert(organisationEvents)
    .values({
      id: p("id"),
      organisationId: p("organisationId"),
      eventId: p("eventId"),
      type: p("type"),
      body: p("body"),
      createdAt: p("createdAt"),
    })
    .onConflictDoNothing(),
);

/** The latest event of the organisation; empty where there is none. */
export async function lastEventId(db: Reader, organisationId: string): Promise<string> {
  const [row] = await last(db, { organisationId });
  return row?.id ?? "";
}

/**
 * Writes what an organisation's API clients may hear, once an event. Its id sorts after every earlier one of the organisation:
 * whoever has read up to an id misses nothing, though relays with differing clocks write side by side (the read of the last id
 * makes their serializable transactions conflict).
 */
export async function insertOrganisationEvent(tx: Writer, row: OrganisationEvent): Promise<void> {
  const lastId = await lastEventId(tx, row.organisationId);
  await add(tx, { ...row, id: row.id > lastId ? row.id : idAfter(lastId) });
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
