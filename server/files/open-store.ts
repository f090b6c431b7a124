import { join } from "node:path";
import { env } from "../platform/process/env";
import { diskStore } from "./disk-store";
import type { FileStore } from "./file-store";

async function open(): Promise<FileStore> {
  const { DATA_DIR, FILES_S3_ENDPOINT: endpoint, ...of } = env();
  if (!endpoint) return diskStore(join(DATA_DIR, "files"));
  // Only who keeps files there pays for its client.
  const { s3Store } = await import("./s3-store");
  return s3Store({
    endpoint,
    bucket: of.FILES_S3_BUCKET,
    region: of.FILES_S3_REGION,
    accessKeyId: of.FILES_S3_ACCESS_KEY,
    secretAccessKey: of.FILES_S3_SECRET_KEY,
  });
}

let known: Promise<FileStore> | undefined;

/**
 * Lets this process keep its files on the disk without waiting for each: for a market that is built and thrown away if that is cut off. Call what it
 * answers when all is built: it leaves every file on the disk. A bucket is as it always is.
 */
export function keepFilesAsDraft(): () => Promise<void> {
  const { DATA_DIR, FILES_S3_ENDPOINT: endpoint } = env();
  if (endpoint) return async () => undefined;
  const draft = diskStore(join(DATA_DIR, "files"), { isDurable: false });
  known = Promise.resolve(draft);
  return async () => {
    await draft.flush();
    known = undefined;
  };
}

/** The process's store of files: a folder in DATA_DIR, or a bucket where one is configured. */
export const fileStore = (): Promise<FileStore> => {
  known ??= open();
  return known;
};
