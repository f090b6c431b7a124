import { existsSync } from "node:fs";
import { dialect } from "@/db/dialect";
import { sqliteFile } from "@/db/open-database";
import { demoKey } from "@/demo/demo-key";
import { env } from "@/server/platform/process/env";
import { settleKeys } from "@/server/sealing/key-checks";
import { runScript } from "@/server/platform/process/run-script";
import { platform } from "@/server/platform/platform";

const handle = process.argv[2] ?? "";

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

if (env().isProduction) stop("Keys are given away in the demo market only.");
if (dialect === "sqlite" && !existsSync(sqliteFile())) stop("There is no demo market yet. Start it first: npm start");

await runScript(async () => {
  const on = platform();
  await settleKeys(on.database);
  const key = await demoKey(on, handle);
  await on.database.close();
  if (key === null)
    stop(
      "Usage: npm run demo:key -- buyer|buyer2|buyer-colleague|provider|provider2|broker|inspector|admin|admin2 (people of the demo market)",
    );
  process.stdout.write(`${key}\n`);
});
