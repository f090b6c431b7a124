// Copies the embedded database while it is in use: npm run backup -- FILE. The keys are not in it, and must be kept elsewhere.
import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { dialect } from "@/db/dialect";
import { sqliteFile } from "@/db/open-database";
import { outageOf } from "@/db/failures";
import { runScript } from "@/server/platform/process/run-script";
import { StartRefused } from "@/server/platform/process/secrets";

await runScript(async () => {
  const target = process.argv[2];
  if (!target) throw new StartRefused("Say where to: npm run backup -- FILE");
  if (dialect !== "sqlite") throw new StartRefused("PostgreSQL has tools of its own: pg_dump, pg_basebackup");
  if (!existsSync(sqliteFile())) throw new StartRefused(`There is no database at ${sqliteFile()}.`);

  // Whole or not there: a copy that was cut off must never pass for one.
  const draft = `${target}.part`;
  rmSync(draft, { force: true });
  try {
    const source = new Sqlite(sqliteFile(), { readonly: true });
    await source.backup(draft);
    chmodSync(draft, 0o600);
    source.close();

    const copy = new Sqlite(draft);
    const verdict = copy.pragma("integrity_check", { simple: true });
    // The copy stands alone, without a log beside it.
    copy.pragma("journal_mode = DELETE");
    copy.close();
    if (verdict !== "ok") throw new StartRefused(`The database at ${sqliteFile()} is damaged: ${String(verdict)}`);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    // What is full or may not be written is the copy; what is damaged is the database.
    throw outageOf(error)?.code === "storage_corrupt" ? error : Object.assign(error as Error, { path: draft });
  }
  console.log(target);
});
