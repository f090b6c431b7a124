import { forgetLooseFiles, knownObjects } from "../../db/repositories/files";
import { DAY_MS, HOUR_MS, later } from "../../domain/shared/instant";
import { sweepSpool } from "../files/spool";
import type { FileStore } from "../files/storage/file-store";
import { fileStore } from "../files/storage/open-store";
import type { Platform } from "../platform/platform";

const LOOSE_KEPT_MS = DAY_MS;
/** Longer than any upload takes between the storing of its content and its row. */
const OBJECT_GRACE_MS = HOUR_MS;

/**
 * Forgets uploads of which nothing was made within a day, then deletes every content that no row speaks of: of files that were
 * forgotten, taken away or infected, and of calls that a crash cut off, also where those had only begun.
 */
export async function sweepFiles(on: Platform, store?: FileStore): Promise<void> {
  const now = on.clock();
  await on.database.write((tx) => forgetLooseFiles(tx, later(now, -LOOSE_KEPT_MS)));
  await sweepSpool(now - OBJECT_GRACE_MS);
  const from = store ?? (await fileStore());
  for await (const names of from.olderThan(now - OBJECT_GRACE_MS)) {
    const known = await knownObjects(on.database.read, names);
    for (const name of names) if (!known.has(name)) await from.delete(name);
  }
}
