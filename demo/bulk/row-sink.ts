import { getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { type Database, prepared, type Reader, type Writer } from "../../db/database";
import { dialect } from "../../db/dialect";

type Row = Readonly<Record<string, unknown>>;
type Insert = (db: Reader, values: Record<string, unknown>) => Promise<unknown>;

// A large transaction makes the flush of its commit cheap and still fits in memory many times over. SQLite's draft joins small ones to large: within
// one, each insert that a trigger follows walks through all that was written since its savepoint.
const BATCH_ROWS = dialect === "postgres" ? 20_000 : 100;
// PostgreSQL takes 65,535 values in one statement; the widest table has 32 columns.
const ROWS_PER_STATEMENT = 500;

const statements = new Map<string, Insert>();

/** SQLite's own fastest way in: one prepared statement a shape of row. Columns without a value are left out, so that JSON is never "null". */
async function insertOneByOne(tx: Writer, table: PgTable, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row).filter((name) => row[name] !== null && row[name] !== undefined);
    const shape = `seed ${getTableName(table)} ${names.join()}`;
    let insert = statements.get(shape);
    if (!insert) {
      const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
      insert = prepared(shape, (db) => (db as Writer).insert(table).values(values as never)) as Insert;
      statements.set(shape, insert);
    }
    await insert(tx, row);
  }
}

/** PostgreSQL answers each statement over a socket, so many rows go in one. */
async function insertMany(tx: Writer, table: PgTable, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT)
    await tx.insert(table).values(rows.slice(at, at + ROWS_PER_STATEMENT) as never);
}

/** Gathers rows of many tables and writes them in large transactions; what is in memory does not grow with the market. */
export class RowSink {
  private readonly waiting = new Map<PgTable, Row[]>();
  private waitingRows = 0;
  private readonly insert = dialect === "postgres" ? insertMany : insertOneByOne;

  /** `tables` in the order of their references: what is pointed at comes first. */
  constructor(
    private readonly database: Database,
    private readonly tables: readonly PgTable[],
  ) {}

  add<T extends PgTable>(table: T, ...rows: readonly T["$inferInsert"][]): void {
    const known = this.waiting.get(table);
    if (known) known.push(...(rows as Row[]));
    else this.waiting.set(table, [...(rows as Row[])]);
    this.waitingRows += rows.length;
  }

  /** Writes when enough has come together. */
  async settle(): Promise<void> {
    if (this.waitingRows >= BATCH_ROWS) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.tables.map((table) => [table, this.waiting.get(table) ?? []] as const);
    const unknown = [...this.waiting.keys()].filter((table) => !this.tables.includes(table));
    if (unknown.length > 0)
      throw new Error(`No place in the order of tables for ${unknown.map(getTableName).join(", ")}`);
    await this.database.write(async (tx) => {
      for (const [table, rows] of batch) await this.insert(tx, table, rows);
    });
    this.waiting.clear();
    this.waitingRows = 0;
  }
}
