import { and, asc, count, eq, gt, inArray, isNotNull, isNull, like, or, sql } from "drizzle-orm";
import type { Country, OrganisationFacts } from "../../domain/accounts/organisation";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { memberships, organisationKeys, organisations } from "../schema/accounts";

export type StoredOrganisation = typeof organisations.$inferSelect;

const byId = prepared("organisation_by_id", (db) =>
  db
    .select()
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder("id")))
    .limit(1),
);

export async function findOrganisation(db: Reader, id: string): Promise<StoredOrganisation | undefined> {
  return (await byId(db, { id }))[0];
}

/** The platform's own organisation, whose members are the administrators. */
export async function findPlatformId(db: Reader): Promise<string | null> {
  const [row] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.kind, "platform"))
    .orderBy(asc(organisations.createdAt), asc(organisations.id))
    .limit(1);
  return row?.id ?? null;
}

export async function findOrganisationByRegistration(
  db: Reader,
  of: { country: Country; registrationNumber: string },
): Promise<{ id: string } | undefined> {
  const [row] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.country, of.country), eq(organisations.registrationNumber, of.registrationNumber)))
    .limit(1);
  return row;
}

/** An organisation is never without its sealing key: one is written with the other. */
export async function insertOrganisation(
  tx: Writer,
  row: typeof organisations.$inferInsert,
  wrappedKey: Buffer,
): Promise<void> {
  await tx.insert(organisations).values(row);
  await tx.insert(organisationKeys).values({ organisationId: row.id, wrappedKey, createdAt: row.createdAt });
}

export async function saveOrganisation(tx: Writer, id: string, facts: OrganisationFacts): Promise<void> {
  await tx.update(organisations).set(facts).where(eq(organisations.id, id));
}

export async function setOrganisationSuspension(
  tx: Writer,
  id: string,
  suspension: Pick<StoredOrganisation, "suspendedAt" | "suspensionReason">,
): Promise<void> {
  await tx.update(organisations).set(suspension).where(eq(organisations.id, id));
}

export type OrganisationSearch = {
  readonly words: string;
  readonly state: "any" | "active" | "suspended";
  readonly country: Country | null;
  readonly after: { readonly nameLatin: string; readonly id: string } | null;
  readonly limit: number;
};

const escaped = (words: string): string => words.replace(/[\\%_]/g, (sign) => `\\${sign}`);

// Both engines fold the case of Latin letters alone, and every organisation has a Latin name.
const matches = (words: string) =>
  words === ""
    ? undefined
    : or(
        sql`lower(${organisations.nameLatin}) like ${`%${escaped(words.toLowerCase())}%`} escape '\\'`,
        sql`${organisations.nameOwn} like ${`%${escaped(words)}%`} escape '\\'`,
        like(organisations.registrationNumber, `${words.replace(/[^0-9A-Za-z]/g, "").toUpperCase() || "-"}%`),
      );

const inState = (state: OrganisationSearch["state"]) =>
  state === "any"
    ? undefined
    : state === "suspended"
      ? isNotNull(organisations.suspendedAt)
      : isNull(organisations.suspendedAt);

/** By Latin name; for administrators only, who are few and patient, so it reads the table rather than an index of words. */
export async function searchOrganisations(db: Reader, search: OrganisationSearch): Promise<StoredOrganisation[]> {
  const { after } = search;
  return await db
    .select()
    .from(organisations)
    .where(
      and(
        matches(search.words),
        inState(search.state),
        search.country ? eq(organisations.country, search.country) : undefined,
        after
          ? or(
              gt(organisations.nameLatin, after.nameLatin),
              and(eq(organisations.nameLatin, after.nameLatin), gt(organisations.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(organisations.nameLatin), asc(organisations.id))
    .limit(search.limit);
}

/** How many people each of these organisations has. */
export async function countMembers(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ organisationId: memberships.organisationId, count: count() })
    .from(memberships)
    .where(inArray(memberships.organisationId, [...ids]))
    .groupBy(memberships.organisationId);
  return new Map(rows.map((row) => [row.organisationId, row.count]));
}
