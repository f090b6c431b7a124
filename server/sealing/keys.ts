import { secret, secretKey } from "../platform/process/secrets";
import { decrypt, encrypt, newKey } from "./envelope";
import type { Writer } from "../../db/database";
import { findOrganisationKey, insertOrganisationKey } from "../../db/repositories/platform";
import type { Instant } from "../../domain/shared/time";

// The master key wraps the keys of organisations; it is never in the database or its backups.
const wrap = (key: Buffer, owner: string): Buffer => encrypt(secretKey("kouan-master-key"), key, owner);
const unwrap = (wrapped: Buffer, owner: string): Buffer => decrypt(secretKey("kouan-master-key"), wrapped, owner);

/** A fresh sealing key for a bidder's organisation, wrapped for storage. */
export const newOrganisationKey = (organisationId: string): Buffer =>
  wrap(newKey(), `organisation-key|${organisationId}`);

export const organisationKey = (wrapped: Buffer, organisationId: string): Buffer =>
  unwrap(wrapped, `organisation-key|${organisationId}`);

/** Whether our master key is the one that wrapped the organisation's key. */
export function isOrganisationKeyOurs(wrapped: Buffer, organisationId: string): boolean {
  // A key that is missing is another matter than one that does not fit.
  secret("kouan-master-key");
  try {
    organisationKey(wrapped, organisationId);
    return true;
  } catch {
    return false;
  }
}

/** An organisation's own key, with which it reads what it sealed; made with the first thing where it has none yet. */
export async function ownKey(tx: Writer, organisationId: string, now: Instant): Promise<Buffer> {
  let wrappedKey = await findOrganisationKey(tx, organisationId);
  if (!wrappedKey) {
    wrappedKey = newOrganisationKey(organisationId);
    await insertOrganisationKey(tx, { organisationId, wrappedKey, createdAt: now });
  }
  return organisationKey(wrappedKey, organisationId);
}
