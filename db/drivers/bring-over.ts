import Sqlite from "better-sqlite3";
import pg from "pg";

/** So many rows go in one statement; the widest are 16 KiB each. */
const ROWS_PER_STATEMENT = 1_000;

// By PostgreSQL's own catalogue; the migrations of both databases name tables and columns alike. What PostgreSQL reckons from other columns is not brought.
const TABLES = `
  SELECT c.relname AS name,
    (SELECT json_agg(json_build_object('name', a.attname, 'type', a.atttypid::regtype) ORDER BY a.attnum)
       FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         AND a.attgenerated = '') AS columns,
    ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
       WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS references
  FROM pg_class c
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> '_migrations'
  ORDER BY c.relname`;

type Column = { readonly name: string; readonly type: string };
type Table = { readonly name: string; readonly columns: readonly Column[]; readonly references: readonly string[] };

/** What is pointed at comes first. */
function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const isThere = (name: string) => ordered.some((one) => one.name === name);
    const next = [...waiting].filter((one) => one.references.every(isThere));
    if (next.length === 0)
      throw new Error(`Tables point at one another: ${[...waiting].map(({ name }) => name).join()}`);
    for (const one of next) waiting.delete(one);
    ordered.push(...next);
  }
  return ordered;
}

/** How a value that SQLite keeps is written in JSON for PostgreSQL to read by its column's type. */
const WAYS: Readonly<Record<string, (kept: never) => unknown>> = {
  "timestamp with time zone": (ms: number) => new Date(ms).toISOString(),
  boolean: (bit: number) => bit === 1,
  jsonb: (text: string) => JSON.parse(text),
  bytea: (bytes: Buffer) => `\\x${bytes.toString("hex")}`,
};
const asItIs = (kept: unknown): unknown => kept;

async function bringTable(from: Sqlite.Database, to: pg.ClientBase, { name, columns }: Table): Promise<void> {
  const ways = columns.map(({ name: column, type }) => [column, WAYS[type] ?? asItIs] as const);
  const names = columns.map((column) => `"${column.name}"`).join();
  const insert = `INSERT INTO "${name}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${name}", $1)
    ON CONFLICT DO NOTHING`;
  const send = (rows: readonly unknown[]) => to.query(insert, [JSON.stringify(rows)]);
  const rows: Record<string, unknown>[] = [];
  for (const kept of from.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).iterate() as Iterable<
    Record<string, unknown>
  >) {
    const row: Record<string, unknown> = {};
    for (const [column, way] of ways) row[column] = kept[column] === null ? null : way(kept[column] as never);
    if (rows.push(row) === ROWS_PER_STATEMENT) await send(rows.splice(0));
  }
  if (rows.length > 0) await send(rows);
}

/**
 * Brings every row of an embedded database into one of PostgreSQL that was prepared by the same version, within the caller's transaction. Reference rows
 * that are there already have the same ids and stay.
 */
export async function bringOver(file: string, to: pg.ClientBase): Promise<void> {
  const from = new Sqlite(file, { readonly: true });
  try {
    const { rows: tables } = await to.query<Table>(TABLES);
    // What triggers have written there comes over as rows.
    const letTriggers = async (what: "DISABLE" | "ENABLE") => {
      for (const { name } of tables) await to.query(`ALTER TABLE "${name}" ${what} TRIGGER USER`);
    };
    await letTriggers("DISABLE");
    for (const table of inOrder(tables)) await bringTable(from, to, table);
    await letTriggers("ENABLE");
  } finally {
    from.close();
  }
}

/**
 * Fills a database in which nobody is yet with the rows of the embedded one that `make` makes and names. False where there is somebody: of several
 * that wait for `lock`, an advisory lock, one fills it. What is cut off leaves nothing.
 */
export async function fillUnused(url: string, lock: number, make: () => Promise<string>): Promise<boolean> {
  const client = new pg.Client({ connectionString: url }).on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    const { rowCount } = await client.query("SELECT FROM users LIMIT 1");
    if (rowCount) return false;
    const file = await make();
    await client.query("BEGIN");
    await bringOver(file, client);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return true;
  } finally {
    await client.end();
  }
}
