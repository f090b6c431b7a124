import { type Actor, mayEver } from "../../domain/access/policy";
import type { FileSubject } from "../../domain/files/file";
import { attach } from "../../domain/files/file-access";
import { FILE_MAX_BYTES } from "../../domain/files/file-limits";
import { cleanFileName } from "../../domain/files/file-name";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { keepFile } from "./keep-file";
import { execute, type Origin, type Outcome } from "../platform/execute";
import { type Platform, platform } from "../platform/platform";
import { takePoint } from "../platform/rate-limit";
import { declaredKind, inspectFile } from "./inspect-file";
import { loadFileContext } from "./load-file-context";
import { photoFacts } from "./photo-facts";
import { type Spooled, spool } from "./spool";
import { inspecting, storeContent } from "./store-content";
import type { FileStore } from "./file-store";
import { fileStore } from "./open-store";

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

const refused = (refusal: Refusal): Received => ({ kind: "refused", refusal });

/** What can be refused before a byte of the content is read; but for the limit, the command asks again. */
async function mayBegin({ actor, subject, name, declaredType }: Upload, on: Platform): Promise<Result<void>> {
  if (!mayEver(actor, "file.keep")) return refuse(actor.kind === "anonymous" ? "sign_in_needed" : "not_permitted");
  const kind = declaredKind({ name: cleanFileName(name), declaredType });
  if (!kind.ok) return kind;
  const context =
    subject && (await loadFileContext(on.database.read, subject, { viewerId: actor.organisationId ?? "" }));
  if (subject && !context) return refuse("not_found");
  const allowed = context ? attach(actor, context, on.clock()) : accept(undefined);
  if (!allowed.ok || !on.isMetered) return allowed;
  const seconds = await takePoint("upload", actor.organisationId ?? "");
  return seconds > 0 ? refuse("too_many_requests", { seconds }) : allowed;
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
  const photo = subject?.kind === "inspection" ? await photoFacts(kind, { received: arrived, drawn: content }) : null;
  const stored = { kind, content, name, receivedSha256: received.sha256, photo, isPadded: subject?.kind === "bid" };
  return storeContent(stored, store, (kept) =>
    execute(
      keepFile,
      { actor, input: { subject, content: kept, about: upload.about ?? null }, idempotencyKey, origin },
      on,
    ),
  );
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
