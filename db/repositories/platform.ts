import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { DAY_MS, type Instant, later } from "../../domain/shared/time";
import { prepared, preparedList, preparedRows, type Reader, type Writer } from "../database";
import { idempotencyKeys, keyChecks, writeProbes } from "../schema/platform";
import { organisationKeys } from "../schema/accounts";
import { bidVersions, openingApprovals, requestKeys } from "../schema/requests";
import { fieldLinks } from "../schema/field";

type Kept = typeof idempotencyKeys.$inferSelect;

const byKey = prepared("idempotency_by_key", (db) =>
  db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, sql.placeholder("scope")), eq(idempotencyKeys.key, sql.placeholder("key")))),
);

export async function findKept(tx: Writer, of: { scope: string; key: string }): Promise<Kept | undefined> {
  return (await byKey(tx, of))[0];
}

const addKey = prepared("keep_idempotency_key", (db) =>
  (db as Writer).insert(idempotencyKeys).values({
    scope: sql.placeholder("scope"),
    key: sql.placeholder("key"),
    requestHash: sql.placeholder("requestHash"),
    status: sql.placeholder("status"),
    response: sql.placeholder("response"),
    createdAt: sql.placeholder("createdAt"),
  }),
);

export async function keep(tx: Writer, row: Kept): Promise<void> {
  await addKey(tx, row);
}

/** Forgets keys older than `before`: a replay so late runs anew. */
export async function forget(tx: Writer, before: Instant): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
}

/** So many of the oldest and of the newest are looked at: keys that were exchanged unnoticed differ between the two. */
const SAMPLE = 100;

/** What each secret was known to answer when this database was last started with, by the secret's name. */
export async function listKeyChecks(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select({ name: keyChecks.name, value: keyChecks.value }).from(keyChecks);
  return new Map(rows.map(({ name, value }) => [name, value]));
}

export async function saveKeyCheck(
  tx: Writer,
  row: { readonly name: string; readonly value: string; readonly since: Instant },
): Promise<void> {
  const { value, since } = row;
  await tx.insert(keyChecks).values(row).onConflictDoUpdate({ target: keyChecks.name, set: { value, since } });
}

export type WrappedKeys = {
  readonly organisations: readonly { readonly id: string; readonly wrappedKey: Buffer }[];
  readonly requests: readonly (StoredRequestKey & { readonly id: string })[];
};

/** Some of what the master key and the opening key have wrapped: the oldest and the newest. */
export async function sampleWrappedKeys(db: Reader): Promise<WrappedKeys> {
  const organisation = { id: organisationKeys.organisationId, wrappedKey: organisationKeys.wrappedKey };
  const { requestId, publicKey, wrappedKey, wrappedShare } = requestKeys;
  const request = { id: requestId, publicKey, wrappedKey, wrappedShare };
  const organisations = (order: typeof asc) =>
    db.select(organisation).from(organisationKeys).orderBy(order(organisationKeys.organisationId)).limit(SAMPLE);
  // What has a second share is rare, and the only thing that the opening key has wrapped.
  const requests = (order: typeof asc, isSplit: boolean) =>
    db
      .select(request)
      .from(requestKeys)
      .where(isSplit ? isNotNull(wrappedShare) : isNull(wrappedShare))
      .orderBy(order(requestId))
      .limit(SAMPLE);
  return {
    organisations: [...(await organisations(asc)), ...(await organisations(desc))],
    requests: [
      ...(await requests(asc, false)),
      ...(await requests(desc, false)),
      ...(await requests(asc, true)),
      ...(await requests(desc, true)),
    ],
  };
}

/** Whether anybody was ever given a link into the field, which the field key signs. */
export const hasFieldLinks = async (db: Reader): Promise<boolean> =>
  (await db.select({ id: fieldLinks.id }).from(fieldLinks).limit(1)).length > 0;

/** How many versions of open bids are kept, whose receipts the hash key makes. */
export async function countOpenVersions(db: Reader): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(bidVersions).where(isNull(bidVersions.sealed));
  return row?.rows ?? 0;
}

// More than a row has room for in its page: it needs a page that is free, as a bid does.
const FILLER = "x".repeat(6_000);

/** Adds a row, then takes out the process's former one and what killed processes have left. */
export async function probeWrite(
  tx: Writer,
  { id, at, formerId }: { readonly id: string; readonly at: Instant; readonly formerId: string | null },
): Promise<void> {
  await tx.insert(writeProbes).values({ id, at, filler: FILLER });
  const isLeft = lt(writeProbes.at, later(at, -DAY_MS));
  await tx.delete(writeProbes).where(formerId === null ? isLeft : or(eq(writeProbes.id, formerId), isLeft));
}

const ofRequest = prepared("request_key", (db) =>
  db
    .select({
      publicKey: requestKeys.publicKey,
      wrappedKey: requestKeys.wrappedKey,
      wrappedShare: requestKeys.wrappedShare,
    })
    .from(requestKeys)
    .where(eq(requestKeys.requestId, sql.placeholder("requestId"))),
);

const ofOrganisation = prepared("organisation_key", (db) =>
  db
    .select({ wrappedKey: organisationKeys.wrappedKey })
    .from(organisationKeys)
    .where(eq(organisationKeys.organisationId, sql.placeholder("organisationId"))),
);

/** A request's sealing key as it is kept: but for the public key useless without the secrets of this installation. */
export type StoredRequestKey = Pick<typeof requestKeys.$inferSelect, "publicKey" | "wrappedKey" | "wrappedShare">;

export async function findRequestKey(db: Reader, requestId: string): Promise<StoredRequestKey | undefined> {
  return (await ofRequest(db, { requestId }))[0];
}

const keepRequestKey = preparedRows(
  "save_request_key",
  (db, rows: (StoredRequestKey & { readonly requestId: string })[]) =>
    db
      .insert(requestKeys)
      .values(rows)
      .onConflictDoUpdate({
        target: requestKeys.requestId,
        set: {
          publicKey: sql`excluded.public_key`,
          wrappedKey: sql`excluded.wrapped_key`,
          wrappedShare: sql`excluded.wrapped_share`,
        },
      }),
);

/** Gives the request its key; a draft's may be made anew. */
export const saveRequestKey = (tx: Writer, requestId: string, key: StoredRequestKey): Promise<void> =>
  keepRequestKey(tx, [{ requestId, ...key }]);

/** The shares of the request's key that people's words have released, each as bound to its person. */
export async function releasedShares(
  db: Reader,
  requestId: string,
): Promise<{ userId: string; number: number; share: Buffer }[]> {
  const rows = await db
    .select({ userId: openingApprovals.userId, number: openingApprovals.shareNumber, share: openingApprovals.share })
    .from(openingApprovals)
    .where(and(eq(openingApprovals.requestId, requestId), isNotNull(openingApprovals.share)));
  return rows as { userId: string; number: number; share: Buffer }[];
}

export async function findOrganisationKey(db: Reader, organisationId: string): Promise<Buffer | undefined> {
  return (await ofOrganisation(db, { organisationId }))[0]?.wrappedKey;
}

/** The keys of these organisations, of those that have one. */
export const findOrganisationKeys = preparedList("keys_of_organisations", (db, ids) =>
  db
    .select({ organisationId: organisationKeys.organisationId, wrappedKey: organisationKeys.wrappedKey })
    .from(organisationKeys)
    .where(inArray(organisationKeys.organisationId, ids)),
);

export async function insertOrganisationKey(
  tx: Writer,
  row: { readonly organisationId: string; readonly wrappedKey: Buffer; readonly createdAt: Instant },
): Promise<void> {
  await tx.insert(organisationKeys).values(row);
}

/**
 * Locks names until the transaction ends, where a rule asks whether anybody else has said the same and no row stands for that yet: a truck's
 * plate, a booking's number, a reference of a bank. After all rows, and in one order. PostgreSQL alone is asked, as by all of a command's locks.
 */
export async function lockNames(tx: Writer, names: readonly string[]): Promise<void> {
  for (const name of [...new Set(names)].sort())
    await tx.select({ isHeld: sql`true` }).from(sql`pg_advisory_xact_lock(hashtextextended(${name}, 0)) as held`);
}

/** The lock of what an organisation keeps some of, counted or named among its own: they are written one after the other. */
export const lockOwn =
  (kind: string) =>
  (tx: Writer, _: unknown, { organisationId }: { readonly organisationId: string | null }): Promise<void> =>
    lockNames(tx, [`${kind} of ${organisationId}`]);
