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

const ticksOf = (pid: string): number => {
  try {
    const parts = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(parts[11]) + Number(parts[12]);
  } catch {
    return 0;
  }
};
/** Processor time of the server's processes, in milliseconds. */
const serverMs = (): number =>
  dialect === "sqlite"
    ? 0
    : readdirSync("/proc")
        .filter((pid) => /^\d+$/.test(pid) && isOfServer(pid))
        .reduce((sum, pid) => sum + ticksOf(pid) * 10, 0);
const isOfServer = (pid: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(process.env.SEARCH_DATABASE ?? "\n");
  } catch {
    return false;
  }
};

async function measure(): Promise<void> {
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
    await client.end();
  } else await database.refreshStatistics();
  const queries = (JSON.parse(readFileSync("test/market/search-queries.json", "utf8")) as SearchQuery[]).filter(
    (query) => query.in === "providers" || query.in === "requests",
  );
  const none = {
    organisationId: null,
    service: null,
    hub: null,
    corridor: null,
    closesBy: null,
    isMine: false,
    after: null,
  };
  const ask = async ({ in: where, query }: SearchQuery, state: "open" | null) =>
    where === "providers"
      ? (await searchProviders(database.read, { q: query, limit: PAGE })).items.length
      : (
          await listRequests(database.read, {
            ...{ ...none, state, closesAfter: state ? Date.now() : null, q: query, limit: PAGE },
            sort: state ? "closing" : "newest",
          })
        ).length;
  const rows: { query: SearchQuery; ms: number; of: string; found: number }[] = [];
  for (const query of queries) await ask(query, null);
  const before = serverMs();
  let asked = 0;
  for (const query of queries)
    for (const state of query.in === "requests" ? (["open", null] as const) : [null])
      for (let run = 0; run < RUNS; run++) {
        const cpu = process.cpuUsage();
        const found = await ask(query, state);
        const used = process.cpuUsage(cpu);
        asked += 1;
        rows.push({
          query,
          ms: (used.user + used.system) / 1_000,
          of: query.in === "providers" ? "providers" : `requests ${state ?? "any"}`,
          found,
        });
      }
  const server = (serverMs() - before) / asked;
  const percentile = (values: readonly number[], part: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
  for (const [of, those] of Map.groupBy(rows, (row) => row.of)) {
    const ms = those.map((row) => row.ms);
    console.log(
      `${dialect} ${ROWS} ${of}: mean ${(ms.reduce((sum, one) => sum + one, 0) / ms.length).toFixed(2)} ms, p95 ${percentile(ms, 0.95).toFixed(2)} ms of this process${dialect === "postgres" ? `; server ${server.toFixed(2)} ms a search` : ""}`,
    );
  }
  const worst = [...Map.groupBy(rows, (row) => `${row.of} | ${row.query.query}`)].map(
    ([name, those]) =>
      [
        name,
        percentile(
          those.map((row) => row.ms),
          0.5,
        ),
        those[0]?.found,
      ] as const,
  );
  for (const [name, ms, found] of worst.toSorted((a, b) => b[1] - a[1]).slice(0, 8))
    console.log(`  ${ms.toFixed(2)} ms | ${name} | ${found} shown`);
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
        SEARCH_DATABASE: "search",
      },
    });
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
