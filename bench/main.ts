// Measures the product against bare parts on this machine in this run: ratios mean something, figures alone do not.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "@/test/postgres-server";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "10k" },
    // Writes of commands, on a PostgreSQL server or, with `--sqlite`, on a file.
    writes: { type: "boolean", default: false },
    sqlite: { type: "boolean", default: false },
  },
});
if (values.size !== "10k" && values.size !== "100k") throw new Error("--size is 10k or 100k");

const folder = mkdtempSync(join(tmpdir(), "kouan-bench-"));
// The server's user has to enter it.
chmodSync(folder, 0o755);
const postgres = values.writes && !values.sqlite ? await startPostgres(folder) : null;
await postgres?.create("kouan");
const file = join(folder, "kouan.db");
// Before anything of the product is loaded: it reads the environment once.
Object.assign(process.env, {
  DATA_DIR: folder,
  DATABASE_URL: postgres?.url("kouan") ?? `file:${file}`,
  KOUAN_ENV: "demo",
  SEED: "none",
});

try {
  const at = postgres ? { url: postgres.url("kouan") } : { file };
  if (values.writes) console.log(await (await import("./writes")).measureWrites(at));
  else console.log(await (await import("./run-bench")).runBench(folder, values.size));
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
