import type { Writer } from "../../db/database";
import { findOrganisationKey, insertOrganisationKey } from "../../db/repositories/request-keys";
import type { Instant } from "../../domain/shared/instant";
import { newOrganisationKey, organisationKey } from "./keys";

/** An organisation's own key, with which it reads what it sealed; made with the first thing where it has none yet. */
export async function ownKey(tx: Writer, organisationId: string, now: Instant): Promise<Buffer> {
  let wrappedKey = await findOrganisationKey(tx, organisationId);
  if (!wrappedKey) {
    wrappedKey = newOrganisationKey(organisationId);
    await insertOrganisationKey(tx, { organisationId, wrappedKey, createdAt: now });
  }
  return organisationKey(wrappedKey, organisationId);
}
