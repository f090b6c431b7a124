import pg from "pg";
import { databaseOver } from "./database";
import { openConnection, sqliteDriver } from "./drivers/sqlite";
import { postgresDriver } from "./drivers/postgres";
import { loadDocumentRules, loadDutyRates, loadReference } from "./load-reference";
import { migratePostgres, migrateSqlite } from "./migrate";

type Target =
  | { readonly dialect: "sqlite"; readonly file: string }
  | { readonly dialect: "postgres"; readonly url: string };

/** Brings a database to the schema and the reference rows of this version; safe to run at every start, by several processes. */
export async function prepareDatabase(target: Target): Promise<void> {
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
  const database = databaseOver(driver);
  await loadReference(database);
  await loadDocumentRules(database);
  await loadDutyRates(database);
  await database.close();
}
