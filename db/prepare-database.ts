import pg from "pg";
import { databaseOver } from "./database";
import { openConnection, sqliteDriver } from "./drivers/sqlite";
import { postgresDriver } from "./drivers/postgres";
import { type Instant, instant } from "../domain/shared/time";
import { bringReference } from "./bring-reference";
import { bringSearch } from "./bring-search";
import { bringSavedSearches } from "./repositories/saved-searches";
import { migratePostgres, migrateSqlite } from "./migrate";

type Target =
  | { readonly dialect: "sqlite"; readonly file: string }
  | { readonly dialect: "postgres"; readonly url: string };

/** Brings a database to the schema and the reference rows of this version; safe to run at every start, by several processes. */
export async function prepareDatabase(target: Target, now: Instant = instant(Date.now())): Promise<void> {
  if (target.dialect === "sqlite") {
    const connection = openConnection(target.file);
    migrateSqlite(connection);
    connection.close();
  } else {
    const pool = new pg.Pool({ connectionString: target.url, max: 1 });
    await migratePostgres(pool);
    await pool.end();
  }
  const driver = target.dialect === "sqlite" ? sqliteDriver(target.file) : postgresDriver(target.url);
  // Another process that starts at the same time may be filling it: as for migrations there is no bound to speak of.
  if (target.dialect === "sqlite") await driver.execute("PRAGMA busy_timeout = 60000");
  const database = databaseOver(driver);
  await bringReference(database, now);
  await bringSearch(database);
  await bringSavedSearches(database);
  await database.close();
}
