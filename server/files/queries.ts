import "server-only";
import { createHash } from "node:crypto";
import type { Reader } from "@/db/database";
import { type StoredFile, filesOfSubject, findFile, namedFiles, subjectOf } from "@/db/repositories/files";
import { type Actor, mayEver } from "@/domain/access/policy";
import type { FileFacts, FileSubject, ShownFile } from "@/domain/files/file";
import { attach, type FileContext, isOnRecord, mayReadFile, maySeeFile } from "@/domain/files/file-access";
import { assert } from "@/domain/shared/result";
import type { Instant } from "@/domain/shared/time";
import { type BidderSubject, loadBidderContexts, loadFileContext } from "./load-file-context";
import type { FileStore } from "./file-store";
import { fileStore } from "./open-store";
import { contentContext, fileKeyReader, openFacts, readFileKey } from "../sealing/seal-file";
import { openStream } from "../sealing/seal-stream";

const isOwn = (viewer: Actor, file: StoredFile): boolean => file.organisationId === viewer.organisationId;

const mayLook = (viewer: Actor): boolean => mayEver(viewer, "file.read") || mayEver(viewer, "file.review");

/** What an administrator asks with: about one file, or about all of a subject. */
const reviewBy = (viewer: Actor, fileId?: string) => (mayEver(viewer, "file.review") ? { fileId } : undefined);

type Asked = { readonly viewer: Actor; readonly now: Instant };

type Around = { readonly context: FileContext | null; readonly named: ReadonlySet<string> };

function shownFile(file: StoredFile, dataKey: Buffer, { viewer, now, context, named }: Asked & Around): ShownFile {
  const isFree = context === null ? mayEver(viewer, "file.keep") : attach(viewer, context, now).ok;
  return {
    ...openFacts(file.facts, { fileId: file.id, dataKey }),
    id: file.id,
    state: file.state,
    isOwn: isOwn(viewer, file),
    milestoneCode: file.milestoneCode,
    createdAt: file.createdAt,
    mayRead: mayReadFile(viewer, file, context),
    mayRemove:
      isOwn(viewer, file) &&
      file.milestoneCode === null &&
      file.fieldLinkId === null &&
      isFree &&
      !isOnRecord(context, file, named),
  };
}

/**
 * What is attached to a subject, as far as the viewer may know of it; of a bid the viewer's own files. Who may see none is answered like
 * one where there are none.
 */
export async function filesOn(read: Reader, subject: FileSubject, { viewer, now }: Asked): Promise<ShownFile[]> {
  const viewerId = viewer.organisationId;
  if (viewerId === null || !mayLook(viewer)) return [];
  const context = await loadFileContext(read, subject, { viewerId, review: reviewBy(viewer) });
  if (!context) return [];
  const found = await filesOfSubject(read, subject, subject.kind === "bid" ? viewerId : undefined);
  const seen = found.filter((file) => maySeeFile(viewer, file, context));
  const named = seen.length > 0 ? await namedFiles(read, subject) : new Set<string>();
  const keyOf = fileKeyReader(read, seen);
  return Promise.all(
    seen.map(async (file) => {
      const dataKey = await keyOf(file, isOwn(viewer, file));
      return shownFile(file, dataKey, { viewer, now, context, named });
    }),
  );
}

/** What all bidders of a request have attached, by bidder, as far as the viewer may know of it; a bidder of whom it may know nothing is not there. */
export async function filesByBidder(
  read: Reader,
  subject: BidderSubject,
  { viewer, now }: Asked,
): Promise<ReadonlyMap<string, ShownFile[]>> {
  const viewerId = viewer.organisationId;
  if (viewerId === null || !mayLook(viewer)) return new Map();
  const contexts = await loadBidderContexts(read, subject, viewerId);
  const contextOfFile = ({ organisationId }: StoredFile) => contexts.get(organisationId) ?? null;
  const found = contexts.size > 0 ? await filesOfSubject(read, subject) : [];
  const seen = found.filter((file) => maySeeFile(viewer, file, contextOfFile(file)));
  const keyOf = fileKeyReader(read, seen);
  const shown = await Promise.all(
    seen.map(async (file) => {
      const dataKey = await keyOf(file, isOwn(viewer, file));
      const around = { context: contextOfFile(file), named: new Set<string>() };
      return { bidderId: file.organisationId, file: shownFile(file, dataKey, { viewer, now, ...around }) };
    }),
  );
  const byBidder = Map.groupBy(shown, ({ bidderId }) => bidderId);
  return new Map([...byBidder].map(([bidderId, own]) => [bidderId, own.map(({ file }) => file)]));
}

async function contextOf(read: Reader, viewer: Actor, file: StoredFile): Promise<FileContext | null> {
  const subject = subjectOf(file);
  if (!subject || viewer.organisationId === null) return null;
  const { organisationId: viewerId } = viewer;
  return loadFileContext(read, subject, {
    ...{ viewerId, ownerId: file.organisationId, review: reviewBy(viewer, file.id) },
  });
}

/** Whether the viewer may attach to the subject now, by the rule that the command asks. */
export async function mayAttach(read: Reader, subject: FileSubject, { viewer, now }: Asked): Promise<boolean> {
  if (viewer.organisationId === null || !mayEver(viewer, "file.keep")) return false;
  const context = await loadFileContext(read, subject, { viewerId: viewer.organisationId });
  return context !== null && attach(viewer, context, now).ok;
}

/** One file, to those who may know of it. */
export async function fileView(read: Reader, id: string, { viewer, now }: Asked): Promise<ShownFile | null> {
  const file = await findFile(read, id);
  if (!file) return null;
  const context = await contextOf(read, viewer, file);
  if (!maySeeFile(viewer, file, context)) return null;
  const named = await namedFiles(read, subjectOf(file));
  return shownFile(file, await readFileKey(read, file, isOwn(viewer, file)), { viewer, now, context, named });
}

export type OpenedFile = { readonly facts: FileFacts; readonly content: AsyncIterable<Uint8Array> };

/** What the content must come to: for others' bids what the version's receipt covers, else what was recorded when it came. */
const recordedHash = ({ sha256 }: FileFacts, id: string, context: FileContext | null): string =>
  (context?.kind === "bid" && context.sentFiles?.find((file) => file.id === id)?.sha256) || sha256;

/** Passes the content on, and breaks off at its end where it is another one than was recorded. */
async function* asRecorded(content: AsyncIterable<Uint8Array>, sha256: string, id: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const part of content) {
    hash.update(part);
    yield part;
  }
  assert(hash.digest("hex") === sha256, `the content of file ${id} is the one that was recorded`);
}

/** A file's content, opened as it is read, to those who may have it now; null for everybody else. */
export async function openFile(
  read: Reader,
  id: string,
  { viewer, store }: { readonly viewer: Actor; readonly store?: FileStore },
): Promise<OpenedFile | null> {
  const file = await findFile(read, id);
  const context = file ? await contextOf(read, viewer, file) : null;
  if (!file || !mayReadFile(viewer, file, context)) return null;
  const dataKey = await readFileKey(read, file, isOwn(viewer, file));
  const facts = openFacts(file.facts, { fileId: id, dataKey });
  const sealed = await (store ?? (await fileStore())).get(file.objectName);
  assert(sealed, `the content of file ${id} is in the store`);
  const content = openStream(sealed, { key: dataKey, context: contentContext(id) }, facts.sizeBytes);
  return { facts, content: asRecorded(content, recordedHash(facts, id, context), id) };
}
