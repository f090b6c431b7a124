import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Role } from "../../domain/access/policy";
import { prepared, preparedList, type Reader } from "../database";
import type { Wish } from "../../domain/notices/wishes";
import { memberships, organisations, users } from "../schema/accounts";
import { noticeWishes } from "../schema/notices";

const party = prepared("party_by_id", (db) =>
  db
    .select({
      id: organisations.id,
      nameOwn: organisations.nameOwn,
      nameLatin: organisations.nameLatin,
      country: organisations.country,
      city: organisations.city,
    })
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder("id")))
    .limit(1),
);

export type Party = { id: string; nameOwn: string; nameLatin: string; country: string; city: string };

/** How a company is named where it stands opposite another. */
export async function findParty(db: Reader, id: string): Promise<Party | undefined> {
  return (await party(db, { id }))[0];
}

export type Listener = {
  readonly userId: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly locale: string;
  readonly timeZone: string;
};

const PERSON = {
  userId: users.id,
  organisationId: memberships.organisationId,
  role: memberships.role,
  name: users.name,
  email: users.email,
  emailVerifiedAt: users.emailVerifiedAt,
  locale: users.locale,
  timeZone: users.timeZone,
};

// Every event asks who hears of it, so one statement is kept for each choice of roles.
const listeners = (roles: readonly Role[]) =>
  preparedList(`listeners_${[...roles].sort().join("_")}`, (db, ids) =>
    db
      .select(PERSON)
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(inArray(memberships.organisationId, ids), inArray(memberships.role, [...roles]), isNull(users.suspendedAt)),
      )
      .orderBy(asc(users.id)),
  );

/** The people of organisations in these roles who may still sign in. */
export async function listListeners(
  db: Reader,
  { organisationIds, roles }: { organisationIds: readonly string[]; roles: readonly Role[] },
): Promise<Listener[]> {
  const rows = await listeners(roles)(db, organisationIds);
  return rows.map(({ emailVerifiedAt, ...row }) => ({ ...row, isEmailVerified: emailVerifiedAt !== null }));
}

/** A listener with what they have said they want to hear. */
export type Hearer = Listener & { readonly wishes: readonly Wish[] };

// With the people, so that it costs no question more: most have said nothing.
const selectHearers = (db: Reader, which: SQL | undefined) =>
  db
    .select({ ...PERSON, wish: noticeWishes })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(noticeWishes, eq(noticeWishes.userId, users.id))
    .where(and(which, isNull(users.suspendedAt)))
    .orderBy(asc(users.id));

const hearers = (roles: readonly Role[]) =>
  preparedList(`hearers_${[...roles].sort().join("_")}`, (db, ids) =>
    selectHearers(db, and(inArray(memberships.organisationId, ids), inArray(memberships.role, [...roles]))),
  );

const hearersByPerson = preparedList("hearers_by_person", (db, ids) =>
  selectHearers(db, inArray(memberships.userId, ids)),
);

function hearersIn(rows: Awaited<ReturnType<typeof selectHearers>>): Hearer[] {
  const byPlace = Map.groupBy(rows, ({ userId, organisationId }) => `${userId} ${organisationId}`);
  return [...byPlace.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const { emailVerifiedAt, wish: _, ...person } = first;
    const wishes = of.flatMap(({ wish }) => (wish ? [wish] : []));
    return [{ ...person, isEmailVerified: emailVerifiedAt !== null, wishes }];
  });
}

/** The people of organisations in these roles who may still sign in, each with what they want to hear. */
export async function listHearers(
  db: Reader,
  { organisationIds, roles }: { organisationIds: readonly string[]; roles: readonly Role[] },
): Promise<Hearer[]> {
  return hearersIn(await hearers(roles)(db, organisationIds));
}

const PEOPLE_AT_ONCE = 256;

/** These people in each organisation that they belong to, where they may still sign in, each with what they want to hear. */
export async function listHearersByPerson(db: Reader, userIds: readonly string[]): Promise<Hearer[]> {
  const ids = [...new Set(userIds)].sort();
  const found: Hearer[] = [];
  for (let from = 0; from < ids.length; from += PEOPLE_AT_ONCE)
    found.push(...hearersIn(await hearersByPerson(db, ids.slice(from, from + PEOPLE_AT_ONCE))));
  return found;
}

const namesByIds = preparedList("names_of_organisations", (db, ids) =>
  db
    .select({ id: organisations.id, nameOwn: organisations.nameOwn, nameLatin: organisations.nameLatin })
    .from(organisations)
    .where(inArray(organisations.id, ids)),
);

/** The names of several organisations, by id. */
export async function namesOf(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, { id: string; nameOwn: string; nameLatin: string }>> {
  const rows = await namesByIds(db, [...new Set(ids)].sort());
  return new Map(rows.map((row) => [row.id, row]));
}
