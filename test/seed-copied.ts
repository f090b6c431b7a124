// A small market of which most is copied, in the embedded database of the environment: one process speaks one dialect, and copies are made on SQLite.
import { openDatabase, sqliteFile } from "@/db/open-database";
import { prepareDatabase } from "@/db/prepare-database";
import { buildBulkMarket } from "@/demo/bulk/main";
import { seedBy } from "@/demo/main";
import { settleKeys } from "@/server/sealing/key-checks";

await prepareDatabase({ dialect: "sqlite", file: sqliteFile() });
const database = openDatabase();
await settleKeys(database);
await database.close();
const tell = (line: string) => console.log(line);
await seedBy((empty, filling) => buildBulkMarket(empty, { ...filling, orders: 600, played: 150 }), tell);
