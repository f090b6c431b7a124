// Measures the product on this machine in this run: beside bare parts, in a market that has grown, or against another commit.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "@/test/postgres-server";
import type { Bench } from "./run-bench";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "10k" },
    /** `sqlite`, `postgres` or both; writes are measured on PostgreSQL where it is among them. */
    on: { type: "string", default: "sqlite,postgres" },
    /** Lines whose name holds it, or one of several with commas between. */
    only: { type: "string", default: "" },
    starts: { type: "string", default: "3" },
    /** A commit, or the path of a checkout. */
    against: { type: "string" },
    /** A folder in which the market of that size lies, or is made and stays. */
    market: { type: "string" },
    writes: { type: "boolean", default: false },
    /** Reads alone, in markets of all sizes up to that one. */
    growth: { type: "boolean", default: false },
  },
});
const { size } = values;
if (size !== "10k" && size !== "100k" && size !== "1m") throw new Error("--size is 10k, 100k or 1m");
const dialects = (["sqlite", "postgres"] as const).filter((dialect) => values.on.split(",").includes(dialect));

const folder = mkdtempSync(join(tmpdir(), "kouan-bench-"));
// The server's user has to enter it.
chmodSync(folder, 0o755);
const market = resolve(values.market ?? join(folder, "market"));
mkdirSync(market, { recursive: true });
const postgres = dialects.includes("postgres") ? await startPostgres(folder) : null;
const urlOf = async (database: string): Promise<string> => {
  await postgres?.create(database);
  return postgres?.url(database) as string;
};
const file = join(market, "kouan.db");
// Before anything of the product is loaded: it reads the environment once.
Object.assign(process.env, {
  DATA_DIR: market,
  DATABASE_URL: values.writes && postgres ? await urlOf("kouan") : `file:${file}`,
  KOUAN_ENV: "demo",
  SEED: "none",
});

try {
  if (values.writes) {
    const { measureWrites } = await import("./writes");
    console.log(await measureWrites(postgres ? { url: postgres.url("kouan") } : { file }));
  } else {
    const { LINES } = await import("./lines");
    const lines = LINES.filter(({ name }) => values.only.split(",").some((part) => name.includes(part)));
    const bench: Bench = { lines, size, dialects, starts: Number(values.starts), market, folder, urlOf };
    if (values.growth) await (await import("./run-bench")).runGrowth(bench);
    else if (values.against) await (await import("./run-against")).runAgainst(values.against, bench);
    else await (await import("./run-bench")).runBench(bench);
  }
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
