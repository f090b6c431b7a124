// Exchanges a secret on purpose, while no process of the market runs: npm run key:rotate -- session-secret|hash-key|field-key|reply-key
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { dialect } from "@/db/dialect";
import { openDatabase, sqliteFile } from "@/db/open-database";
import { rotatedSecrets, rotateKey } from "@/server/sealing/key-checks";
import { runScript } from "@/server/platform/process/run-script";
import { StartRefused } from "@/server/platform/process/secrets";

const USAGE =
  "Usage: npm run key:rotate -- session-secret|hash-key|field-key|reply-key. The master key and the opening key cannot be exchanged: what they have wrapped is opened by them alone.";

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "lose-receipts": { type: "boolean", default: false } },
  });
  const name = rotatedSecrets.find((one) => one === `kouan-${positionals[0]}`);
  if (!name) throw new StartRefused(USAGE);
  if (dialect === "sqlite" && !existsSync(sqliteFile()))
    throw new StartRefused(`There is no database at ${sqliteFile()}.`);
  const database = openDatabase();
  try {
    await rotateKey(database, name, { losesReceipts: values["lose-receipts"] });
  } finally {
    await database.close();
  }
  process.stdout.write(`The ${positionals[0]} is exchanged. Copy the keys again, then start the market.\n`);
});
