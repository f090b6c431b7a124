// Measures the product against bare parts on this machine in this run: ratios mean something, figures alone do not.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { size: { type: "string", default: "10k" } } });
if (values.size !== "10k" && values.size !== "100k") throw new Error("--size is 10k or 100k");

const folder = mkdtempSync(join(tmpdir(), "kouan-bench-"));
// Before anything of the product is loaded: it reads the environment once.
Object.assign(process.env, {
  DATA_DIR: folder,
  DATABASE_URL: `file:${join(folder, "kouan.db")}`,
  KOUAN_ENV: "demo",
  SEED: "none",
});

try {
  const { runBench } = await import("./run-bench");
  console.log(await runBench(folder, values.size));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
