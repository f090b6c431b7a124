import type { FileFacts } from "../../domain/files/file";
import { assert } from "../../domain/shared/result";
import { decrypt, encrypt } from "./envelope";
import { openFromRequest, readRequestOpener, type RequestLock, type RequestOpener, sealToRequest } from "./request-key";
import type { Reader } from "../../db/database";
import type { StoredFile } from "../../db/repositories/files";
import { findOrganisationKeys } from "../../db/repositories/platform";
import { organisationKey } from "./keys";

/** Every file's facts have this size before encryption: the length of a name tells nothing. */
const FACTS_BYTES = 1024;
const LENGTH_BYTES = 2;

/** Part of every ciphertext of a file, so that none can be moved to another. */
export const contentContext = (fileId: string): string => `file-content|${fileId}`;

/** Seals what is known of a file into a block of one size. */
export function sealFacts(facts: FileFacts, of: { readonly fileId: string; readonly dataKey: Buffer }): Buffer {
  const bytes = Buffer.from(JSON.stringify(facts));
  assert(bytes.length <= FACTS_BYTES - LENGTH_BYTES, "a file's facts fit their block");
  const block = Buffer.alloc(FACTS_BYTES);
  block.writeUInt16BE(bytes.length);
  bytes.copy(block, LENGTH_BYTES);
  return encrypt(of.dataKey, block, `file-facts|${of.fileId}`);
}

export function openFacts(sealed: Buffer, of: { readonly fileId: string; readonly dataKey: Buffer }): FileFacts {
  const block = decrypt(of.dataKey, sealed, `file-facts|${of.fileId}`);
  return JSON.parse(block.subarray(LENGTH_BYTES, LENGTH_BYTES + block.readUInt16BE()).toString()) as FileFacts;
}

type Owner = { readonly holder: "owner"; readonly key: Buffer };
type Holding<Key> = Owner | { readonly holder: "request"; readonly key: Key };

/** A file's data key as one of its holders keeps it. */
export const wrapFileKey = (dataKey: Buffer, fileId: string, by: Holding<RequestLock>): Buffer =>
  by.holder === "owner"
    ? encrypt(by.key, dataKey, `file-owner|${fileId}`)
    : sealToRequest(by.key, dataKey, `file-request|${fileId}`);

const unwrapFileKey = (wrapped: Buffer, fileId: string, by: Holding<RequestOpener>): Buffer =>
  by.holder === "owner"
    ? decrypt(by.key, wrapped, `file-owner|${fileId}`)
    : openFromRequest(by.key, wrapped, `file-request|${fileId}`);

/** The keys of organisations by their ids, in one statement. */
async function ownerKeys(db: Reader, organisationIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await findOrganisationKeys(db, organisationIds);
  return new Map(
    rows.map(({ organisationId, wrappedKey }) => [organisationId, organisationKey(wrappedKey, organisationId)]),
  );
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

/** Reads the data keys of these files: what opens them is read once for all organisations together and once for each request. */
export function fileKeyReader(db: Reader, files: readonly StoredFile[]): ReadFileKey {
  const owners = [...new Set(files.map(({ organisationId }) => organisationId))];
  let ofOwners: ReturnType<typeof ownerKeys> | undefined;
  const ofRequest = onceFor((id) => readRequestOpener(db, id));
  return async ({ id, organisationId, subjectId, keyForOwner, keyForRequest }, isOwner) => {
    if (!isOwner && keyForRequest !== null) {
      const key = await ofRequest(subjectId ?? "");
      return unwrapFileKey(keyForRequest, id, { holder: "request", key });
    }
    ofOwners ??= ownerKeys(db, owners);
    const key = (await ofOwners).get(organisationId);
    assert(key, `organisation ${organisationId} has its key`);
    return unwrapFileKey(keyForOwner, id, { holder: "owner", key });
  };
}

/**
 * The data key of a file: by its organisation's key, or for another who reads a sealed bid's file by the request's. Who may, the
 * caller has decided.
 */
export const readFileKey = (db: Reader, file: StoredFile, isOwner: boolean): Promise<Buffer> =>
  fileKeyReader(db, [file])(file, isOwner);
