import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, like, lte, or, sql } from "drizzle-orm";
import type { Country, OrganisationFacts } from "../../domain/accounts/organisation";
import { prepared, type Reader, type Writer } from "../database";
import { memberships, organisationKeys, organisations, users } from "../schema/accounts";
import {
  type CheckEnd,
  type CheckReminder,
  daysRemindedOf,
  lastDaysOf,
  type OrganisationCheck,
  standingOf,
} from "../../domain/accounts/organisation-check";
import { countriesByDay } from "../../domain/accounts/zone-of-country";
import type { Instant, LocalDate } from "../../domain/shared/time";
import { checkEndNotices, organisationChecks } from "../schema/checks";
import { deals } from "../schema/deals";
import { orders } from "../schema/orders";
import { bids } from "../schema/requests";
import { notePartyChanged } from "./provider-figures";

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
  await notePartyChanged(tx, id);
}

export async function setOrganisationSuspension(
  tx: Writer,
  id: string,
  suspension: Pick<StoredOrganisation, "suspendedAt" | "suspensionReason" | "suspendedByUserId">,
): Promise<void> {
  await tx.update(organisations).set(suspension).where(eq(organisations.id, id));
  await notePartyChanged(tx, id);
}

export async function setOrganisationRestriction(
  tx: Writer,
  id: string,
  restriction: Pick<StoredOrganisation, "restrictedAt" | "restrictionReason" | "restrictedByUserId">,
): Promise<void> {
  await tx.update(organisations).set(restriction).where(eq(organisations.id, id));
  await notePartyChanged(tx, id);
}

/** That an organisation is neither suspended nor restricted: such alone are listed, bid and win. */
export const isNotBarred = and(isNull(organisations.suspendedAt), isNull(organisations.restrictedAt));

const unbarred = prepared("organisation_not_barred", (db) =>
  db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, sql.placeholder("id")), isNotBarred))
    .limit(1),
);

/** Whether an organisation is shut out of trading at this moment, by a restriction or a suspension. */
export const isBarredNow = async (db: Reader, id: string): Promise<boolean> =>
  (await unbarred(db, { id })).length === 0;

/** Notes since when the organisation waits for a look at its registration; null where it waits no more. */
export async function setCheckAsked(tx: Writer, id: string, checkAskedAt: Instant | null): Promise<void> {
  await tx.update(organisations).set({ checkAskedAt }).where(eq(organisations.id, id));
}

export type OrganisationSearch = {
  readonly words: string;
  readonly state: "any" | "active" | "restricted" | "suspended";
  readonly country: Country | null;
  /** Those alone whose check ends soon, or has lapsed, at that time. */
  readonly checkEnds?: { readonly end: CheckEnd; readonly at: Instant } | null;
  /** Those alone that wait for a look at their registration. */
  readonly isCheckAsked?: boolean;
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

const IN_STATE = {
  any: undefined,
  active: isNotBarred,
  restricted: and(isNull(organisations.suspendedAt), isNotNull(organisations.restrictedAt)),
  suspended: isNotNull(organisations.suspendedAt),
} as const satisfies Record<OrganisationSearch["state"], unknown>;

// A later look at the same organisation takes the word from an earlier one.
const isLatestCheck = sql`not exists (
  select 1 from organisation_checks later where later.organisation_id = ${organisationChecks.organisationId}
  and (later.checked_at > ${organisationChecks.checkedAt}
    or (later.checked_at = ${organisationChecks.checkedAt} and later.id > ${organisationChecks.id})))`;

type LastDays = { readonly first: LocalDate | null; readonly last: LocalDate };

/** That a check is the word on its organisation as it is registered now, and holds for the last time on days that follow from today's day in its country. */
function endsWithin(now: Instant, daysOf: (today: LocalDate) => LastDays) {
  const there = [...countriesByDay(now)].map(([today, countries]) => {
    const { first, last } = daysOf(today);
    return and(
      inArray(organisations.country, [...countries]),
      first === null ? undefined : gte(organisationChecks.expiresOn, first),
      lte(organisationChecks.expiresOn, last),
    );
  });
  return and(eq(organisations.registrationNumber, organisationChecks.registrationNumber), or(...there), isLatestCheck);
}

const endingChecks = (db: Reader, ends: { readonly end: CheckEnd; readonly at: Instant }) =>
  db
    .select({ id: organisationChecks.organisationId })
    .from(organisationChecks)
    .innerJoin(organisations, eq(organisations.id, organisationChecks.organisationId))
    .where(endsWithin(ends.at, (today) => lastDaysOf(ends.end, today)));

/** By Latin name; for administrators only, who are few and patient, so it reads the table rather than an index of words. */
export async function searchOrganisations(db: Reader, search: OrganisationSearch): Promise<StoredOrganisation[]> {
  const { after } = search;
  return await db
    .select()
    .from(organisations)
    .where(
      and(
        matches(search.words),
        IN_STATE[search.state],
        search.country ? eq(organisations.country, search.country) : undefined,
        search.checkEnds ? inArray(organisations.id, endingChecks(db, search.checkEnds)) : undefined,
        search.isCheckAsked ? gt(organisations.checkAskedAt, 0) : undefined,
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

/** Keeps a look at an organisation's registration: from now on it speaks. */
export async function insertCheck(tx: Writer, row: typeof organisationChecks.$inferInsert): Promise<void> {
  await tx.insert(organisationChecks).values(row);
  await notePartyChanged(tx, row.organisationId);
}

const latest = prepared("latest_organisation_check", (db) =>
  db
    .select({
      check: organisationChecks,
      registrationNumber: organisations.registrationNumber,
      country: organisations.country,
    })
    .from(organisationChecks)
    .innerJoin(organisations, eq(organisations.id, organisationChecks.organisationId))
    .where(eq(organisationChecks.organisationId, sql.placeholder("organisationId")))
    .orderBy(desc(organisationChecks.checkedAt), desc(organisationChecks.id))
    .limit(1),
);

/** The latest look at the organisation's registration with how it stands at `now`. */
export async function latestCheck(db: Reader, organisationId: string, now: Instant) {
  const [row] = await latest(db, { organisationId });
  const check = row?.check as (OrganisationCheck & { readonly id: string; readonly caseId: string | null }) | undefined;
  const { registrationNumber = "", country = "" } = row ?? {};
  return { check: check ?? null, standing: standingOf(check, { registrationNumber, country }, now), country };
}

/** The latest look at each of these organisations' registrations, by organisation; one that was never looked at has none. */
export async function latestChecks(
  db: Reader,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, OrganisationCheck>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(organisationChecks)
    .where(inArray(organisationChecks.organisationId, [...organisationIds]))
    .orderBy(asc(organisationChecks.checkedAt), asc(organisationChecks.id));
  return new Map(rows.map((row) => [row.organisationId, { ...row, checkedAt: row.checkedAt as Instant }]));
}

/** Whether the market's check of the organisation holds at `now`. */
export const isChecked = async (db: Reader, organisationId: string, now: Instant): Promise<boolean> =>
  (await latestCheck(db, organisationId, now)).standing === "holds";

const confirmerName = sql<
  string | null
>`(select two.name from users two where two.id = ${organisationChecks.confirmedByUserId})`;

/** All looks at an organisation's registration, the latest first, with who looked and who confirmed it. */
export async function checksOf(db: Reader, organisationId: string) {
  const rows = await db
    .select({ check: organisationChecks, checkedBy: users.name, confirmedBy: confirmerName })
    .from(organisationChecks)
    .innerJoin(users, eq(users.id, organisationChecks.checkedByUserId))
    .where(eq(organisationChecks.organisationId, organisationId))
    .orderBy(desc(organisationChecks.checkedAt), desc(organisationChecks.id));
  return rows.map(({ check, ...names }) => ({ ...check, checkedAt: check.checkedAt as Instant, ...names }));
}

/** Organisations that are to hear this reminder of the end of their check and have not, the first end first; of suspended ones none. */
export async function listUntoldCheckEnds(
  db: Reader,
  due: { readonly reminder: CheckReminder; readonly at: Instant },
  limit: number,
): Promise<{ readonly id: string }[]> {
  return await db
    .select({ id: organisations.id })
    .from(organisationChecks)
    .innerJoin(organisations, eq(organisations.id, organisationChecks.organisationId))
    .leftJoin(
      checkEndNotices,
      and(eq(checkEndNotices.checkId, organisationChecks.id), eq(checkEndNotices.end, due.reminder)),
    )
    .where(
      and(
        endsWithin(due.at, (today) => daysRemindedOf(due.reminder, today)),
        isNull(checkEndNotices.at),
        isNull(organisations.suspendedAt),
      ),
    )
    .orderBy(asc(organisationChecks.expiresOn), asc(organisationChecks.id))
    .limit(limit);
}

/** Puts down that the end of a check was told; false where it was before. */
export async function insertCheckEndNotice(tx: Writer, row: typeof checkEndNotices.$inferInsert): Promise<boolean> {
  const written = await tx
    .insert(checkEndNotices)
    .values(row)
    .onConflictDoNothing()
    .returning({ checkId: checkEndNotices.checkId });
  return written.length > 0;
}

/** What an organisation has done at least once, each by the first row of an index. */
export async function begunBy(
  db: Reader,
  organisationId: string,
): Promise<Readonly<Record<"hasDeal" | "hasOrdered" | "hasBid", boolean>>> {
  const [[deal], [order], [bid]] = await Promise.all([
    db.select({ id: deals.id }).from(deals).where(eq(deals.buyerOrganisationId, organisationId)).limit(1),
    db.select({ id: orders.id }).from(orders).where(eq(orders.buyerOrganisationId, organisationId)).limit(1),
    db.select({ id: bids.id }).from(bids).where(eq(bids.providerOrganisationId, organisationId)).limit(1),
  ]);
  return { hasDeal: deal !== undefined, hasOrdered: order !== undefined, hasBid: bid !== undefined };
}
