import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { dialect } from "./dialect";
import { openConnection } from "./drivers/sqlite";
import { migratePostgres, migrateSqlite, readMigrations } from "./migrate";

type Row = Readonly<Record<string, unknown>>;
type Store = {
  readonly target: string;
  migrate(migrations: readonly Step[]): Promise<void>;
  rows(query: string): Promise<Row[]>;
};
type Step = ReturnType<typeof readMigrations>[number];

const temporaryFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "kouan-migrate-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "kouan.db");
};

function sqliteStore(): Store {
  const file = temporaryFile();
  const connection = openConnection(file);
  onTestFinished(() => void connection.close());
  return {
    target: file,
    async migrate(migrations) {
      migrateSqlite(connection, migrations);
    },
    rows: async (query) => connection.prepare(query).all() as Row[],
  };
}

async function postgresStore(): Promise<Store> {
  const name = `kouan_migrate_${randomBytes(6).toString("hex")}`;
  const server = new pg.Client({ connectionString: inject("template").replace(/\/[^/]*$/, "/postgres") });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const target = inject("template").replace(/[^/]*$/, name);
  // Dropping the database ends its sessions by force, which each idle client reports.
  const pool = new pg.Pool({ connectionString: target }).on("error", () => undefined);
  onTestFinished(async () => {
    await pool.end();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  });
  return {
    target,
    migrate: (migrations) => migratePostgres(pool, migrations),
    rows: async (query) => (await pool.query(query)).rows as Row[],
  };
}

/** A database of this lane with nothing in it. */
const emptyStore = async (): Promise<Store> => (dialect === "postgres" ? postgresStore() : sqliteStore());

const step = (tag: string, ...statements: readonly string[]): Step => ({ tag, hash: tag, statements });

/** What drizzle-kit writes when a column of `deals` changes: PostgreSQL alters, SQLite builds the table anew and drops the old one. */
const CHANGED_PARENT = {
  sqlite: [
    "CREATE TABLE __new_deals (id text PRIMARY KEY NOT NULL, title text NOT NULL, note text)",
    "INSERT INTO __new_deals (id, title) SELECT id, title FROM deals",
    "DROP TABLE deals",
    "ALTER TABLE __new_deals RENAME TO deals",
  ],
  postgres: ["ALTER TABLE deals ALTER COLUMN title SET NOT NULL", "ALTER TABLE deals ADD COLUMN note text"],
} as const;

test("a migration that changes a parent table keeps its children", async () => {
  const { migrate, rows } = await emptyStore();
  const schema = readMigrations(dialect);
  await migrate(schema);
  const parents = step(
    "0900_parents",
    "CREATE TABLE parents (id text PRIMARY KEY NOT NULL, title text)",
    "CREATE TABLE children (id text PRIMARY KEY, parent_id text NOT NULL REFERENCES parents(id) ON DELETE CASCADE)",
  );
  const filled = step(
    "0901_filled",
    "INSERT INTO parents (id, title) VALUES ('p', 'one')",
    "INSERT INTO children VALUES ('c1', 'p'), ('c2', 'p')",
  );
  const changed = step(
    "0902_changed",
    ...CHANGED_PARENT[dialect].map((statement) => statement.replaceAll("deals", "parents")),
  );
  await migrate([...schema, parents, filled]);
  await migrate([...schema, parents, filled, changed]);
  expect(await rows("SELECT id FROM children ORDER BY id")).toEqual([{ id: "c1" }, { id: "c2" }]);
  expect(await rows("SELECT title, note FROM parents")).toEqual([{ title: "one", note: null }]);
});

const LISTED = (["a", "b"] as const).map(
  (id) => `INSERT INTO listings
    (id, organisation_id, service, summary, hub_ids, corridors, languages, licences, is_active, search_text, created_at, updated_at)
    SELECT '${id}', id, '${id}', '', '[]', '[]', '[]', '[]', true, 'steel ${id}', created_at, created_at FROM organisations`,
);
const FOUND = {
  sqlite: (word: string) => `SELECT id FROM listings_words WHERE listings_words MATCH '"${word}"*' ORDER BY id`,
  postgres: (word: string) => `SELECT id FROM listings WHERE search_words @@ '${word}:*' ORDER BY id`,
} as const;

test("what was written before there was a search index is found by it, also after its table was built anew", async () => {
  const { migrate, rows } = await emptyStore();
  const schema = readMigrations(dialect);
  const first = schema.findIndex(({ tag }) => tag === "0021_search_by_index");
  const now = dialect === "sqlite" ? "0" : "now()";
  const filled = step(
    "0020_filled",
    `INSERT INTO organisations (id, kind, name_own, name_latin, country, city, registration_number, description, created_at)
      VALUES ('o', 'trader', 'o', 'o', 'KZ', 'Almaty', 'o', '', ${now})`,
    ...LISTED,
  );
  const yesterday = [...schema.slice(0, first), filled];
  await migrate(yesterday);
  const today = [...yesterday, ...schema.slice(first)];
  await migrate(today);
  expect(await rows(FOUND[dialect]("steel"))).toEqual([{ id: "a" }, { id: "b" }]);
  const changed = step(
    "0900_changed",
    ...(dialect === "sqlite"
      ? [
          "CREATE TABLE __new_listings (id text PRIMARY KEY NOT NULL, search_text text NOT NULL)",
          "INSERT INTO __new_listings (id, search_text) SELECT id, search_text FROM listings ORDER BY id DESC",
          "DROP TABLE listings",
          "ALTER TABLE __new_listings RENAME TO listings",
        ]
      : ["ALTER TABLE listings ADD COLUMN note text"]),
  );
  await migrate([...today, changed]);
  await migrate([...today, changed, step("0901_written", "UPDATE listings SET search_text = 'wire' WHERE id = 'b'")]);
  expect(await rows(FOUND[dialect]("steel"))).toEqual([{ id: "a" }]);
  expect(await rows(FOUND[dialect]("wi"))).toEqual([{ id: "b" }]);
});

test("a migration that would leave rows without their parent undoes itself", async () => {
  const { migrate, rows } = await emptyStore();
  const schema = readMigrations(dialect);
  const parents = step(
    "0900_parents",
    "CREATE TABLE parents (id text PRIMARY KEY NOT NULL)",
    "CREATE TABLE children (id text PRIMARY KEY, parent_id text NOT NULL REFERENCES parents(id))",
    "INSERT INTO parents VALUES ('p')",
    "INSERT INTO children VALUES ('c', 'p')",
  );
  await migrate([...schema, parents]);
  await expect(migrate([...schema, parents, step("0901_orphans", "DELETE FROM parents")])).rejects.toThrow();
  expect(await rows("SELECT id FROM parents")).toEqual([{ id: "p" }]);
});

test("a migration that was edited after it ran stops the start", async () => {
  const { migrate } = await emptyStore();
  const schema = readMigrations(dialect);
  await migrate(schema);
  await expect(migrate(schema.map((one) => ({ ...one, hash: "another" })))).rejects.toThrow("was edited after it ran");
});

const PREPARE =
  'import { prepareDatabase } from "./db/prepare-database.ts"; await prepareDatabase(JSON.parse(process.argv[1]));';

function prepareInAnotherProcess(target: string): Promise<number | null> {
  const how = dialect === "postgres" ? { dialect, url: target } : { dialect, file: target };
  const url = dialect === "postgres" ? target : `file:${target}`;
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "--input-type=module",
    "--eval",
    PREPARE,
    JSON.stringify(how),
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve) => child.once("close", resolve));
}

test("two processes that start at once migrate once, and both go on", async () => {
  const { target, rows } = await emptyStore();
  expect(await Promise.all([prepareInAnotherProcess(target), prepareInAnotherProcess(target)])).toEqual([0, 0]);
  expect(await rows("SELECT tag FROM _migrations ORDER BY tag")).toEqual(
    readMigrations(dialect).map(({ tag }) => ({ tag })),
  );
  const [hubs] = await rows("SELECT count(*) AS count, count(DISTINCT id) AS different FROM hubs");
  expect(Number(hubs?.count)).toBeGreaterThan(0);
  expect(Number(hubs?.count)).toBe(Number(hubs?.different));
});
