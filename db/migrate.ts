import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import type pg from "pg";
import type { Dialect } from "./dialect";
import { TRIGGERS } from "./triggers";
import { sql } from "drizzle-orm";
import type { Reader } from "./database";

type Migration = { readonly tag: string; readonly hash: string; readonly statements: readonly string[] };

/** drizzle-kit's generated SQL, in the order of its journal. */
export function readMigrations(dialect: Dialect, root = join(process.cwd(), "db/migrations")): Migration[] {
  const folder = join(root, dialect);
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return journal.entries.map(({ tag }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), "utf8");
    const statements = text
      .split("--> statement-breakpoint")
      .map((statement) => statement.trim())
      .filter((statement) => statement !== "" && !/^PRAGMA foreign_keys/i.test(statement));
    return { tag, hash: createHash("sha256").update(text).digest("hex"), statements };
  });
}

function isDone(tag: string, hash: string, doneHash: string | undefined): boolean {
  if (doneHash !== undefined && doneHash !== hash) throw new Error(`Migration ${tag} was edited after it ran`);
  return doneHash !== undefined;
}

/** Triggers of the tables that are there: an earlier version has not all of them yet. */
function triggersOn(dialect: Dialect, tables: readonly string[]): string[] {
  return TRIGGERS[dialect].filter((statement) => {
    const [, table] = /^CREATE TRIGGER .*? ON (\w+)/s.exec(statement) ?? [];
    return table === undefined || tables.includes(table);
  });
}

/**
 * Own runner, because drizzle's deletes child rows: it turns foreign keys off inside the transaction, where that does nothing,
 * and a table rebuild then cascades. Here they are off outside it, and every key is checked before the commit. Two starting
 * processes wait for each other at BEGIN IMMEDIATE.
 */
export function migrateSqlite(
  connection: Sqlite.Database,
  migrations: readonly Migration[] = readMigrations("sqlite"),
): void {
  connection.exec(
    "CREATE TABLE IF NOT EXISTS _migrations (tag TEXT PRIMARY KEY, hash TEXT NOT NULL, at INTEGER NOT NULL)",
  );
  connection.pragma("foreign_keys = OFF");
  try {
    for (const { tag, hash, statements } of migrations) {
      connection
        .transaction(() => {
          const done = connection.prepare("SELECT hash FROM _migrations WHERE tag = ?").pluck().get(tag);
          if (isDone(tag, hash, done as string | undefined)) return;
          for (const statement of statements) connection.exec(statement);
          const broken = connection.pragma("foreign_key_check") as unknown[];
          if (broken.length > 0) throw new Error(`Migration ${tag} breaks ${broken.length} foreign keys`);
          connection.prepare("INSERT INTO _migrations VALUES (?, ?, ?)").run(tag, hash, Date.now());
        })
        .immediate();
    }
    // A table rebuild drops its triggers, so they are made again after every run: in one piece, since another process may be doing the same.
    connection
      .transaction(() => {
        const tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
        for (const statement of triggersOn("sqlite", tables as string[])) connection.exec(statement);
      })
      .immediate();
  } finally {
    connection.pragma("foreign_keys = ON");
  }
}

/** The advisory lock under which one process at a time migrates or fills a database: any number that no other program locks by in it. */
export const PREPARATION_LOCK = 727001;

export async function migratePostgres(
  pool: pg.Pool,
  migrations: readonly Migration[] = readMigrations("postgres"),
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PREPARATION_LOCK]);
    await client.query(
      "CREATE TABLE IF NOT EXISTS _migrations (tag TEXT PRIMARY KEY, hash TEXT NOT NULL, at BIGINT NOT NULL)",
    );
    for (const { tag, hash, statements } of migrations) {
      await client.query("BEGIN");
      try {
        const { rows } = await client.query<{ hash: string }>("SELECT hash FROM _migrations WHERE tag = $1", [tag]);
        if (!isDone(tag, hash, rows[0]?.hash)) {
          for (const statement of statements) await client.query(statement);
          await client.query("INSERT INTO _migrations VALUES ($1, $2, $3)", [tag, hash, Date.now()]);
        }
        await client.query("COMMIT");
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      }
    }
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()",
    );
    for (const statement of triggersOn(
      "postgres",
      tables.map(({ name }) => name),
    ))
      await client.query(statement);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [PREPARATION_LOCK]);
    client.release();
  }
}

let expected: readonly string[] | undefined;

/** Read once: a newer version may be unpacked under a process that runs. */
function expectedTags(dialect: Dialect): readonly string[] {
  const file = join(process.cwd(), "db/migrations", dialect, "meta/_journal.json");
  const { entries } = JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8")) as {
    entries: readonly { readonly tag: string }[];
  };
  return entries.map(({ tag }) => tag);
}

/** Migrations of this version that the database has not had; one that was never prepared throws. */
export async function missingMigrations(db: Reader, dialect: Dialect): Promise<string[]> {
  expected ??= expectedTags(dialect);
  const rows = await db.select({ tag: sql<string>`tag` }).from(sql`_migrations`);
  const done = new Set(rows.map(({ tag }) => tag));
  return expected.filter((tag) => !done.has(tag));
}
