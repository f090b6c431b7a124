import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { tempFolder } from "@/test/temp-folder";
import { diskStore } from "./disk-store";
import type { FileStore } from "./file-store";
import { s3Store } from "./s3-store";

const newFolder = (): string => tempFolder("files");
const newName = (): string => randomBytes(16).toString("hex");
const filesIn = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const MEBIBYTE = 1024 * 1024;

async function* inParts(content: Buffer, failAt = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 100_000) {
    if (at >= failAt) throw new Error("the sender is gone");
    yield content.subarray(at, at + 100_000);
  }
}

async function all(content: AsyncIterable<Uint8Array> | null): Promise<Buffer | null> {
  if (content === null) return null;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

type Opened = {
  readonly store: FileStore;
  readonly left: () => Promise<number>;
  /** How many contents are being read: open files of this process, or answers of the bucket that were begun. */
  readonly opened: () => number;
};

async function onDisk(): Promise<Opened> {
  const root = newFolder();
  // Where the system tells it: Linux does.
  const openFiles = () =>
    (existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd") : []).filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(root);
      } catch {
        // Closed since the folder was listed, as that of the listing itself is.
        return false;
      }
    });
  return { store: diskStore(root), left: async () => filesIn(root).length, opened: () => openFiles().length };
}

/** A bucket on this machine. The giving up of an upload in parts, which it cannot do, is answered in its place and counted. */
async function inBucket(): Promise<Opened> {
  const directory = newFolder();
  const bucket = new S3rver({ silent: true, directory, configureBuckets: [{ name: "kept" }] });
  await bucket.configureBuckets();
  const answer = bucket.callback();
  const givenUp: string[] = [];
  const begun: string[] = [];
  const read: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    // Node writes the machine's own time; the client signs by what it reads here, which is another where a run plays on another day.
    response.setHeader("Date", new Date().toUTCString());
    if (request.method === "POST" && url.includes("?uploads")) begun.push(url);
    if (request.method === "GET" && url.includes("kouan-files/")) read.push(url);
    if (request.method !== "DELETE" || !url.includes("uploadId=")) return answer(request, response);
    givenUp.push(url);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = s3Store({
    endpoint,
    bucket: "kept",
    region: "us-east-1",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  });
  const kept = () => filesIn(join(directory, "kept", "kouan-files")).filter((file) => file.endsWith("_object"));
  return { store, left: async () => kept().length + begun.length - givenUp.length, opened: () => read.length };
}

describe.each([
  ["a folder", onDisk],
  ["a bucket", inBucket],
])("files kept in %s", (_, open) => {
  test.each([0, 1, 65_536, 5 * MEBIBYTE - 1, 5 * MEBIBYTE, 5 * MEBIBYTE + 1, 12 * MEBIBYTE])(
    "come back as they were put: %i bytes",
    async (size) => {
      const { store } = await open();
      const [name, content] = [newName(), randomBytes(size)];
      await store.put(name, inParts(content));
      expect((await all(await store.get(name)))?.equals(content)).toBe(true);
    },
  );

  test.each([100_000, 11 * MEBIBYTE])(
    "leave nothing behind where the content breaks off at %i bytes",
    async (failAt) => {
      const { store, left } = await open();
      const name = newName();
      await expect(store.put(name, inParts(randomBytes(12 * MEBIBYTE), failAt))).rejects.toThrow("the sender is gone");
      expect(await store.get(name)).toBeNull();
      expect(await left()).toBe(0);
    },
  );

  test("hold nothing open until they are read, however many answers nobody reads", async () => {
    const { store, opened } = await open();
    const [name, content] = [newName(), randomBytes(200_000)];
    await store.put(name, inParts(content));
    for (let one = 0; one < 60; one++) expect(await store.get(name)).not.toBeNull();
    expect(opened()).toBe(0);
    const read = (await store.get(name)) as AsyncIterable<Uint8Array>;
    for await (const _ of read) break;
    expect(opened()).toBeLessThan(2);
    expect((await all(await store.get(name)))?.equals(content)).toBe(true);
  });

  test("that are not there are nothing, and may be deleted", async () => {
    const { store } = await open();
    expect(await store.get(newName())).toBeNull();
    await store.delete(newName());
  });

  test("are gone once they are deleted", async () => {
    const { store, left } = await open();
    const name = newName();
    await store.put(name, inParts(randomBytes(10)));
    await store.delete(name);
    expect(await store.get(name)).toBeNull();
    expect(await left()).toBe(0);
  });

  test("are listed by age", async () => {
    const { store } = await open();
    const name = newName();
    await store.put(name, inParts(randomBytes(10)));
    const listed = async (beforeMs: number) => (await Array.fromAsync(store.olderThan(beforeMs))).flat();
    // Times so far away that it does not matter by whose clock the store writes down when it was put.
    expect(await listed(0)).toEqual([]);
    expect(await listed(Date.parse("2200-01-01"))).toEqual([name]);
  });

  test.each(["../../etc/passwd", "a/b", "", "UPPERCASELETTERS", "short"])("cannot be named %j", async (name) => {
    const { store } = await open();
    await expect(store.put(name, inParts(randomBytes(1)))).rejects.toThrow("letters and digits");
    await expect(store.get(name)).rejects.toThrow("letters and digits");
  });
});

/** How often this process waits for the disk while `work` runs. */
async function flushesOf(work: () => Promise<unknown>): Promise<number> {
  const handle = await open(tmpdir(), "r");
  const flush = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, "sync");
  await handle.close();
  try {
    await work();
    return flush.mock.calls.length;
  } finally {
    flush.mockRestore();
  }
}

describe("what is put in a folder", () => {
  const put = (store: FileStore) => store.put(newName(), inParts(Buffer.alloc(1_000)));

  test("is on the disk, content and name, before it is answered", async () => {
    expect(await flushesOf(() => put(diskStore(newFolder())))).toBe(2);
  });

  test("as a draft waits for nothing, and is on the disk with its folder when all is flushed", async () => {
    const root = newFolder();
    const draft = diskStore(root, { isDurable: false });
    expect(await flushesOf(() => put(draft))).toBe(0);
    expect(await flushesOf(() => draft.flush())).toBe(2);
    expect(filesIn(join(root, "kept"))).toHaveLength(1);
  });

  test("as a draft of nothing flushes nothing", async () => {
    expect(await flushesOf(() => diskStore(newFolder(), { isDurable: false }).flush())).toBe(0);
  });
});

test("what lies on the disk is its owner's alone", async () => {
  const root = newFolder();
  await diskStore(root).put(newName(), inParts(randomBytes(10)));
  expect(filesIn(root).map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
});
