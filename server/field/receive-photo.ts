import sharp from "sharp";
import type { Position } from "../../domain/orders/evidence";
import { type Instant, later, MINUTE_MS } from "../../domain/shared/time";
import { type Taken, readExif } from "../files/photo-facts";
import { z } from "zod";
import { countPhotos, insertPhoto, photosOf } from "../../db/repositories/field";
import { insertFile } from "../../db/repositories/files";
import { PHOTOS_PER_LINK_MAX } from "../../domain/field/link";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { type StandingRefusal, loadStanding, lockDealOfSender } from "./load-standing";
import { StoredContent, inspecting, storeContent } from "../files/store-content";
import { command } from "../platform/command";
import { env } from "../platform/process/env";
import { sealFacts, wrapFileKey } from "../sealing/seal-file";
import { ownKey } from "../sealing/keys";
import type { Actor } from "../../domain/access/policy";
import { FILE_MAX_BYTES } from "../../domain/files/file-limits";
import { LOOKS } from "../../domain/files/file-kind";
import { cleanFileName } from "../../domain/files/file-name";
import { declaredKind, inspectFile } from "../files/inspect-file";
import { type Spooled, spool } from "../files/spool";
import type { FileStore } from "../files/file-store";
import { fileStore } from "../files/open-store";
import { type Origin, type Outcome, execute } from "../platform/execute";
import { type Platform, platform } from "../platform/platform";
import { takePoint } from "../platform/rate-limit";

export type PhotoFacts = {
  readonly takenAt: Instant | null;
  readonly takenPosition: Omit<Position, "accuracyM"> | null;
};

const NOTHING: PhotoFacts = { takenAt: null, takenPosition: null };
/** Of the market's zone, by which a camera's wall clock is read that names none. */
const MARKET_OFFSET_MINUTES = 480;

/** A camera writes the time of its wall clock; where it names no zone, the phone's own is taken. */
function takenAt({ at, isZoneTold }: Taken, phoneOffsetMinutes: number): Instant | null {
  if (at === null || isZoneTold) return at;
  return later(at, (MARKET_OFFSET_MINUTES - phoneOffsetMinutes) * MINUTE_MS);
}

/**
 * When and where a picture says that it was taken. Read before it is drawn anew, which leaves nothing but its pixels. It is the camera's word:
 * a picture without it, or with one that cannot be read, is a picture all the same.
 */
async function readPhotoFacts(content: Buffer, phoneOffsetMinutes: number): Promise<PhotoFacts> {
  try {
    const { exif } = await sharp(content, { limitInputPixels: false }).metadata();
    const taken = readExif(exif);
    return { takenAt: takenAt(taken, phoneOffsetMinutes), takenPosition: taken.position };
  } catch (error) {
    // Whatever cannot be read in it, the picture itself is looked at next, and refused there where it is none.
    if (error instanceof Error) return NOTHING;
    throw error;
  }
}

const input = z.strictObject({
  id: z.uuid(),
  content: z.instanceof(StoredContent),
  taken: z.strictObject({
    at: z.custom<Instant>((value) => typeof value === "number").nullable(),
    position: z.strictObject({ latE6: z.int(), lonE6: z.int() }).nullable(),
  }),
});

type KeepRefusal = StandingRefusal | Refusal<"already_received" | "too_many_files">;

/** Puts a picture on record that came by a link: at once on its order, so that nothing sweeps it while its report waits on a phone. */
export const keepPhoto = command({
  name: "field.keep-photo",
  action: "field.report",
  limit: "field",
  input,
  lock: lockDealOfSender,
  async run(
    { tx, actor, now, concerns },
    { id, content: { of }, taken },
  ): Promise<Result<{ id: string }, KeepRefusal>> {
    const standing = await loadStanding(tx, actor, now);
    if (!standing.ok) return standing;
    const { link, order } = standing.value;
    if ((await photosOf(tx, { sender: link, ids: [id] })).length > 0) return refuse("already_received");
    if ((await countPhotos(tx, link.id)) >= PHOTOS_PER_LINK_MAX)
      return refuse("too_many_files", { maximum: PHOTOS_PER_LINK_MAX });
    const key = await ownKey(tx, link.organisationId, now);
    await insertFile(tx, {
      id: of.fileId,
      organisationId: link.organisationId,
      // Whoever gave the link out answers for what comes by it.
      uploadedByUserId: link.madeByUserId,
      fieldLinkId: link.id,
      subject: { kind: "order", id: order.id },
      state: env().CLAMD_URL === "" ? "unscanned" : "pending",
      facts: sealFacts(of.facts, of),
      keyForOwner: wrapFileKey(of.dataKey, of.fileId, { holder: "owner", key }),
      keyForRequest: null,
      objectName: of.objectName,
      now,
    });
    await insertPhoto(tx, {
      linkId: link.id,
      id,
      fileId: of.fileId,
      originalSha256: of.receivedSha256,
      takenAt: taken.at,
      takenLatE6: taken.position?.latE6 ?? null,
      takenLonE6: taken.position?.lonE6 ?? null,
      receivedAt: now,
    });
    concerns(of.fileId);
    return accept({ id });
  },
});

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
