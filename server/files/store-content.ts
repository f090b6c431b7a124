import type { PhotoFacts } from "./photo-facts";
import type { FileFacts } from "../../domain/files/file";
import { createHash, randomBytes } from "node:crypto";
import type { Outcome } from "../platform/execute";
import { newId } from "../platform/platform";
import { newKey } from "../sealing/envelope";
import { contentContext } from "../sealing/seal-file";
import { sealStream } from "../sealing/seal-stream";
import type { Inspected } from "./inspection";
import { onePerProcess, slots } from "../platform/process/one-per-process";
import type { FileStore } from "./file-store";

/** A content that lies in the store already, sealed with its data key. */
export class StoredContent {
  constructor(
    readonly of: {
      readonly fileId: string;
      readonly objectName: string;
      readonly dataKey: Buffer;
      readonly facts: FileFacts;
      /** SHA-256 of what was received. */
      readonly receivedSha256: string;
      /** Of a picture of an inspection; null of everything else. */
      readonly photo: PhotoFacts | null;
    },
  ) {}

  /** What makes two calls the same call: the name and the bytes as they were sent, not what was made of them here. */
  toJSON(): object {
    return { name: this.of.facts.name, sha256: this.of.receivedSha256 };
  }
}

/** A content is held whole while it is looked into, and a picture unpacked besides; all others wait on the disk. */
export const inspecting = <T>(work: () => Promise<T>): Promise<T> =>
  onePerProcess("inspections of files", () => slots(2))(work);

type Content = Inspected & {
  /** Fit to be shown. */
  readonly name: string;
  readonly receivedSha256: string;
  readonly photo: PhotoFacts | null;
  /** Whether its size is to tell nothing. */
  readonly isPadded: boolean;
};

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** Stores what was found good, sealed with a key of its own, and has it put on record; what is not put on record is taken back. */
export async function storeContent<Output>(
  { kind, content, name, receivedSha256, photo, isPadded }: Content,
  store: FileStore,
  putOnRecord: (stored: StoredContent) => Promise<Outcome<Output>>,
): Promise<Outcome<Output>> {
  const [fileId, dataKey, objectName] = [newId(), newKey(), randomBytes(16).toString("hex")];
  const sha256 = createHash("sha256").update(content).digest("hex");
  const facts = { name, kind, sizeBytes: content.length, sha256 };
  await store.put(objectName, sealStream(whole(content), { key: dataKey, context: contentContext(fileId) }, isPadded));
  let outcome: Outcome<Output> | undefined;
  try {
    outcome = await putOnRecord(new StoredContent({ fileId, objectName, dataKey, facts, receivedSha256, photo }));
    return outcome;
  } finally {
    if (outcome?.kind !== "done" || outcome.isReplay) await store.delete(objectName);
  }
}
