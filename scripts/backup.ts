// Copies the embedded database while it is in use: npm run backup -- FILE. The keys are not in it, and must be kept elsewhere.
import { chmodSync, renameSync, rmSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { dialect } from "@/db/dialect";
import { sqliteFile } from "@/db/open-database";

const target = process.argv[2];
if (!target) throw new Error("Say where to: npm run backup -- FILE");
if (dialect !== "sqlite") throw new Error("PostgreSQL has tools of its own: pg_dump, pg_basebackup");

// Whole or not there: a copy that was cut off must never pass for one.
const draft = `${target}.part`;
rmSync(draft, { force: true });
const source = new Sqlite(sqliteFile(), { readonly: true });
await source.backup(draft);
chmodSync(draft, 0o600);
source.close();

const copy = new Sqlite(draft);
const verdict = copy.pragma("integrity_check", { simple: true });
// The copy stands alone, without a log beside it.
copy.pragma("journal_mode = DELETE");
copy.close();
if (verdict !== "ok") throw new Error(`The copy is not sound: ${String(verdict)}`);
renameSync(draft, target);
console.log(target);
