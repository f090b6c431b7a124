import { join } from "node:path";
import { type Database, databaseOver } from "@/db/database";
import { sqliteDriver } from "@/db/drivers/sqlite";
import { prepareDatabase } from "@/db/prepare-database";
import { BULK_SIZES, type BulkSize, buildBulkMarket } from "@/demo/bulk/build-bulk-market";
import { instant } from "@/domain/shared/instant";
import { makeSecrets } from "@/server/platform/process/secrets";

/** A year of trade of that size in a file of its own, built in bulk. */
export async function makeMarket(
  folder: string,
  size: BulkSize,
  name: string,
): Promise<{ file: string; database: Database }> {
  const file = join(folder, name);
  makeSecrets();
  await prepareDatabase({ dialect: "sqlite", file });
  const database = databaseOver(sqliteDriver(file));
  const progress = (line: string) => console.log(`  ${size}: ${line}`);
  await database.execute("PRAGMA synchronous = OFF");
  await buildBulkMarket(database, { orders: BULK_SIZES[size], now: instant(Date.now()), passwordHash: "", progress });
  await database.execute("PRAGMA synchronous = FULL");
  await database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  await database.refreshStatistics();
  return { file, database };
}
