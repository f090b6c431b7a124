import Sqlite from "better-sqlite3";
import { sql } from "drizzle-orm";
import pg from "pg";
import { inject, vi } from "vitest";
import type { Database } from "../db/database";
import { dialect } from "../db/dialect";
import { knowsMeets } from "../db/drivers/meets";

export type Asked = { readonly text: string; readonly name?: string | undefined; readonly values: unknown[] };

const isRead = (text: string) => /^\s*select/i.test(text);

/** The statements that a read asks of the database. */
export async function askedBy(read: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  if (dialect === "sqlite") {
    const prepare = Sqlite.prototype.prepare;
    vi.spyOn(Sqlite.prototype, "prepare").mockImplementation(function (this: Sqlite.Database, text: string) {
      asked.push({ text, values: [] });
      return prepare.call(this, text);
    });
  } else {
    const query = pg.Client.prototype.query;
    vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
      const [config, values] = args as [string | pg.QueryConfig, unknown[] | undefined];
      if (typeof config === "object") asked.push({ text: config.text, name: config.name, values: values ?? [] });
      return query.apply(this, args as never);
    } as never);
  }
  await read();
  vi.restoreAllMocks();
  return asked.filter(({ text }) => isRead(text));
}

/** How SQLite answers a statement, line by line. */
export async function planOnSqlite({ read }: Database, { text }: Asked): Promise<string[]> {
  const [main] = await read.select({ file: sql<string>`file` }).from(sql`pragma_database_list`).limit(1);
  const connection = knowsMeets(new Sqlite(main?.file, { readonly: true }));
  const values = text
    .split("?")
    .slice(1)
    .map(() => null);
  const plan = connection.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { readonly detail: string }[];
  connection.close();
  return plan.map(({ detail }) => detail);
}

export type PlanNode = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly Plans?: readonly PlanNode[];
};

/** How PostgreSQL answers a statement with its values, after what a session is told first. */
export async function planOnPostgres(
  { read }: Database,
  { text, values }: Asked,
  first: readonly string[] = [],
): Promise<PlanNode> {
  const [here] = await read.select({ name: sql<string>`current_database()` }).from(sql`(values (1)) one`);
  const client = new pg.Client({ connectionString: inject("template").replace(/[^/]*$/, here?.name ?? "") });
  await client.connect();
  for (const statement of first) await client.query(statement);
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values as unknown[]);
  await client.end();
  return rows[0]["QUERY PLAN"][0].Plan;
}
