import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import pg from "pg";
import { fillSearched } from "@/bench/searched-rows";
import { dialect } from "@/db/dialect";
import { openDatabase } from "@/db/open-database";
import { prepareDatabase } from "@/db/prepare-database";
import { listRequests } from "@/db/repositories/request-lists";
import { readingOf } from "@/db/repositories/saved-searches";
import { savedSearches, savedSearchKeys } from "@/db/schema/notices";
import { requests } from "@/db/schema/requests";
import { instant } from "@/domain/shared/time";
import { searchesThatFind } from "@/server/notices/reactions/persons";
import { searchProviders } from "@/server/catalogue/queries";
import type { SearchQuery } from "@/test/search-quality";
import { startPostgres } from "@/test/postgres-server";
import { quickFolder } from "@/test/temp-folder";

/**
 * What the first page of a search costs, in processor time, over so many made-up providers and as many requests: SEARCH_ROWS rows, on SQLite or, with
 * SEARCH_ON=postgres, on a server of its own. SEARCH_SAVED=100000 prints in its place what it costs to find the kept searches that a request answers. Prints the mean and the 95th percentile of this process, and of PostgreSQL its server's mean.
 */
const ROWS = Number(process.env.SEARCH_ROWS ?? "10000");
const RUNS = Number(process.env.SEARCH_RUNS ?? "10");
const PAGE = 20;
const SLOWEST_SHOWN = 8;

const TICK_MS = 10;

/** What the system says of a process: its parent, and the ticks of itself and of its children that have ended. */
function processOf(pid: string): { readonly parent: string; readonly own: number; readonly ended: number } | null {
  try {
    const parts = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    const ticks = parts.slice(11, 15).map(Number);
    return {
      parent: parts[1] ?? "",
      own: (ticks[0] ?? 0) + (ticks[1] ?? 0),
      ended: (ticks[2] ?? 0) + (ticks[3] ?? 0),
    };
  } catch {
    return null;
  }
}

let serverPid = "";

/** Processor time of the server's processes so far, those that have ended too, in milliseconds. */
function serverMs(): number {
  const all = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid));
  const living = all.map(processOf).filter((one) => one?.parent === serverPid);
  return TICK_MS * ((processOf(serverPid)?.ended ?? 0) + living.reduce((sum, one) => sum + (one?.own ?? 0), 0));
}

type Open = ReturnType<typeof openDatabase>;

/** A database of the environment with so many rows, and with statistics of them. */
async function filled(): Promise<Open> {
  await prepareDatabase(
    dialect === "sqlite"
      ? { dialect, file: join(process.env.DATA_DIR as string, "kouan.db") }
      : { dialect, url: process.env.DATABASE_URL as string },
  );
  const database = openDatabase();
  await fillSearched(database.write, ROWS);
  await takeStatistics(database);
  return database;
}

/** Statistics of all rows, as they come by themselves after a while. */
async function takeStatistics(database: Open): Promise<void> {
  if (dialect === "postgres") {
    const client = new pg.Client(process.env.DATABASE_URL);
    await client.connect();
    await client.query("vacuum analyze");
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    serverPid = processOf(String(rows[0]?.pid))?.parent ?? "";
    await client.end();
  } else await database.refreshStatistics();
}

type State = "open" | null;
type Asked = { readonly of: string; readonly query: string; readonly ms: number; readonly shown: number };

const NONE = { organisationId: null, service: null, hub: null, corridor: null, closesBy: null, isMine: false } as const;

/** The first page of what a question finds, by its number of rows. */
async function ask({ read }: Open, { in: where, query: q }: SearchQuery, state: State): Promise<number> {
  if (where === "providers") return (await searchProviders(read, { q, limit: PAGE })).items.length;
  const closesAfter = state ? Date.now() : null;
  const asked = { ...NONE, state, closesAfter, q, after: null, limit: PAGE };
  return (await listRequests(read, { ...asked, sort: state ? "closing" : "newest" })).length;
}

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;

function report(rows: readonly Asked[], server: number): void {
  for (const [of, those] of Map.groupBy(rows, (row) => row.of)) {
    const ms = those.map((row) => row.ms);
    const mean = ms.reduce((sum, one) => sum + one, 0) / ms.length;
    const beside = dialect === "postgres" ? `; the server ${server.toFixed(2)} ms a search` : "";
    console.log(
      `${dialect} ${ROWS} ${of}: mean ${mean.toFixed(2)} ms, p95 ${percentile(ms, 0.95).toFixed(2)} ms${beside}`,
    );
  }
  const byQuestion = [...Map.groupBy(rows, ({ of, query }) => `${of} | ${query}`)].map(([name, those]) => {
    const ms = those.map((row) => row.ms);
    return { name, ms: percentile(ms, 0.5), shown: those[0]?.shown ?? 0 };
  });
  for (const { name, ms, shown } of byQuestion.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST_SHOWN))
    console.log(`  ${ms.toFixed(2)} ms | ${name} | ${shown} shown`);
}

const SAVED = Number(process.env.SEARCH_SAVED ?? "0");
const SAVED_AT_ONCE = 500;
/** Which parts of a request a kept search asks for, with words or without. */
const SAVED_PARTS = [["service", "hub"], ["service", "corridor"], ["q"], ["q", "service"], ["q", "hub"]] as const;

/** So many kept searches: filters are those of requests that there are, words those that are asked of requests. */
async function keepSearches({ read, write }: Open, queries: readonly string[]): Promise<void> {
  const known = new Map<string, ReturnType<typeof readingOf>>();
  const asked = await read
    .select({ service: requests.service, hub: requests.hubId, corridor: requests.corridor })
    .from(requests);
  const queryAt = (at: number): string => {
    const parts = SAVED_PARTS[at % SAVED_PARTS.length] ?? [];
    const values = { ...asked[(at * 7_919) % asked.length], q: queries[(at * 31) % queries.length] };
    return new URLSearchParams(parts.map((part) => [part, String(values[part])])).toString();
  };
  const organisationId = "01k0000001".padEnd(26, "0");
  for (let from = 0; from < SAVED; from += SAVED_AT_ONCE) {
    const made = Array.from({ length: Math.min(SAVED_AT_ONCE, SAVED - from) }, (_, at) => {
      const query = queryAt(from + at);
      const reading = known.get(query) ?? readingOf(query);
      known.set(query, reading);
      return { id: `s${from + at}`, query, reading };
    });
    const owner = { userId: "u", organisationId, name: "x", mail: "daily", createdAt: 0 } as const;
    await write(async (tx) => {
      const rows = made.map(({ id, query, reading }) => ({
        ...owner,
        id,
        query: `${query}&at=${id}`,
        ...reading.read,
      }));
      await tx.insert(savedSearches).values(rows as never);
      const keys = made.flatMap(({ id, reading: { keys: of } }) =>
        of.words.map((word) => ({ searchId: id, facets: of.facets, word })),
      );
      await tx.insert(savedSearchKeys).values(keys);
    });
  }
}

/** What it costs to find the kept searches that a request answers. */
async function measureSaved(database: Open, queries: readonly string[]): Promise<void> {
  await keepSearches(database, queries);
  await takeStatistics(database);
  const ids = (await database.read.select({ id: requests.id }).from(requests).where(eq(requests.state, "open"))).map(
    ({ id }) => id,
  );
  const some = ids.slice(0, RUNS * 10);
  for (const id of some) await searchesThatFind(database.read, id, instant(Date.now()));
  const before = serverMs();
  const found: { readonly ms: number; readonly shown: number }[] = [];
  for (const id of some) {
    const cpu = process.cpuUsage();
    const { length } = await searchesThatFind(database.read, id, instant(Date.now()));
    const { user, system } = process.cpuUsage(cpu);
    found.push({ ms: (user + system) / 1_000, shown: length });
  }
  const ms = found.map((one) => one.ms);
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const beside = dialect === "postgres" ? `; the server ${((serverMs() - before) / some.length).toFixed(2)} ms` : "";
  console.log(
    `${dialect} ${SAVED} kept searches, a request: mean ${mean(ms).toFixed(2)} ms, p95 ${percentile(ms, 0.95).toFixed(2)} ms${beside}; ${mean(found.map(({ shown }) => shown)).toFixed(1)} found`,
  );
}

async function measure(): Promise<void> {
  const database = await filled();
  const queries = (JSON.parse(readFileSync("test/market/search-queries.json", "utf8")) as SearchQuery[]).filter(
    (query) => query.in === "providers" || query.in === "requests",
  );
  if (SAVED > 0) {
    const words = queries.filter((query) => query.in === "requests").map(({ query }) => query);
    await measureSaved(database, words);
    return await database.close();
  }
  const statesOf = (query: SearchQuery): readonly State[] => (query.in === "requests" ? ["open", null] : [null]);
  for (const query of queries) await ask(database, query, null);
  const before = serverMs();
  const rows: Asked[] = [];
  for (const query of queries)
    for (const state of statesOf(query))
      for (let run = 0; run < RUNS; run++) {
        const cpu = process.cpuUsage();
        const shown = await ask(database, query, state);
        const { user, system } = process.cpuUsage(cpu);
        const of = query.in === "providers" ? "providers" : `requests, ${state ?? "any"}`;
        rows.push({ of, query: query.query, ms: (user + system) / 1_000, shown });
      }
  report(rows, dialect === "postgres" ? (serverMs() - before) / rows.length : 0);
  await database.close();
}

const folder = process.env.DATA_DIR ? null : mkdtempSync(join(tmpdir(), "search-"));
if (folder === null) await measure();
else {
  const server = process.env.SEARCH_ON === "postgres" ? await startPostgres(quickFolder()) : null;
  if (server) await server.create("search");
  try {
    execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url)], {
      stdio: "inherit",
      env: {
        ...process.env,
        DATA_DIR: folder,
        DATABASE_URL: server ? server.url("search") : "",
      },
    });
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
