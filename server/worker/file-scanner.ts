import { BY_ROW_LOCKS } from "../../db/database";
import { isConflict, isUnreachable } from "../../db/failures";
import { claimScans, markUnscanned, type StoredFile } from "../../db/repositories/files";
import { later, MINUTE_MS } from "../../domain/shared/time";
import { settleScan } from "../files/settle-scan";
import { type Scanner, clamdScanner } from "../files/clamd-scanner";
import type { FileStore } from "../files/file-store";
import { fileStore } from "../files/open-store";
import { execute } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import { env } from "../platform/process/env";
import { log } from "../platform/process/log";
import type { Platform } from "../platform/platform";
import { contentContext, openFacts, readFileKey } from "../sealing/seal-file";
import { openStream } from "../sealing/seal-stream";
import { backoffMs } from "../platform/process/outage";

const BATCH = 4;
const LEASE_MS = 5 * MINUTE_MS;

const clockwork = mintActor({ kind: "system" });

/** The scanner that is configured; null where there is none. */
export const configuredScanner = (): Scanner | null => {
  const { CLAMD_URL } = env();
  return CLAMD_URL === "" ? null : clamdScanner(CLAMD_URL);
};

async function contentOf(on: Platform, file: StoredFile, store: FileStore): Promise<AsyncIterable<Uint8Array>> {
  const key = await readFileKey(on.database.read, file, true);
  const { sizeBytes } = openFacts(file.facts, { fileId: file.id, dataKey: key });
  const sealed = await store.get(file.objectName);
  if (sealed === null) throw new Error("its content is not in the store");
  return openStream(sealed, { key, context: contentContext(file.id) }, sizeBytes);
}

async function scanOne(on: Platform, file: StoredFile, by: { scanner: Scanner; store: FileStore }): Promise<void> {
  try {
    const { isInfected, signature } = await by.scanner.scan(await contentOf(on, file, by.store));
    if (isInfected) log.warn({ fileId: file.id, signature }, "an infected file was deleted");
    // From here on nobody is given it; what a crash leaves of it in the store the sweeper takes.
    await execute(settleScan, { actor: clockwork, input: { fileId: file.id, isInfected } }, on);
    if (isInfected) await by.store.delete(file.objectName);
  } catch (error) {
    if (isUnreachable(error)) throw error;
    const about = { fileId: file.id, attempts: file.attempts };
    if (isConflict(error)) log.debug(about, "what a scan found is kept at another try");
    else log.warn({ ...about, err: error }, "a file could not be scanned");
    const retryAt = later(on.clock(), backoffMs(file.attempts));
    await on.database.write((tx) => markUnscanned(tx, file.id, { error: String(error), retryAt }), BY_ROW_LOCKS);
  }
}

/**
 * Has waiting files scanned, those too that came while no scanner was configured. One that cannot be is tried again, later each
 * time, and meanwhile is nobody's but its organisation's. Answers whether more may wait.
 */
export async function scanRound(on: Platform, scanner: Scanner, store?: FileStore): Promise<boolean> {
  const claimed = await on.database.write(
    (tx) => claimScans(tx, { now: on.clock(), leaseMs: LEASE_MS }, BATCH),
    BY_ROW_LOCKS,
  );
  const to = store ?? (await fileStore());
  await Promise.all(claimed.map((file) => scanOne(on, file, { scanner, store: to })));
  return claimed.length === BATCH;
}
