import type { Reader } from "../../db/database";
import type { StoredFile } from "../../db/repositories/files";
import { findOrganisationKey } from "../../db/repositories/request-keys";
import { assert } from "../../domain/shared/assert";
import { organisationKey } from "./keys";
import { readRequestOpener } from "./request-key/read-request-key";
import { unwrapFileKey } from "./file/seal-file";

async function ownerKey(db: Reader, organisationId: string): Promise<Buffer> {
  const wrapped = await findOrganisationKey(db, organisationId);
  assert(wrapped, `organisation ${organisationId} has its key`);
  return organisationKey(wrapped, organisationId);
}

function onceFor<Key>(read: (id: string) => Promise<Key>): (id: string) => Promise<Key> {
  const known = new Map<string, Promise<Key>>();
  return (id) => {
    const key = known.get(id) ?? read(id);
    known.set(id, key);
    return key;
  };
}

type ReadFileKey = (file: StoredFile, isOwner: boolean) => Promise<Buffer>;

/** Reads the data keys of many files: what opens them is read once for each organisation and request, however many files they have. */
export function fileKeyReader(db: Reader): ReadFileKey {
  const ofOrganisation = onceFor((id) => ownerKey(db, id));
  const ofRequest = onceFor((id) => readRequestOpener(db, id));
  return async ({ id, organisationId, subjectId, keyForOwner, keyForRequest }, isOwner) => {
    if (!isOwner && keyForRequest !== null) {
      const key = await ofRequest(subjectId ?? "");
      return unwrapFileKey(keyForRequest, id, { holder: "request", key });
    }
    const key = await ofOrganisation(organisationId);
    return unwrapFileKey(keyForOwner, id, { holder: "owner", key });
  };
}

/**
 * The data key of a file: by its organisation's key, or for another who reads a sealed bid's file by the request's. Who may, the
 * caller has decided.
 */
export const readFileKey = (db: Reader, file: StoredFile, isOwner: boolean): Promise<Buffer> =>
  fileKeyReader(db)(file, isOwner);
