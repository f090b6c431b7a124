import { mkdirSync } from "node:fs";
import { dialect } from "@/db/dialect";
import { makeCities } from "@/db/drivers/cities-file";
import { isUnused, openDatabase, sqliteFile } from "@/db/open-database";
import { prepareDatabase } from "@/db/prepare-database";
import { env } from "@/server/platform/process/env";
import { settleKeys } from "@/server/sealing/key-checks";
import { runScript } from "@/server/platform/process/run-script";

const { DATABASE_URL, DATA_DIR, SEED } = env();

async function settle(): Promise<void> {
  const database = openDatabase();
  try {
    await settleKeys(database);
  } finally {
    await database.close();
  }
}

await runScript(async () => {
  // Made here, before anything else does: what lies in it is nobody else's to read.
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  makeCities(DATA_DIR);
  await prepareDatabase(dialect === "sqlite" ? { dialect, file: sqliteFile() } : { dialect, url: DATABASE_URL });
  // Before anybody writes with them: only an empty database is given keys.
  await settle();

  // A database server may be somebody's own: it is filled on request only. The embedded one holds the demo market by default.
  const size = dialect === "postgres" && !process.env.SEED ? "none" : SEED;
  if (size === "none" || !(await isUnused())) return;
  const tell = (line: string) => console.log(line);
  // Imported only here: a second start has no use for the builders. The year of ten thousand orders is written by large statements, which a socket does not slow.
  if (dialect === "postgres" && size !== "10k")
    await (await import("@/scripts/bring-market")).bringMarket("scripts/draft-market.ts", tell);
  else if (size === "demo") await (await import("@/demo/main")).seedDemo(tell);
  else await (await import("@/demo/bulk/main")).seedBulk(size, tell);
  // The market was built in a file of its own, which has taken the place of the one that knew its keys.
  await settle();
});
