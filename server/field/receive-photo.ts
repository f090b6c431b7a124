import { photosOf } from "../../db/repositories/field";
import type { Actor } from "../../domain/access/actor";
import { FILE_MAX_BYTES } from "../../domain/files/file-limits";
import { LOOKS } from "../../domain/files/file-kind";
import { cleanFileName } from "../../domain/files/file-name";
import { assert } from "../../domain/shared/assert";
import { type Refusal, refuse } from "../../domain/shared/result";
import { keepPhoto } from "./keep-photo";
import { declaredKind, inspectFile } from "../files/inspect/inspect-file";
import { type Spooled, spool } from "../files/spool";
import { inspecting, storeContent } from "../files/storage/store-content";
import type { FileStore } from "../files/storage/file-store";
import { fileStore } from "../files/storage/open-store";
import { execute, type Origin, type Outcome } from "../platform/execute";
import { type Platform, platform } from "../platform/platform";
import { takePoint } from "../platform/rate-limit";
import { readPhotoFacts } from "./read-photo-facts";

export type PhotoUpload = {
  readonly actor: Actor;
  readonly origin: Origin;
  /** Made on the phone: a picture is taken once. */
  readonly id: string;
  readonly name: string;
  readonly declaredType: string;
  /** The phone's zone, in minutes east of Greenwich. */
  readonly offsetMinutes: number;
  readonly body: AsyncIterable<Uint8Array> | null;
};

type Received = Outcome<{ id: string }>;
type Means = { readonly on: Platform; readonly store: FileStore };

const refused = (refusal: Refusal): Received => ({ kind: "refused", refusal });

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Reads what the picture says of itself, has it drawn anew, and stores that. */
async function keep(upload: PhotoUpload, received: Spooled, { on, store }: Means): Promise<Received> {
  const { actor, origin, id, declaredType } = upload;
  const name = cleanFileName(upload.name);
  const original = await received.read();
  const facts = await readPhotoFacts(original, upload.offsetMinutes);
  const inspected = await inspectFile(original, { name, declaredType });
  if (!inspected.ok) return refused(inspected.refusal);
  const taken = { at: facts.takenAt, position: facts.takenPosition };
  const photo = { ...inspected.value, name, receivedSha256: received.sha256, photo: null, isPadded: false };
  return storeContent(photo, store, (content) =>
    execute(keepPhoto, { actor, input: { id, content, taken }, origin }, on),
  );
}

/** The way of a picture from the field: not taken twice, a picture and nothing else, and as evidence with the hash of what the camera made. */
export async function receivePhoto(
  upload: PhotoUpload,
  on: Platform = platform(),
  store?: FileStore,
): Promise<Received> {
  const { actor, id, name, declaredType } = upload;
  const { link, organisationId } = actor;
  assert(link && organisationId, "pictures from the field come by a party's link");
  const known = await photosOf(on.database.read, { sender: { ...link, organisationId }, ids: [id] });
  if (known.length > 0) return refused(refuse("already_received").refusal);
  const kind = declaredKind({ name: cleanFileName(name), declaredType });
  if (!kind.ok) return refused(kind.refusal);
  if (!LOOKS[kind.value].mediaType.startsWith("image/")) return refused(refuse("type_not_allowed").refusal);
  const seconds = on.isMetered ? await takePoint("upload", link.id) : 0;
  if (seconds > 0) return refused(refuse("too_many_requests", { seconds }).refusal);
  const received = await spool(upload.body ?? nothing());
  if (received === null) return refused(refuse("file_too_large", { bytes: FILE_MAX_BYTES }).refusal);
  try {
    const to = store ?? (await fileStore());
    return await inspecting(() => keep(upload, received, { on, store: to }));
  } finally {
    await received.remove();
  }
}
