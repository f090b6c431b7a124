import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of the test's own, gone when the test is over. */
export function tempFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `kouan-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const MEMORY = "/dev/shm";
const ROOM_BYTES = 2 * 2 ** 30;

/** Memory where the machine offers enough of it: there, what a test writes and waits for costs a third of what it costs on a disk. */
export function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
