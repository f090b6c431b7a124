import type { Reader } from "../../db/database";
import type { StoredFile } from "../../db/repositories/files";
import { findOrganisationKey } from "../../db/repositories/request-keys";
import { assert } from "../../domain/shared/assert";
import { organisationKey } from "./keys";
import { readRequestOpener } from "./request-key/read-request-key";
import { unwrapFileKey } from "./file/seal-file";

/**
 * The data key of a file: by its organisation's key, or for another who reads a sealed bid's file by the request's. Who may, the
 * caller has decided.
 */
export async function readFileKey(db: Reader, file: StoredFile, isOwner: boolean): Promise<Buffer> {
  if (!isOwner && file.keyForRequest !== null) {
    const key = await readRequestOpener(db, file.subjectId ?? "");
    return unwrapFileKey(file.keyForRequest, file.id, { holder: "request", key });
  }
  const wrapped = await findOrganisationKey(db, file.organisationId);
  assert(wrapped, `organisation ${file.organisationId} has its key`);
  const key = organisationKey(wrapped, file.organisationId);
  return unwrapFileKey(file.keyForOwner, file.id, { holder: "owner", key });
}
