import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "../../domain/shared/result";
import { type FileStore, isObjectName } from "./file-store";

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

async function writeAll(file: FileHandle, content: AsyncIterable<Uint8Array>, isDurable: boolean): Promise<void> {
  try {
    for await (const part of content) await file.writeFile(part);
    if (isDurable) await file.sync();
  } finally {
    await file.close();
  }
}

/** A file's content, or a folder's names, is on the disk when this ends: a rename is durable once its folder is written. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So many files are flushed at once: the disk orders them better than one after the other. */
const FLUSHED_AT_ONCE = 32;

export type DiskStore = FileStore & {
  /** Leaves on the disk all that was put while the store was not durable. */
  flush(): Promise<void>;
};

/**
 * Files of mode 0600 in folders of 0700, written under another name first; two letters of the name make the folder. What is put is on the disk when
 * `put` ends; a store that is not durable leaves that to `flush`, for contents that are thrown away if their making is cut off.
 */
export function diskStore(root: string, { isDurable = true }: { readonly isDurable?: boolean } = {}): DiskStore {
  const folderOf = (name: string): string => join(root, "kept", name.slice(-2));
  const pathOf = (name: string): string => {
    assert(isObjectName(name), "an object's name is letters and digits");
    return join(folderOf(name), name);
  };
  return {
    async put(name, content) {
      const path = pathOf(name);
      const drafts = join(root, "drafts");
      const draft = join(drafts, name);
      await mkdir(drafts, { recursive: true, mode: 0o700 });
      await mkdir(folderOf(name), { recursive: true, mode: 0o700 });
      const file = await open(draft, "wx", 0o600);
      try {
        await writeAll(file, content, isDurable);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      if (isDurable) await sync(folderOf(name));
    },
    async get(name) {
      const path = pathOf(name);
      try {
        await stat(path);
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
      return (async function* () {
        yield* createReadStream(path) as AsyncIterable<Uint8Array>;
      })();
    },
    delete: (name) => rm(pathOf(name), { force: true }),
    async *olderThan(beforeMs) {
      for (const part of ["drafts", "kept"]) {
        const entries = await readdir(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ root, part), {
          withFileTypes: true,
          recursive: true,
        }).catch((error) => {
          if (isAbsent(error)) return [];
          throw error;
        });
        const old: string[] = [];
        for (const entry of entries.filter((one) => one.isFile())) {
          const found = await stat(join(entry.parentPath, entry.name)).catch(() => null);
          if (found === null || found.mtimeMs >= beforeMs) continue;
          // Half a file of a process that was killed; nobody will finish it.
          if (part === "drafts") await rm(join(entry.parentPath, entry.name), { force: true });
          else old.push(entry.name);
        }
        if (old.length > 0) yield old;
      }
    },
    async flush() {
      const kept = join(/* turbopackIgnore: true */ root, "kept");
      const entries = await readdir(/* turbopackIgnore: true */ kept, { withFileTypes: true, recursive: true }).catch(
        (error) => {
          if (isAbsent(error)) return [];
          throw error;
        },
      );
      const paths = entries.map((entry) => join(entry.parentPath, entry.name));
      for (let at = 0; at < paths.length; at += FLUSHED_AT_ONCE)
        await Promise.all(paths.slice(at, at + FLUSHED_AT_ONCE).map(sync));
    },
  };
}
