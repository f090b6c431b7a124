import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Database } from "@/db/database";
import { dialect } from "@/db/dialect";
import { users } from "@/db/schema/accounts";
import { instant } from "@/domain/shared/time";
import { restartableDatabase } from "@/test/database";
import { tempFolder } from "@/test/temp-folder";

const ROOT = join(import.meta.dirname, "../../..");
const NODE_ARGS = ["--conditions=react-server", "--import", "tsx"];
const SERVE = ["--eval", 'import("./instrumentation.ts").then((one) => (one.default ?? one).register())'];

type Ended = { readonly code: number | null; readonly said: string };

/** One of the real scripts as a process of its own, until it ends. */
function start(args: readonly string[], at: string, dataDir: string): Promise<Ended> {
  const { KOUAN_ENV: _, BASE_URL: __, ...kept } = process.env;
  const env = {
    ...kept,
    DATABASE_URL: dialect === "sqlite" ? `file:${at}` : at,
    DATA_DIR: dataDir,
    SEED: "none",
    NEXT_RUNTIME: "nodejs",
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...NODE_ARGS, ...args], { cwd: ROOT, env });
    onTestFinished(() => void child.kill("SIGKILL"));
    let said = "";
    child.stderr.on("data", (part) => (said += part));
    child.once("error", reject);
    child.once("exit", (code) => resolve({ code, said }));
  });
}

const person = { email: "one@example.com", name: "One", passwordHash: "-", locale: "en", timeZone: "UTC" };
const signUp = ({ write }: Database) =>
  write((tx) => tx.insert(users).values({ ...person, id: "one", createdAt: instant(1) }));

const MISSING = /^The master key is missing: KOUAN_MASTER_KEY is not set and there is no file [^\n]+\n$/;
const ANOTHER = /^The master key in the file [^\n]+ is not the one that this database was written with[^\n]+\n$/;

test("every process over a market with people that lacks its keys, or has others, ends with one sentence and makes none", async () => {
  const copy = await restartableDatabase();
  onTestFinished(copy.drop);
  const [first, second, third] = [tempFolder("first"), tempFolder("second"), tempFolder("third")];
  expect(await start(["scripts/prepare.ts"], copy.at, first)).toEqual({ code: 0, said: "" });
  const names = readdirSync(first).filter((name) => name.endsWith(".key"));
  expect(names.length).toBe(6);
  const database = copy.open();
  await signUp(database);
  await database.close();

  const starts = [
    ["scripts/prepare.ts"],
    ["scripts/worker.ts"],
    SERVE,
    ["scripts/verify-request.ts", "01jd9w2m4k8h6t3q5r"],
  ];
  for (const args of starts)
    expect(await start(args, copy.at, second)).toEqual({ code: 1, said: expect.stringMatching(MISSING) });
  expect(readdirSync(second).filter((name) => name.endsWith(".key"))).toEqual([]);

  for (const name of names) writeFileSync(join(third, name), randomBytes(32).toString("base64"));
  expect(await start(["scripts/worker.ts"], copy.at, third)).toEqual({ code: 1, said: expect.stringMatching(ANOTHER) });
}, 300_000);
