import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { TRIGGERS } from "../db/triggers";

async function run(tx: unknown, statement: SQL): Promise<void> {
  const door = tx as { run?: (one: unknown) => unknown; execute?: (one: unknown) => unknown };
  await (door.run ? door.run(statement) : door.execute?.(statement));
}

/** Somebody with the database in hand: no trigger and no command stands in the way. */
export const tamperWith = (database: Database) => (statement: SQL) =>
  database.write(async (tx) => {
    for (const made of TRIGGERS[database.dialect].filter((one) => one.startsWith("CREATE TRIGGER"))) {
      const [, name, table] = /CREATE TRIGGER (\w+) BEFORE \w+ ON (\w+)/.exec(made) ?? [];
      if (!name || !table) throw new Error(`a trigger has its name and table: ${made}`);
      const on = database.dialect === "postgres" ? sql` on ${sql.identifier(table)}` : sql``;
      await run(tx, sql`drop trigger if exists ${sql.identifier(name)}${on}`);
    }
    await run(tx, statement);
  });
