import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { assert } from "../../domain/shared/result";
import { log } from "../platform/process/log";
import { type FileStore, isObjectName } from "./file-store";

export type S3Settings = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** The least that S3 takes as a part which is not the last. */
const PART_BYTES = 5 * 1024 * 1024;
const PREFIX = "kouan-files/";

/** Gathers what comes into parts of the size that S3 takes, of which one is held at a time. */
async function* partsOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const part of content) {
    held.push(part);
    size += part.byteLength;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  yield Buffer.concat(held);
}

type Place = { readonly Bucket: string; readonly Key: string };

/** Sends the parts one after another; what was sent is given up where one fails or the content breaks off. */
async function putInParts(client: S3Client, place: Place, parts: AsyncIterator<Buffer>, first: Buffer): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(place));
  try {
    const done: { ETag: string | undefined; PartNumber: number }[] = [];
    for (let part: Buffer | null = first; part !== null; ) {
      const PartNumber = done.length + 1;
      const sent = await client.send(new UploadPartCommand({ ...place, UploadId, PartNumber, Body: part }));
      done.push({ ETag: sent.ETag, PartNumber });
      const next: IteratorResult<Buffer> = await parts.next();
      part = next.done || next.value.length === 0 ? null : next.value;
    }
    await client.send(new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts: done } }));
  } catch (error) {
    // What broke is the news; a bucket's own rule also clears away parts that were never finished.
    await client
      .send(new AbortMultipartUploadCommand({ ...place, UploadId }))
      .catch((failed) => log.warn({ err: failed }, "parts of a broken upload stay in the bucket"));
    throw error;
  }
}

/** A bucket of S3 or of what speaks like it. Large contents travel in parts, so no whole one is held. */
export function s3Store({ endpoint, bucket, region, ...credentials }: S3Settings): FileStore {
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const placeOf = (name: string): Place => {
    assert(isObjectName(name), "an object's name is letters and digits");
    return { Bucket: bucket, Key: PREFIX + name };
  };
  return {
    async put(name, content) {
      const place = placeOf(name);
      const parts = partsOf(content);
      const first = (await parts.next()).value as Buffer;
      if (first.length >= PART_BYTES) return putInParts(client, place, parts, first);
      await client.send(new PutObjectCommand({ ...place, Body: first }));
    },
    async get(name) {
      const place = placeOf(name);
      try {
        await client.send(new HeadObjectCommand(place));
      } catch (error) {
        if ((error as Error).name === "NotFound") return null;
        throw error;
      }
      return (async function* () {
        const { Body } = await client.send(new GetObjectCommand(place));
        yield* Body as unknown as AsyncIterable<Uint8Array>;
      })();
    },
    async delete(name) {
      await client.send(new DeleteObjectCommand(placeOf(name)));
    },
    async *olderThan(beforeMs) {
      for (let token: string | undefined, isMore = true; isMore; isMore = token !== undefined) {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: PREFIX, ContinuationToken: token }),
        );
        const old = (page.Contents ?? []).filter((one) => (one.LastModified?.getTime() ?? beforeMs) < beforeMs);
        yield old.map((one) => (one.Key ?? "").slice(PREFIX.length)).filter(isObjectName);
        token = page.NextContinuationToken;
      }
    },
  };
}
