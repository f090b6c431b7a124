// Sends a gigabyte of files at once to the built product and watches its memory: node --conditions=react-server --import tsx test/long/uploads.ts
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const FILES = 50;
const FILE_BYTES = 20 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;
const LOOK_EVERY_MS = 100;
const SETTLE_MS = 10_000;
/** What the process may hold beyond what it held before: two contents that are looked into, their copies, and the collector's slack. */
const GROWTH_MAX_BYTES = 450 * MEBIBYTE;

const folder = mkdtempSync(join(tmpdir(), "kouan-uploads-"));
process.env.DATA_DIR = folder;
process.env.DATABASE_URL = `file:${join(folder, "kouan.db")}`;

// What reads the environment reads it once, when it is imported.
const { prepareDatabase } = await import("@/db/prepare-database");
const { openDatabase } = await import("@/db/open-database");
const { makeKillMarket } = await import("./market");
const { serverOf } = await import("./server");
await prepareDatabase({ dialect: "sqlite", file: join(folder, "kouan.db") });
const database = openDatabase();
const { buyer } = await makeKillMarket(database, 0);
await database.close();
const env = { KOUAN_ENV: "production", BASE_URL: "https://market.example", SMTP_URL: "smtp://127.0.0.1:9" };
const server = serverOf({ ...env, LOG_LEVEL: "error" }, join(folder, "server.log"));
await server.start();

/** Of the process that serves; its system says so. */
const residentBytes = (): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.processId()}/status`, "utf8"))?.[1] ?? 0) * 1024;

const text = Buffer.from(randomBytes(FILE_BYTES / 2).toString("hex"));

/** Each a table of twenty mebibytes, sent in pieces as a browser does. */
async function send(serial: number): Promise<number> {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= text.length) return controller.close();
      controller.enqueue(text.subarray(at, at + 64 * 1024));
      at += 64 * 1024;
    },
  });
  const headers = {
    authorization: buyer.authorization,
    "idempotency-key": `upload-${serial}`,
    "content-type": "text/csv",
    "x-file-name": `table-${serial}.csv`,
  };
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const answer = await fetch(`${server.url}/api/v1/files`, init);
  await answer.text();
  return answer.status;
}

await send(FILES);
await pause(SETTLE_MS);
const before = residentBytes();
let peak = before;
let isOver = false;
const watching = (async () => {
  for (; !isOver; await pause(LOOK_EVERY_MS)) peak = Math.max(peak, residentBytes());
})();
const startMs = performance.now();
const statuses = await Promise.all(Array.from({ length: FILES }, (_, serial) => send(serial)));
const seconds = (performance.now() - startMs) / 1000;
isOver = true;
await watching;
await pause(SETTLE_MS);
const after = residentBytes();
await server.stop();

const kept = readdirSync(join(folder, "files"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
const mebibytes = (bytes: number): string => `${Math.round(bytes / MEBIBYTE)} MiB`;
const done = statuses.filter((status) => status === 201).length;
console.log(
  `  ${done} of ${FILES} files of ${mebibytes(FILE_BYTES)} kept in ${seconds.toFixed(1)} s, ${mebibytes(kept)} on disk`,
);
console.log(`  memory before ${mebibytes(before)}, peak ${mebibytes(peak)}, after ${mebibytes(after)}`);
process.exitCode = done === FILES && peak - before < GROWTH_MAX_BYTES ? 0 : 1;
