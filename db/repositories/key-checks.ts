import { asc, count, desc, isNotNull, isNull } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { organisationKeys } from "../schema/accounts";
import { bidVersions } from "../schema/bidding";
import { fieldLinks } from "../schema/field";
import { keyChecks } from "../schema/platform";
import { requestKeys } from "../schema/requests";
import type { StoredRequestKey } from "./request-keys";

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
