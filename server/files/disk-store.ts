import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "../../domain/shared/assert";
import { type FileStore, isObjectName } from "./file-store";

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

async function writeAll(file: FileHandle, content: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const part of content) await file.writeFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable once its folder is written. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Files of mode 0600 in folders of 0700, written under another name first; two letters of the name make the folder. */
export function diskStore(root: string): FileStore {
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
        await writeAll(file, content);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(folderOf(name));
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
  };
}
