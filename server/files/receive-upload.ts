import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "../../domain/access/actor";
import { mayEver } from "../../domain/access/policy";
import type { FileSubject } from "../../domain/files/file";
import { attach } from "../../domain/files/file-access";
import { FILE_MAX_BYTES } from "../../domain/files/file-limits";
import { cleanFileName } from "../../domain/files/file-name";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { keepFile, StoredContent } from "../commands/files/keep-file";
import { execute, type Origin, type Outcome } from "../platform/execute";
import { newId } from "../platform/new-id";
import { type Platform, platform } from "../platform/platform";
import { takePoint } from "../platform/rate-limit";
import { newKey } from "../sealing/envelope";
import { contentContext } from "../sealing/file/seal-file";
import { sealStream } from "../sealing/file/seal-stream";
import { declaredKind, inspectFile } from "./inspect/inspect-file";
import { loadGround } from "./load-ground";
import { photoFacts } from "./picture/photo-facts";
import { slots } from "./slots";
import { type Spooled, spool } from "./spool";
import type { FileStore } from "./storage/file-store";
import { fileStore } from "./storage/open-store";

export type Upload = {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey: string | null;
  /** As the sender called it. */
  readonly name: string;
  readonly declaredType: string;
  readonly subject: FileSubject | null;
  /** Of a photo of an inspection: what it shows. */
  readonly about?: string | null;
  readonly body: AsyncIterable<Uint8Array>;
};

type Received = Outcome<{ id: string }>;

// A content is held whole while it is looked into, and a picture unpacked besides; all others wait on the disk.
const inspecting = slots(2);

const refused = (refusal: Refusal): Received => ({ kind: "refused", refusal });

/** What can be refused before a byte of the content is read; but for the limit, the command asks again. */
async function mayBegin({ actor, subject, name, declaredType }: Upload, on: Platform): Promise<Result<void>> {
  if (!mayEver(actor, "file.keep")) return refuse(actor.kind === "anonymous" ? "sign_in_needed" : "not_permitted");
  const kind = declaredKind({ name: cleanFileName(name), declaredType });
  if (!kind.ok) return kind;
  const ground = subject && (await loadGround(on.database.read, subject, { viewerId: actor.organisationId ?? "" }));
  if (subject && !ground) return refuse("not_found");
  const allowed = ground ? attach(actor, ground, on.clock()) : accept(undefined);
  if (!allowed.ok || !on.isMetered) return allowed;
  const seconds = await takePoint("upload", actor.organisationId ?? "");
  return seconds > 0 ? refuse("too_many_requests", { seconds }) : allowed;
}

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** Looks into the content, stores it sealed and puts it on record; what was stored for a call that is not done is taken back. */
async function keep(
  upload: Upload,
  received: Spooled,
  { on, store }: { on: Platform; store: FileStore },
): Promise<Received> {
  const { actor, origin, idempotencyKey, declaredType, subject } = upload;
  const name = cleanFileName(upload.name);
  const arrived = await received.read();
  const inspected = await inspectFile(arrived, { name, declaredType });
  if (!inspected.ok) return refused(inspected.refusal);
  const { kind, content } = inspected.value;
  const [fileId, dataKey, objectName] = [newId(), newKey(), randomBytes(16).toString("hex")];
  const sealed = sealStream(whole(content), { key: dataKey, context: contentContext(fileId) }, subject?.kind === "bid");
  const sha256 = createHash("sha256").update(content).digest("hex");
  const facts = { name, kind, sizeBytes: content.length, sha256 };
  const photo = subject?.kind === "inspection" ? await photoFacts(kind, { received: arrived, drawn: content }) : null;
  await store.put(objectName, sealed);
  let outcome: Received | undefined;
  try {
    const stored = new StoredContent({ fileId, objectName, dataKey, facts, receivedSha256: received.sha256, photo });
    outcome = await execute(
      keepFile,
      { actor, input: { subject, content: stored, about: upload.about ?? null }, idempotencyKey, origin },
      on,
    );
    return outcome;
  } finally {
    if (outcome?.kind !== "done" || outcome.isReplay) await store.delete(objectName);
  }
}

/** The way of every upload, from the API and from pages: asked for, taken in, looked into, stored sealed, put on record. */
export async function receiveUpload(upload: Upload, on: Platform = platform(), store?: FileStore): Promise<Received> {
  const allowed = await mayBegin(upload, on);
  if (!allowed.ok) return refused(allowed.refusal);
  const received = await spool(upload.body);
  if (received === null) return refused(refuse("file_too_large", { bytes: FILE_MAX_BYTES }).refusal);
  try {
    const to = store ?? (await fileStore());
    return await inspecting(() => keep(upload, received, { on, store: to }));
  } finally {
    await received.remove();
  }
}
