// Three hundred watch one open request while bids come in, on one process over SQLite or two over PostgreSQL: when does the last one hear,
// and does anybody miss anything? `npm run test:long` does it, or alone
// node --conditions=react-server --import tsx test/long/watchers.ts sqlite|postgres
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "../postgres-server";

const DATABASE = "kouan_watchers";
const PROCESSES = { sqlite: 1, postgres: 2 } as const;
const FLOOR_MS = 500;
const GOAL_MS = 250;
/** Within so long a page shows what has changed on the board of its hub. */
const BOARD_FLOOR_MS = 2_000;
const CLOSURES = 5;
const WARM_BIDS = 12;
const AT_ONCE = 25;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { clients: { type: "string", default: "300" }, bids: { type: "string", default: "60" } },
});
const [lane = "sqlite", reportFile] = positionals;
const isPostgres = lane === "postgres";
const clientCount = Number(values.clients);
const bidCount = Number(values.bids);

const folder = mkdtempSync(join(tmpdir(), "kouan-watchers-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
const postgres = isPostgres ? await startPostgres() : null;
await postgres?.create(DATABASE);
Object.assign(process.env, {
  DATA_DIR: folder,
  DATABASE_URL: postgres ? postgres.url(DATABASE) : `file:${join(folder, "kouan.db")}`,
  KOUAN_ENV: "demo",
  SEED: "none",
});

// What reads the environment reads it once, when it is imported.
const { serveNext, ROOT } = await import("@/bench/server");
const { prepareDatabase } = await import("@/db/prepare-database");
const { makeSecrets } = await import("@/server/platform/process/secrets");
const { openDatabase } = await import("@/db/open-database");
const { findRequest } = await import("@/db/repositories/requests");
const { seqOfMark } = await import("@/server/live/log-mark");
const { boardNews } = await import("./stream-client");
const { browserWatcher } = await import("./browser-watcher");
const { bidsOf, measure, quantile } = await import("./measure");
const { openRequest } = await import("./open-request");
const { streamClient } = await import("./stream-client");

makeSecrets();
await prepareDatabase(
  postgres
    ? { dialect: "postgres", url: postgres.url(DATABASE) }
    : { dialect: "sqlite", file: join(folder, "kouan.db") },
);
const database = openDatabase();
const { requestId, bidders, userId } = await openRequest(database);
const servers: Awaited<ReturnType<typeof serveNext>>[] = [];
for (let count = 0; count < PROCESSES[isPostgres ? "postgres" : "sqlite"]; count++)
  servers.push(await serveNext(ROOT, { env: { LOG_LEVEL: "error" }, health: "/api/health" }));

/** Bidders by their session, all others as visitors, each from an address of its own; by turns at one process and the other. */
const clients = Array.from({ length: clientCount }, (_, at) => {
  const cookie = bidders[at]?.cookie;
  const address = { "x-forwarded-for": `10.0.${at >> 8}.${at & 255}` };
  return streamClient({
    url: `${servers[at % servers.length]?.url}/api/requests/${requestId}/stream`,
    headers: cookie ? { cookie, ...address } : address,
    seqOf: (mark) => seqOfMark(requestId, mark),
  });
});
for (let at = 0; at < clients.length; at += AT_ONCE)
  await Promise.all(clients.slice(at, at + AT_ONCE).map((client) => client.come()));

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const page = `${servers.at(-1)?.url}/en/requests/${requestId}`;
const browser = existsSync(chromium) ? await browserWatcher(page, chromium) : null;

const bid = bidsOf({ url: servers[0]?.url ?? "", requestId, bidders });
for (let count = 0; count < WARM_BIDS; count++) await bid();
const seqNow = async () => (await findRequest(database.read, requestId))?.logSeq ?? 0;
const measured = await measure(clients, bid, { bids: bidCount, firstSeq: (await seqNow()) + 1 });
const heardByBrowser = browser?.told.length ?? 0;
const browserLine = await browser?.line();
await browser?.close();
const boardMs = await boardNews(clients, { database, userId, closures: CLOSURES });
const places = clients.slice(0, bidders.length).reduce((sum, client) => sum + client.places(), 0);
for (const client of clients) client.cut();
await Promise.all(servers.map((server) => server.stop()));
await database.close();
await postgres?.stop();

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const spread = (all: readonly number[]): string =>
  `p50 ${ms(quantile(all, 0.5))}, p95 ${ms(quantile(all, 0.95))}, max ${ms(quantile(all, 1))}`;
const p95 = quantile(measured.lastMs, 0.95);
console.log(
  `  ${lane}, ${servers.length} process(es), ${clientCount} clients, ${bidCount} bids, ${browser ? `a browser (${browserLine}, heard ${heardByBrowser})` : "no browser here"}, ${places} places told`,
);
console.log(
  `  from sending a bid to the last client: ${spread(measured.lastMs)} (floor ${FLOOR_MS} ms, goal ${GOAL_MS} ms)`,
);
console.log(`  from sending a bid to each client:     ${spread(measured.allMs)}`);
console.log(`  from a closure to the last client:     ${spread(boardMs)} (floor ${BOARD_FLOOR_MS} ms)`);

const judged = [
  { name: "nobody missed an event, through all reconnects", breaches: measured.missed },
  { name: "nobody heard an event twice", breaches: measured.doubled },
  { name: "everybody heard them in order", breaches: measured.unordered },
  { name: "the browser heard every bid", breaches: browser ? WARM_BIDS + bidCount - heardByBrowser : 0 },
  {
    name: `whichever process, the last client hears of a closure within ${BOARD_FLOOR_MS} ms`,
    breaches: boardMs.filter((one) => one >= BOARD_FLOOR_MS).length,
  },
  { name: `the last client hears within ${FLOOR_MS} ms, p95`, breaches: Number(p95 > FLOOR_MS) },
];
for (const { name, breaches } of judged)
  console.log(`  ${breaches === 0 ? "✓" : "✗"} ${name}${breaches > 0 ? `: ${breaches}` : ""}`);
if (reportFile) writeFileSync(reportFile, JSON.stringify(judged));
process.exitCode = judged.every(({ breaches }) => breaches === 0) ? 0 : 1;
