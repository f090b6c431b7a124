// What the framework's own server does first: without it nothing of a request (its cookies, its headers) can be asked for.
import "next/dist/server/node-environment-baseline";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Each worker has keys of its own, whatever the machine has set; files that share a worker share them.
const once = globalThis as { kouanKeysFolder?: string };
if (once.kouanKeysFolder === undefined) {
  const folder = mkdtempSync(join(tmpdir(), "kouan-keys-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  once.kouanKeysFolder = folder;
}
process.env.DATA_DIR = once.kouanKeysFolder;
// What a process keeps for as long as it runs (spent points of limits, seats, a resting circuit) is no other file's.
for (const name of Object.keys(globalThis))
  if (/^kouan(?!(KeysFolder|Walks)$)/.test(name)) Reflect.deleteProperty(globalThis, name);
// The test runner sets this name for itself, to a path.
process.env.BASE_URL = "https://market.example";

// As a start makes them over an empty database. Read only now: what reads the environment reads it once.
(await import("../server/platform/process/secrets")).makeSecrets();
(await import("./no-walks")).refuseWalks();
