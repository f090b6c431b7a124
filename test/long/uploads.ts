// Sends a gigabyte of files at once to the built product, then another, and watches its memory: `npm run test:long` does, or alone
// node --conditions=react-server --import tsx test/long/uploads.ts
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { House } from "./market";

const FILES = 50;
const FILE_BYTES = 20 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;
const LOOK_EVERY_MS = 100;
const SETTLE_MS = 10_000;
/** What the process may hold beyond what it held before: two contents that are looked into, their copies, and the collector's slack. */
const GROWTH_MAX_BYTES = 450 * MEBIBYTE;
/** The second gigabyte may need no more than the first did, but for a tenth: what grows from one to the next grows without end. */
const SECOND_PEAK_MAX = 1.1;

const [reportFile] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), "kouan-uploads-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
process.env.DATA_DIR = folder;
process.env.DATABASE_URL = `file:${join(folder, "kouan.db")}`;

// What reads the environment reads it once, when it is imported.
const { prepareDatabase } = await import("@/db/prepare-database");
const { makeSecrets } = await import("@/server/platform/process/secrets");
const { openDatabase } = await import("@/db/open-database");
const { makeKillMarket } = await import("./market");
const { serverOf } = await import("./server");
makeSecrets();
await prepareDatabase({ dialect: "sqlite", file: join(folder, "kouan.db") });
const database = openDatabase();
const { buyer, providers } = await makeKillMarket(database, 0);
await database.close();
const env = { KOUAN_ENV: "production", BASE_URL: "https://market.example", SMTP_URL: "smtp://127.0.0.1:9" };
const server = serverOf({ ...env, LOG_LEVEL: "error" }, join(folder, "server.log"));
await server.start();

/** Of the process that serves; its system says so. */
const residentBytes = (): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.processId()}/status`, "utf8"))?.[1] ?? 0) * 1024;

const text = Buffer.from(randomBytes(FILE_BYTES / 2).toString("hex"));

/** Each a table of twenty mebibytes, sent in pieces as a browser does. */
async function send(serial: number, by: House = buyer): Promise<number> {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= text.length) return controller.close();
      controller.enqueue(text.subarray(at, at + 64 * 1024));
      at += 64 * 1024;
    },
  });
  const headers = {
    authorization: by.authorization,
    "idempotency-key": `upload-${serial}`,
    "content-type": "text/csv",
    "x-file-name": `table-${serial}.csv`,
  };
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const answer = await fetch(`${server.url}/api/v1/files`, init);
  await answer.text();
  return answer.status;
}

/** A gigabyte at once: how it was answered, and what the process held meanwhile and afterwards. */
async function gigabyte(by: House) {
  let peakBytes = residentBytes();
  let isOver = false;
  const watching = (async () => {
    for (; !isOver; await pause(LOOK_EVERY_MS)) peakBytes = Math.max(peakBytes, residentBytes());
  })();
  const startMs = performance.now();
  const statuses = await Promise.all(Array.from({ length: FILES }, (_, serial) => send(serial, by)));
  const seconds = (performance.now() - startMs) / 1000;
  isOver = true;
  await watching;
  await pause(SETTLE_MS);
  return {
    kept: statuses.filter((status) => status === 201).length,
    seconds,
    peakBytes,
    afterBytes: residentBytes(),
  };
}

// The first file alone: what is loaded once is no growth.
await send(FILES);
await pause(SETTLE_MS);
const before = residentBytes();
// Of each organisation so many files are taken in five minutes: the second gigabyte is another's.
const first = await gigabyte(buyer);
const second = await gigabyte(providers[0] as House);
await server.stop();

const onDisk = readdirSync(join(folder, "files"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
const mebibytes = (bytes: number): string => `${Math.round(bytes / MEBIBYTE)} MiB`;
console.log(`  memory before ${mebibytes(before)}, ${mebibytes(onDisk)} on disk in the end`);
for (const [which, { kept, seconds, peakBytes, afterBytes }] of Object.entries({ first, second }))
  console.log(
    `  ${which.padEnd(6)} gigabyte: ${kept} of ${FILES} files of ${mebibytes(FILE_BYTES)} in ${seconds.toFixed(1)} s, peak ${mebibytes(peakBytes)}, after ${mebibytes(afterBytes)}`,
  );

const judged = [
  { name: "every file of both gigabytes is kept", breaches: 2 * FILES - first.kept - second.kept },
  { name: "a gigabyte at once takes a bounded memory", breaches: Number(first.peakBytes - before >= GROWTH_MAX_BYTES) },
  { name: "a second one takes no more", breaches: Number(second.peakBytes > first.peakBytes * SECOND_PEAK_MAX) },
];
for (const { name, breaches } of judged) console.log(`  ${breaches === 0 ? "✓" : "✗"} ${name}`);
if (reportFile) writeFileSync(reportFile, JSON.stringify(judged));
process.exitCode = judged.every(({ breaches }) => breaches === 0) ? 0 : 1;
