import { eq, sql } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { prepared } from "../prepared";
import { organisationKeys } from "../schema/accounts";
import { requestKeys } from "../schema/requests";

const ofRequest = prepared("request_key", (db) =>
  db
    .select({ wrappedKey: requestKeys.wrappedKey })
    .from(requestKeys)
    .where(eq(requestKeys.requestId, sql.placeholder("requestId"))),
);

const ofOrganisation = prepared("organisation_key", (db) =>
  db
    .select({ wrappedKey: organisationKeys.wrappedKey })
    .from(organisationKeys)
    .where(eq(organisationKeys.organisationId, sql.placeholder("organisationId"))),
);

/** The request's sealing key as it is kept: useless without the master key. */
export async function findRequestKey(db: Reader, requestId: string): Promise<Buffer | undefined> {
  return (await ofRequest(db, { requestId }))[0]?.wrappedKey;
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
