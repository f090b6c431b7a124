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
    // What comes before a change stands against it; what comes after it keeps the index of words.
    for (const made of TRIGGERS[database.dialect]) {
      const [, name, table] = /^CREATE TRIGGER (\w+) BEFORE \w+ ON (\w+)/.exec(made) ?? [];
      if (!name || !table) continue;
      const on = database.dialect === "postgres" ? sql` on ${sql.identifier(table)}` : sql``;
      await run(tx, sql`drop trigger if exists ${sql.identifier(name)}${on}`);
    }
    await run(tx, statement);
  });
