import { mkdirSync } from "node:fs";
import { dialect } from "@/db/dialect";
import { isUnused } from "@/db/has-nobody";
import { sqliteFile } from "@/db/open-database";
import { prepareDatabase } from "@/db/prepare-database";
import { env } from "@/server/platform/process/env";
import { makeSecrets } from "@/server/platform/process/secrets";

const { DATABASE_URL, DATA_DIR, SEED } = env();

// Made here, before anything else does: what lies in it is nobody else's to read.
mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
makeSecrets();

await prepareDatabase(dialect === "sqlite" ? { dialect, file: sqliteFile() } : { dialect, url: DATABASE_URL });

// A database server may be somebody's own: it is filled on request only. The embedded one holds the demo market by default.
const size = dialect === "postgres" && !process.env.SEED ? "none" : SEED;
if (size !== "none" && (await isUnused())) {
  const tell = (line: string) => console.log(line);
  // Imported only here: a second start has no use for the builders.
  if (size === "demo" && dialect === "postgres")
    await (await import("@/scripts/bring-market")).bringMarket("scripts/draft-demo.ts", tell);
  else if (size === "demo") await (await import("@/server/demo/main")).seedDemo(tell);
  else await (await import("@/db/seed/main")).seedBulk(size, tell);
}
