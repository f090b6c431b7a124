import { z } from "zod";
import { countFiles, insertFile } from "../../db/repositories/files";
import type { Writer } from "../../db/database";
import { type FileSubject, SUBJECT_KINDS } from "../../domain/files/file";
import { attach, type AttachRefusal, type FileGround } from "../../domain/files/file-access";
import { FILES_PER_ROUND_MAX, FILES_PER_SUBJECT_MAX, LOOSE_FILES_MAX } from "../../domain/files/file-limits";
import { boundedText } from "../../domain/shared/wire-fields";
import { assert } from "../../domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { loadGround } from "./load-ground";
import { StoredContent } from "./storage/stored-content";
import { keepPhoto } from "./keep-photo";
import { command } from "../platform/command";
import { env } from "../platform/process/env";
import { ownKey } from "../sealing/own-key";
import { readRequestLock } from "../sealing/request-key/read-request-key";
import { sealFacts, wrapFileKey } from "../sealing/file/seal-file";

/** Letters in which somebody says what a photo shows. */
export const PHOTO_ABOUT_MAX = 60;

const input = z.strictObject({
  subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id: z.string().min(1).max(64) }).nullable(),
  content: z.instanceof(StoredContent),
  about: boundedText(PHOTO_ABOUT_MAX).nullable().default(null),
});

type KeepRefusal = AttachRefusal | Refusal<"too_many_files">;

async function keyForRequest(tx: Writer, ground: FileGround | null, of: StoredContent["of"]): Promise<Buffer | null> {
  if (ground?.kind !== "bid" || ground.request.bidMode !== "sealed") return null;
  const key = await readRequestLock(tx, ground.request.id);
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
  async run(context, { subject, content: { of }, about }): Promise<Result<{ id: string }, KeepRefusal>> {
    const { tx, actor, now, concerns } = context;
    const { organisationId, userId } = actor;
    assert(organisationId && userId, "who may keep a file acts for an organisation");
    const ground = subject && (await loadGround(tx, subject, { viewerId: organisationId }));
    if (subject && !ground) return refuse("not_found");
    const allowed = ground ? attach(actor, ground, now) : accept(undefined);
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
      keyForRequest: await keyForRequest(tx, ground, of),
      objectName: of.objectName,
      now,
    });
    if (of.photo && subject?.kind === "inspection")
      await keepPhoto(context, { fileId: of.fileId, roundId: subject.id, about }, of.photo);
    concerns(of.fileId);
    return accept({ id: of.fileId });
  },
});
