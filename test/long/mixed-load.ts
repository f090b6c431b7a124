// Twelve thousand requests of every kind against the built product, on one process over SQLite or two over PostgreSQL: pages, the API, bids,
// refused uploads, callers beyond their limits, and (on PostgreSQL) a database that is stopped twice meanwhile. Nobody may wait above five
// seconds for an answer, and a 500 must have its reference in the log. `npm run test:long` does it, or alone
// node --conditions=react-server --import tsx test/long/mixed-load.ts sqlite|postgres
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { freePort, startPostgres } from "../postgres-server";
import { serverOf } from "./server";

const DATABASE = "kouan_mixed";
const CALLERS = 16;
const WAIT_MAX_MS = 5_000;
/** After so long a caller gives up: it is counted as one that waited too long. */
const GIVE_UP_MS = 30_000;
const OUTAGES = 2;
const OUTAGE_MS = 6_000;
const SHOWN_MAX = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { requests: { type: "string", default: "12000" } },
});
const [lane = "sqlite", reportFile] = positionals;
const wanted = Number(values.requests);

const folder = mkdtempSync(join(tmpdir(), "kouan-mixed-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
const postgres = lane === "postgres" ? await startPostgres() : null;
await postgres?.create(DATABASE);
Object.assign(process.env, {
  DATA_DIR: folder,
  DATABASE_URL: postgres ? postgres.url(DATABASE) : `file:${join(folder, "kouan.db")}`,
  KOUAN_ENV: "demo",
  SEED: "none",
});

// What reads the environment reads it once, when it is imported.
const { prepareDatabase } = await import("@/db/prepare-database");
const { openDatabase } = await import("@/db/open-database");
const { makeSecrets } = await import("@/server/platform/process/secrets");
const { openRequest } = await import("./open-request");
const { bidOf } = await import("./market");
const { DEAL_BODY } = await import("@/server/deals/examples");
await prepareDatabase(
  postgres
    ? { dialect: "postgres", url: postgres.url(DATABASE) }
    : { dialect: "sqlite", file: join(folder, "kouan.db") },
);
makeSecrets();
const database = openDatabase();
const { requestId, bidders } = await openRequest(database);
await database.close();

const ports: number[] = [];
for (let count = 0; count < (postgres ? 2 : 1); count++) ports.push(await freePort());
const logFiles = ports.map((port) => join(folder, `server-${port}.log`));
const servers = ports.map((port, at) => serverOf({ LOG_LEVEL: "info" }, logFiles[at] as string, port));
for (const server of servers) await server.start();

type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
};
type Answer = {
  readonly kind: string;
  readonly status: number;
  readonly waitedMs: number;
  readonly text: string;
  readonly retryAfter: string | undefined;
};

/** One call on the caller's one socket, read to its end; status 0 where the connection ended without an answer. */
function send(agent: Agent, port: number, kind: string, { method, path, headers, body }: Sent): Promise<Answer> {
  const startMs = performance.now();
  return new Promise((resolve) => {
    let status = 0;
    let retryAfter: string | undefined;
    const parts: Buffer[] = [];
    const over = () =>
      resolve({
        kind,
        status,
        waitedMs: performance.now() - startMs,
        text: Buffer.concat(parts).toString(),
        retryAfter,
      });
    const call = request({ agent, port, host: "127.0.0.1", method, path, headers, timeout: GIVE_UP_MS }, (answer) => {
      status = answer.statusCode ?? 0;
      retryAfter = answer.headers["retry-after"];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("end", over);
      answer.once("error", over);
    });
    call.once("timeout", () => call.destroy());
    call.once("error", over);
    call.end(body);
  });
}

const LARGE = Buffer.alloc(3_000_000, "<svg/>");
const BOUNDARY = "----mixed";
const fileForm = (fields: Readonly<Record<string, string>>, name: string): Buffer => {
  const parts = Object.entries(fields).map(
    ([field, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `${parts.join("")}--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/svg+xml\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), LARGE, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
};
const formHeaders = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
const ofRequest = { subject: "request", subjectId: requestId };

const DAY_MS = 86_400_000;
const bidIds = new Map<string, string>();
let serial = 0;
const nextKey = (): string => `mixed-${++serial}`;
type Bidder = (typeof bidders)[number];

/** What callers ask, each by turns; the shares are those of a busy day with rude visitors in it. */
const KINDS: Readonly<Record<string, { readonly weight: number; of(bidder: Bidder, port: number): Sent }>> = {
  list: { weight: 12, of: () => ({ method: "GET", path: "/en/requests" }) },
  page: { weight: 12, of: ({ cookie }) => ({ method: "GET", path: `/en/requests/${requestId}`, headers: { cookie } }) },
  home: { weight: 4, of: () => ({ method: "GET", path: "/zh-CN" }) },
  missing: { weight: 6, of: () => ({ method: "GET", path: `/en/requests/${"0".repeat(26)}` }) },
  read: {
    weight: 20,
    of: ({ house }) => ({
      method: "GET",
      path: `/api/v1/requests/${requestId}`,
      headers: { authorization: house.authorization },
    }),
  },
  // The first one hands it in, all others go lower.
  bid: {
    weight: 14,
    of: ({ house }) => {
      const bidId = bidIds.get(house.organisationId);
      return {
        method: bidId ? "PATCH" : "POST",
        path: bidId ? `/api/v1/bids/${bidId}` : `/api/v1/requests/${requestId}/bids`,
        headers: {
          authorization: house.authorization,
          "content-type": "application/json",
          "idempotency-key": nextKey(),
        },
        body: JSON.stringify(bidOf(100_000_000 - serial * 100)),
      };
    },
  },
  // One caller that asks for more than anybody may: beyond 600 a minute it is told to wait.
  greedy: {
    weight: 40,
    of: () => ({
      method: "POST",
      path: "/api/v1/deals",
      headers: {
        authorization: (bidders[0] as Bidder).house.authorization,
        "content-type": "application/json",
        "idempotency-key": nextKey(),
      },
      body: JSON.stringify({ ...DEAL_BODY, readyDate: new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10) }),
    }),
  },
  svg: {
    weight: 3,
    of: ({ cookie }, port) => ({
      method: "POST",
      path: "/api/files",
      headers: { cookie, origin: `http://127.0.0.1:${port}`, ...formHeaders },
      body: fileForm(ofRequest, "drawing.svg"),
    }),
  },
  signedOut: {
    weight: 2,
    of: (_, port) => ({
      method: "POST",
      path: "/api/files",
      headers: { origin: `http://127.0.0.1:${port}`, ...formHeaders },
      body: fileForm(ofRequest, "drawing.pdf"),
    }),
  },
  malformed: {
    weight: 2,
    of: ({ cookie }, port) => ({
      method: "POST",
      path: "/api/files",
      headers: { cookie, origin: `http://127.0.0.1:${port}`, ...formHeaders },
      body: LARGE,
    }),
  },
  apiUpload: {
    weight: 3,
    of: ({ house }) => ({
      method: "POST",
      path: "/api/v1/files",
      headers: {
        authorization: house.authorization,
        "content-type": "image/svg+xml",
        "x-file-name": "drawing.svg",
        "idempotency-key": nextKey(),
      },
      body: LARGE,
    }),
  },
  wrongMethod: { weight: 2, of: () => ({ method: "DELETE", path: "/en/requests" }) },
};

/** What a person asks for by an address, whatever it is answered. */
const PAGES = ["list", "page", "home", "missing"];

const kindNames = Object.entries(KINDS).flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name));

const answers: Answer[] = [];
let started = 0;

async function call(at: number): Promise<void> {
  const own = ports[at % ports.length] as number;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let turn = 0; started < wanted; turn++) {
    started++;
    // Each caller goes through the kinds in an order of its own.
    const kind = kindNames[(turn * 7 + at * 13) % kindNames.length] as string;
    const bidder = bidders[at % bidders.length] as Bidder;
    // A process counts by itself what a caller asks of it.
    const port = kind === "greedy" ? (ports[0] as number) : own;
    const answer = await send(agent, port, kind, (KINDS[kind] as (typeof KINDS)[string]).of(bidder, port));
    if (kind === "bid" && answer.status === 201)
      bidIds.set(bidder.house.organisationId, (JSON.parse(answer.text) as { id: string }).id);
    answers.push(answer);
  }
  agent.destroy();
}

const healthOf = ({ url }: (typeof servers)[number]): Promise<string> =>
  fetch(`${url}/api/health`).then(
    async (answer) => `${answer.status} ${((await answer.json()) as { reason?: string }).reason ?? ""}`.trim(),
    String,
  );

/** What each process says of its health in the middle of each outage. */
const healthAway: string[] = [];

/** Stops the database at a third and at two thirds of the requests, for some seconds. */
async function outages(): Promise<void> {
  if (!postgres) return;
  for (let count = 1; count <= OUTAGES; count++) {
    while (started < (wanted * count) / (OUTAGES + 1)) await pause(50);
    await postgres.crash();
    await pause(OUTAGE_MS / 2);
    healthAway.push(...(await Promise.all(servers.map(healthOf))));
    await pause(OUTAGE_MS / 2);
    await postgres.restart();
  }
}

const startMs = performance.now();
await Promise.all([outages(), ...Array.from({ length: CALLERS }, (_, at) => call(at))]);
const seconds = (performance.now() - startMs) / 1000;
await pause(2_000);
const healthAfter = await Promise.all(servers.map(healthOf));
for (const server of servers) await server.stop();
await postgres?.stop();

const logs = logFiles.map((file) => readFileSync(file, "utf8")).join("\n");
const isInLog = (text: string): boolean => {
  const references = text.match(/\b[0-9A-Z]{8}\b/g) ?? [];
  return references.some((reference) => logs.includes(reference));
};
const late = answers.filter(({ waitedMs }) => waitedMs > WAIT_MAX_MS);
const faults = answers.filter(({ status }) => status === 500);
const silent = answers.filter(({ status }) => status === 0);
const hasNoTime = answers.filter(({ status, retryAfter }) => [429, 503, 507].includes(status) && !retryAfter);
const limited = answers.filter(({ status }) => status === 429);
const halfPages = answers.filter(
  ({ kind, status, text }) => PAGES.includes(kind) && status >= 400 && !/<h1[^>]*>[^<]+<[^]*<\/html>/.test(text),
);
const taken = answers.filter(({ kind, status }) => kind === "bid" && (status === 200 || status === 201));

const tally = new Map<string, number>();
for (const { kind, status } of answers) tally.set(`${kind} ${status}`, (tally.get(`${kind} ${status}`) ?? 0) + 1);
const sortedMs = answers.map(({ waitedMs }) => waitedMs).sort((a, b) => a - b);
const quantile = (of: number): string => `${(sortedMs[Math.floor((sortedMs.length - 1) * of)] ?? 0).toFixed(0)} ms`;
console.log(
  `  ${lane}, ${ports.length} process(es): ${answers.length} requests in ${seconds.toFixed(1)} s, ${OUTAGES * Number(postgres !== null)} outages`,
);
console.log(`  waited p50 ${quantile(0.5)}, p95 ${quantile(0.95)}, p99 ${quantile(0.99)}, max ${quantile(1)}`);
console.log(
  `  ${[...tally]
    .sort()
    .map(([name, count]) => `${name}: ${count}`)
    .join(", ")}`,
);

const judged = [
  { name: `nobody waits above ${WAIT_MAX_MS / 1000} s for an answer`, breaches: late },
  { name: "a 500 has its reference in the log", breaches: faults.filter(({ text }) => !isInLog(text)) },
  { name: "every request is answered", breaches: silent },
  { name: "who is to try again is told when", breaches: hasNoTime },
  { name: "what a page cannot show is said by a whole page", breaches: halfPages },
].map(({ name, breaches }) => ({
  name,
  breaches: breaches.map((one) => `${one.kind} ${one.status} after ${one.waitedMs.toFixed(0)} ms`),
}));
judged.push(
  { name: "a limit was met", breaches: limited.length > 0 ? [] : ["nobody was told 429"] },
  { name: "bids were taken", breaches: taken.length > 0 ? [] : ["none"] },
  {
    name: "a process says so while the database is away",
    breaches: healthAway.filter((said) => said !== "503 database_unavailable"),
  },
  { name: "every process is healthy in the end", breaches: healthAfter.filter((said) => said !== "200") },
);
for (const { name, breaches } of judged) {
  console.log(`  ${breaches.length === 0 ? "✓" : "✗"} ${name}${breaches.length > 0 ? `: ${breaches.length}` : ""}`);
  for (const breach of breaches.slice(0, SHOWN_MAX)) console.log(`      ${breach}`);
}
if (process.env.KEEP_LOGS) writeFileSync(process.env.KEEP_LOGS, logs);
const outcomes = judged.map(({ name, breaches }) => ({ name, breaches: breaches.length }));
if (reportFile) writeFileSync(reportFile, JSON.stringify(outcomes));
process.exitCode = outcomes.every(({ breaches }) => breaches === 0) ? 0 : 1;
