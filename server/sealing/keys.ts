import { secret } from "../platform/process/secrets";
import { decrypt, encrypt, newKey } from "./envelope";

// The master key wraps the keys of organisations; it is never in the database or its backups.
const wrap = (key: Buffer, owner: string): Buffer => encrypt(secret("kouan-master-key"), key, owner);
const unwrap = (wrapped: Buffer, owner: string): Buffer => decrypt(secret("kouan-master-key"), wrapped, owner);

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
