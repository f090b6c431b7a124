// Kills the server while people bid, again and again, and counts what is lost. One database a process: sqlite or postgres.
import { randomInt } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "../postgres-server";

const SHOWN_MAX = 20;
const DATABASE = "kouan_kills";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "20" }, seed: { type: "string" } },
});
const [lane, reportFile] = positionals;
const plan = { rounds: Number(values.rounds), seed: Number(values.seed ?? randomInt(2 ** 31)) };
const folder = process.env.DATA_DIR ?? "";
mkdirSync(folder, { recursive: true });

// What was started ends with this process, however it is ended.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => process.exit(1));

const postgres = lane === "postgres" ? await startPostgres() : null;
await postgres?.create(DATABASE);
process.env.DATABASE_URL = postgres ? postgres.url(DATABASE) : `file:${join(folder, "kouan.db")}`;
console.log(`  ${lane}: ${plan.rounds} kills with the seed ${plan.seed}`);

// What reads DATABASE_URL reads it once, when it is imported.
const { prepareDatabase } = await import("@/db/prepare-database");
const { makeSecrets } = await import("@/server/platform/process/secrets");
const { killLoop } = await import("./kill-loop");
makeSecrets();
await prepareDatabase(
  postgres
    ? { dialect: "postgres", url: postgres.url(DATABASE) }
    : { dialect: "sqlite", file: join(folder, "kouan.db") },
);
const { judged, figures } = await killLoop(plan);
await postgres?.stop();

for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(40)} ${figure.padStart(10)}`);
for (const { name, breaches } of judged) {
  console.log(`  ${breaches.length === 0 ? "✓" : "✗"} ${name}`);
  for (const breach of breaches.slice(0, SHOWN_MAX)) console.log(`      ${breach}`);
  if (breaches.length > SHOWN_MAX) console.log(`      … and ${breaches.length - SHOWN_MAX} more`);
}
const outcomes = judged.map(({ name, breaches }) => ({ name, breaches: breaches.length }));
if (reportFile) writeFileSync(reportFile, JSON.stringify(outcomes));
process.exitCode = outcomes.every(({ breaches }) => breaches === 0) ? 0 : 1;
