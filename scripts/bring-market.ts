import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fillUnused } from "@/db/drivers/bring-over";
import { PREPARATION_LOCK } from "@/db/migrate";
import { env } from "@/server/platform/process/env";

/** Runs a script that makes a market, over an embedded database in `file`. It ends with this process, which it hears by its channel. */
async function makeEmbedded(script: string, file: string): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, script], {
    // An embedded database has no worker but its own.
    env: { ...process.env, DATABASE_URL: `file:${file}`, DATABASE_REPLICA_URL: "", WORKER: "on" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

/**
 * Fills the database server with the market that `script` makes over an embedded database, in a process of its own since one process speaks one dialect.
 * A year of commands asks four hundred thousand questions, one after the other, which over a socket takes four times as long; rows come over in seconds. A large market is copied within an embedded database, too.
 */
export async function bringMarket(script: string, tell: (line: string) => void): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = env();
  const folder = join(DATA_DIR, "market-in-making");
  const isFilled = await fillUnused(DATABASE_URL, PREPARATION_LOCK, async () => {
    // Of a start that was killed. Its program may still be ending, so no two use one file.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(mkdtempSync(join(folder, "of-")), "kouan.db");
    await makeEmbedded(script, file);
    tell("  bringing it over to PostgreSQL");
    return file;
  });
  if (isFilled) rmSync(folder, { recursive: true, force: true });
  else tell("  another process has filled the database meanwhile");
}
