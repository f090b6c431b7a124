import {
  findRound,
  insertMatches,
  insertPhoto,
  insertPrints,
  matchesOfRounds,
  printsUnder,
} from "../../db/repositories/inspections";
import { findOrder } from "../../db/repositories/orders";
import { type PhotoPrints, bandKeys, keysNear, sameDistance } from "../../domain/inspections/photo-print";
import { orderFacts } from "../../domain/orders/order";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import type { PhotoFacts } from "./photo-facts";
import { type CommandContext, command } from "../platform/command";
import { z } from "zod";
import { countFiles, insertFile } from "../../db/repositories/files";
import type { Writer } from "../../db/database";
import { type FileSubject, SUBJECT_KINDS } from "../../domain/files/file";
import { type AttachRefusal, type FileContext, attach } from "../../domain/files/file-access";
import { FILES_PER_ROUND_MAX, FILES_PER_SUBJECT_MAX, LOOSE_FILES_MAX } from "../../domain/files/file-limits";
import { boundedText } from "../../domain/shared/wire-fields";
import { loadFileContext, lockSubject } from "./load-file-context";
import { StoredContent } from "./store-content";
import { env } from "../platform/process/env";
import { ownKey } from "../sealing/keys";
import { readRequestLock } from "../sealing/request-key";
import { sealFacts, wrapFileKey } from "../sealing/seal-file";
import { lockNames } from "../../db/repositories/platform";

type Kept = { readonly fileId: string; readonly roundId: string; readonly orderId: string };
type Context = Pick<CommandContext, "tx" | "now" | "publish">;

/** The pictures that are the same as this one, each with the least distance that was found. */
async function sameAs({ tx }: Context, prints: PhotoPrints) {
  const [whole, ...parts] = prints;
  const found = await printsUnder(tx, { whole: keysNear(whole), parts: parts.flatMap(keysNear) });
  const nearest = new Map<string, (typeof found)[number] & { readonly distance: number }>();
  for (const kept of found) {
    const distance = sameDistance(prints, kept);
    const known = nearest.get(kept.fileId);
    if (distance !== null && (!known || distance < known.distance)) nearest.set(kept.fileId, { ...kept, distance });
  }
  return [...nearest.values()];
}

async function flag(context: Context, photo: Kept, prints: PhotoPrints): Promise<void> {
  const { tx, now, publish } = context;
  const same = await sameAs(context, prints);
  if (same.length === 0) return;
  const isFirst = (await matchesOfRounds(tx, [photo.roundId])).length === 0;
  await insertMatches(
    tx,
    same.flatMap((other) => {
      const common = { distance: other.distance, foundAt: now };
      return [
        {
          ...{ fileId: photo.fileId, roundId: photo.roundId, ...common },
          ...{ otherFileId: other.fileId, otherRoundId: other.roundId, otherOrderId: other.orderId },
          otherKeptAt: other.keptAt,
        },
        {
          ...{ fileId: other.fileId, roundId: other.roundId, ...common },
          ...{ otherFileId: photo.fileId, otherRoundId: photo.roundId, otherOrderId: photo.orderId },
          otherKeptAt: now,
        },
      ];
    }),
  );
  // One word a report: whoever hears it looks at all of its pictures.
  if (!isFirst) return;
  const order = await findOrder(tx, photo.orderId);
  assert(order, "a round has its order");
  publish({ type: "inspection.photo_reused", ...orderFacts(order) });
}

/** Keeps what a picture of a round said of itself, looks for it among all that were ever sent, and makes it findable for those to come. */
async function keepPhoto(
  context: Context,
  { fileId, roundId, about }: Pick<Kept, "fileId" | "roundId"> & { readonly about: string | null },
  { taken, prints }: PhotoFacts,
): Promise<void> {
  const { tx, now } = context;
  const round = await findRound(tx, roundId);
  assert(round, "a photo belongs to a round");
  const photo = { fileId, roundId, orderId: round.orderId };
  const { at: takenAt, isZoneTold, position } = taken;
  await insertPhoto(tx, { ...photo, about, takenAt, isZoneTold, position, keptAt: now });
  if (prints === null) return;
  await flag(context, photo, prints);
  await insertPrints(
    tx,
    prints.flatMap((print, part) => bandKeys(print).map((band) => ({ ...photo, band, part, print, keptAt: now }))),
  );
}

/** Letters in which somebody says what a photo shows. */
export const PHOTO_ABOUT_MAX = 60;

const input = z.strictObject({
  subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id: z.string().min(1).max(64) }).nullable(),
  content: z.instanceof(StoredContent),
  about: boundedText(PHOTO_ABOUT_MAX).nullable().default(null),
});

type KeepRefusal = AttachRefusal | Refusal<"too_many_files">;

async function keyForRequest(
  tx: Writer,
  fileContext: FileContext | null,
  of: StoredContent["of"],
): Promise<Buffer | null> {
  if (fileContext?.kind !== "bid" || fileContext.request.bidMode !== "sealed") return null;
  const key = await readRequestLock(tx, fileContext.request.id);
  return wrapFileKey(of.dataKey, of.fileId, { holder: "request", key });
}

function mostOn(subject: FileSubject | null): number {
  if (subject === null) return LOOSE_FILES_MAX;
  return subject.kind === "inspection" ? FILES_PER_ROUND_MAX : FILES_PER_SUBJECT_MAX;
}

async function hasRoom(tx: Writer, organisationId: string, subject: FileSubject | null): Promise<boolean> {
  return (await countFiles(tx, organisationId, subject)) < mostOn(subject);
}

/**
 * Puts on record a content that was looked into and stored. The answer holds an id alone: it is kept for replays, and the file may
 * be a sealed bid's.
 */
export const keepFile = command({
  name: "files.keep-file",
  action: "file.keep",
  input,
  async lock(tx, { subject }, { organisationId }) {
    await lockSubject(tx, subject);
    // Files that are put to nothing are counted together, and a picture of a visit is held to those of all visits.
    if (subject === null) await lockNames(tx, [`loose files of ${organisationId}`]);
    else if (subject.kind === "inspection") await lockNames(tx, ["pictures of visits"]);
  },
  async run(context, { subject, content: { of }, about }): Promise<Result<{ id: string }, KeepRefusal>> {
    const { tx, actor, now, concerns } = context;
    const { organisationId, userId } = actor;
    assert(organisationId && userId, "who may keep a file acts for an organisation");
    const fileContext = subject && (await loadFileContext(tx, subject, { viewerId: organisationId }));
    if (subject && !fileContext) return refuse("not_found");
    const allowed = fileContext ? attach(actor, fileContext, now) : accept(undefined);
    if (!allowed.ok) return allowed;
    if (!(await hasRoom(tx, organisationId, subject))) return refuse("too_many_files", { maximum: mostOn(subject) });
    await insertFile(tx, {
      id: of.fileId,
      organisationId,
      uploadedByUserId: userId,
      subject,
      state: env().CLAMD_URL === "" ? "unscanned" : "pending",
      facts: sealFacts(of.facts, of),
      keyForOwner: wrapFileKey(of.dataKey, of.fileId, { holder: "owner", key: await ownKey(tx, organisationId, now) }),
      keyForRequest: await keyForRequest(tx, fileContext, of),
      objectName: of.objectName,
      now,
    });
    if (of.photo && subject?.kind === "inspection")
      await keepPhoto(context, { fileId: of.fileId, roundId: subject.id, about }, of.photo);
    concerns(of.fileId);
    return accept({ id: of.fileId });
  },
});
