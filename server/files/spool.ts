import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FILE_MAX_BYTES } from "../../domain/files/file-limits";
import { env } from "../platform/process/env";
import { newKey } from "../sealing/envelope";
import { openStream, sealStream } from "../sealing/seal-stream";

export type Spooled = {
  readonly sizeBytes: number;
  /** SHA-256 of what was received, in hexadecimal. */
  readonly sha256: string;
  read(): Promise<Buffer>;
  remove(): Promise<void>;
};

class TooLarge extends Error {}

const arrivingFolder = (): string => join(env().DATA_DIR, "files", "arriving");

/** Removes what killed processes had begun to take in before this time. */
export async function sweepSpool(beforeMs: number): Promise<void> {
  const folder = arrivingFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(/* turbopackIgnore: true */ folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < beforeMs) await rm(path, { force: true });
  }
}

/** Keeps a few bytes where uploads arrive, and takes them out again; throws where that is not possible. */
export async function probeSpool(): Promise<void> {
  const folder = arrivingFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `probe-${randomBytes(8).toString("hex")}`);
  try {
    await writeFile(path, "kept?", { mode: 0o600, flag: "wx", flush: true });
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * Takes in a content as it comes, without holding it: to a file of its own under a key that only this call knows, so that a killed
 * process leaves nothing that can be read. Null once there is a byte too many, of which no more are read; throws where it breaks off.
 */
export async function spool(body: AsyncIterable<Uint8Array>): Promise<Spooled | null> {
  const folder = arrivingFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomBytes(16).toString("hex"));
  const by = { key: newKey(), context: "arriving" };
  const hash = createHash("sha256");
  let sizeBytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const part of body) {
      sizeBytes += part.byteLength;
      if (sizeBytes > FILE_MAX_BYTES) throw new TooLarge();
      hash.update(part);
      yield part;
    }
  }
  const remove = () => rm(path, { force: true });
  const file = await open(path, "wx", 0o600);
  try {
    for await (const part of sealStream(counted(), by)) await file.writeFile(part);
  } catch (error) {
    await remove();
    if (error instanceof TooLarge) return null;
    throw error;
  } finally {
    await file.close();
  }
  return {
    sizeBytes,
    sha256: hash.digest("hex"),
    remove,
    async read() {
      const content = Buffer.alloc(sizeBytes);
      let at = 0;
      for await (const part of openStream(createReadStream(path), by, sizeBytes)) at += part.copy(content, at);
      return content;
    },
  };
}
