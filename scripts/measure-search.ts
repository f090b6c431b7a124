import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { fillSearched } from "@/bench/searched-rows";
import { dialect } from "@/db/dialect";
import { openDatabase } from "@/db/open-database";
import { prepareDatabase } from "@/db/prepare-database";
import { listRequests } from "@/db/repositories/request-lists";
import { searchProviders } from "@/server/catalogue/queries";
import type { SearchQuery } from "@/test/search-quality";
import { startPostgres } from "@/test/postgres-server";
import { quickFolder } from "@/test/temp-folder";

/**
 * What the first page of a search costs, in processor time, over so many made-up providers and as many requests: SEARCH_ROWS rows, on SQLite or, with
 * SEARCH_ON=postgres, on a server of its own. Prints the mean and the 95th percentile of this process, and of PostgreSQL its server's mean.
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
  if (dialect === "postgres") {
    const client = new pg.Client(process.env.DATABASE_URL);
    await client.connect();
    await client.query("vacuum analyze");
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    serverPid = processOf(String(rows[0]?.pid))?.parent ?? "";
    await client.end();
  } else await database.refreshStatistics();
  return database;
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

async function measure(): Promise<void> {
  const database = await filled();
  const queries = (JSON.parse(readFileSync("test/market/search-queries.json", "utf8")) as SearchQuery[]).filter(
    (query) => query.in === "providers" || query.in === "requests",
  );
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
