import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableName, sql } from "drizzle-orm";
import type { Database, Reader } from "@/db/database";
import { TABLES } from "@/test/all-rows";
import { tempFolder } from "@/test/temp-folder";

const bytesOf = (value: unknown): string =>
  Buffer.isBuffer(value)
    ? value.toString("latin1")
    : Buffer.from(JSON.stringify(value, (_, one) => (typeof one === "bigint" ? `${one}` : one)) ?? "").toString(
        "latin1",
      );

/** The names of all tables that the database has, whether the schema knows them or not. */
export async function tableNames({ dialect, read }: Database): Promise<string[]> {
  const rows =
    dialect === "sqlite"
      ? await read.select({ name: sql<string>`name` }).from(sql`sqlite_master`).where(sql`type = 'table'`)
      : await read
          .select({ name: sql<string>`table_name` })
          .from(sql`information_schema.tables`)
          .where(sql`table_schema = 'public'`);
  return rows.map(({ name }) => name).filter((name) => !name.startsWith("sqlite_"));
}

/** What a dump of all tables holds: every value of every row, blobs as their bytes. */
export async function dumpOf(read: Reader): Promise<string> {
  const parts: string[] = [];
  for (const table of TABLES)
    for (const row of await read.select().from(table)) parts.push(...Object.values(row).map(bytesOf));
  return parts.join("\n");
}

/** The files of SQLite as they lie on the disk, and a backup made by the product's own script. */
export async function sqliteFiles(read: Reader): Promise<{ name: string; bytes: string }[]> {
  const [main] = await read.select({ file: sql<string>`file` }).from(sql`pragma_database_list`).limit(1);
  const file = main?.file ?? "";
  const copy = join(tempFolder("backup"), "copy.db");
  const env = { ...process.env, DATABASE_URL: `file:${file}` };
  execFileSync(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/backup.ts", copy], { env });
  const kept = { database: file, journal: `${file}-wal`, backup: copy };
  return Object.entries(kept)
    .filter(([, path]) => existsSync(path))
    .map(([name, path]) => ({ name, bytes: readFileSync(path).toString("latin1") }));
}

/** All that who copies the database, its journal and its backup has in hand: without the files of keys. */
export async function stolenBytes(database: Database): Promise<string> {
  const rows = await dumpOf(database.read);
  if (database.dialect !== "sqlite") return rows;
  return [rows, ...(await sqliteFiles(database.read)).map(({ bytes }) => bytes)].join("\n");
}

export const knownTables = (): string[] => TABLES.map((table) => getTableName(table));
