import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { count } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { restartableDatabase } from "@/test/database";
import { dialect } from "../db/dialect";
import { organisations, users } from "../db/schema/accounts";
import { marketRules } from "../db/schema/hubs";

const ROOT = join(import.meta.dirname, "..");
const AS_A_START = ["--import", "./scripts/setup/typescript/on-the-server.mjs", "--import", "tsx"];
const SEEDED_MS = 120_000;
// What process.exitCode is of a process that was not killed and found no fault.
const DONE = 0;

/** Fills the database at `at` in a process of its own. */
function seedIn(at: string, way: string): ChildProcess {
  const child = spawn(process.execPath, [...AS_A_START, "test/seed-small.ts", way], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: dialect === "postgres" ? at : `file:${at}`, KOUAN_ENV: "demo", BASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function halfWay(child: ChildProcess): Promise<void> {
  for await (const part of child.stdout ?? []) if (String(part).includes("half-way")) return;
  throw new Error("it ended before it was half-way");
}

async function ended(child: ChildProcess): Promise<number | null> {
  child.stdout?.resume();
  const [code] = await once(child, "close");
  return code as number | null;
}

async function rowsIn(copy: Awaited<ReturnType<typeof restartableDatabase>>) {
  const database = copy.open();
  const rowsOf = async (table: typeof users | typeof organisations | typeof marketRules) =>
    (await database.read.select({ rows: count() }).from(table))[0]?.rows ?? 0;
  const rows = {
    users: await rowsOf(users),
    organisations: await rowsOf(organisations),
    rules: await rowsOf(marketRules),
  };
  await database.close();
  return rows;
}

// The demo is made beside the server and brought over, a market in bulk is made in one transaction; SQLite has one way.
const WAYS = dialect === "postgres" ? ["beside", "inside"] : ["inside"];

test.each(WAYS)(
  "A market whose making (%s) was killed half-way leaves nothing, and the next start makes all of it, once.",
  async (way) => {
    const copy = await restartableDatabase();
    onTestFinished(copy.drop);
    const killed = seedIn(copy.at, way);
    await halfWay(killed);
    killed.kill("SIGKILL");
    await ended(killed);
    expect(await rowsIn(copy)).toEqual({ users: 0, organisations: 0, rules: 0 });
    // On a database server two may start at once: one makes it, and the other waits and finds it.
    const starts = dialect === "postgres" ? [seedIn(copy.at, way), seedIn(copy.at, way)] : [seedIn(copy.at, way)];
    expect(await Promise.all(starts.map(ended))).toEqual(starts.map(() => DONE));
    const whole = await rowsIn(copy);
    expect(whole.organisations).toBeGreaterThan(100);
    expect(whole.users).toBeGreaterThan(whole.organisations);
    expect(whole.rules).toBe(1);
  },
  SEEDED_MS,
);
