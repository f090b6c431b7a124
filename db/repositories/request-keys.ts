import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { organisationKeys } from "../schema/accounts";
import { openingApprovals, requestKeys } from "../schema/requests";

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

/** Gives the request its key; a draft's may be made anew. */
export async function saveRequestKey(tx: Writer, requestId: string, key: StoredRequestKey): Promise<void> {
  await tx
    .insert(requestKeys)
    .values({ requestId, ...key })
    .onConflictDoUpdate({ target: requestKeys.requestId, set: key });
}

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

export async function insertOrganisationKey(
  tx: Writer,
  row: { readonly organisationId: string; readonly wrappedKey: Buffer; readonly createdAt: Instant },
): Promise<void> {
  await tx.insert(organisationKeys).values(row);
}
