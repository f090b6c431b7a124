import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { dialect } from "@/db/dialect";
import { restartableDatabase } from "@/test/database";
import { tempFolder } from "@/test/temp-folder";
import { sentenceOf } from "./run-script";

const ROOT = join(import.meta.dirname, "../../..");

type Ended = { readonly code: number | null; readonly said: string };

function runScriptFile(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const { KOUAN_ENV: _, BASE_URL: __, ...kept } = process.env;
  return new Promise((resolve, reject) => {
    const node = ["--conditions=react-server", "--import", "tsx", ...args];
    const child = spawn(process.execPath, node, { cwd: ROOT, env: { ...kept, SEED: "none", ...env } });
    onTestFinished(() => void child.kill("SIGKILL"));
    let said = "";
    child.stderr.on("data", (part) => (said += part));
    child.once("error", reject);
    child.once("exit", (code) => resolve({ code, said }));
  });
}

const REQUEST = "01jd9w2m4k8h6t3q5r";

if (dialect === "sqlite")
  test("what starts over a damaged database says in one sentence which file it is, and leaves nothing behind", async () => {
    const folder = tempFolder("damaged");
    const file = join(folder, "kouan.db");
    writeFileSync(file, "this is no database ".repeat(1_000));
    const env = { DATABASE_URL: "", DATA_DIR: folder };
    const list = join(folder, "list.csv");
    writeFileSync(list, "code,en\n");
    const starts = [
      ["scripts/prepare.ts"],
      ["scripts/worker.ts"],
      ["scripts/backup.ts", join(folder, "copy.db")],
      ["scripts/verify-request.ts", REQUEST],
      ["scripts/first-admin.ts", "one@example.com"],
      ["scripts/import-hs.ts", list],
    ];
    for (const args of starts) {
      const { code, said } = await runScriptFile(args, env);
      expect(said.split("\n")).toEqual([
        expect.stringMatching(`^What lies in the database at ${file} is damaged .+ \\(SQLITE_NOTADB\\)$`),
        "",
      ]);
      expect(code).toBe(1);
    }
    expect(readdirSync(folder).filter((name) => /copy|part/.test(name))).toEqual([]);
  }, 300_000);
else
  test("what starts over a database that cannot be written to, or is not there, says so in one sentence without its password", async () => {
    const { at, drop } = await restartableDatabase();
    onTestFinished(drop);
    const start = (url: string, script: string) =>
      runScriptFile([script], { DATABASE_URL: url, DATA_DIR: tempFolder("away") });
    const reading = await start(`${at}?options=-c%20default_transaction_read_only%3Don`, "scripts/prepare.ts");
    expect(reading).toEqual({
      code: 1,
      said: expect.stringMatching(/^Nothing may be written to the database kouan_test_\w+ on 127[^\n]+\(25006\)\n$/),
    });
    for (const script of ["scripts/prepare.ts", "scripts/worker.ts"])
      expect(await start("postgres://kouan:hidden@127.0.0.1:9/market", script)).toEqual({
        code: 1,
        said: expect.stringMatching(
          /^Nothing answers for the database market on 127\.0\.0\.1:9: [^\n]+\(ECONNREFUSED\)\n$/,
        ),
      });
  }, 300_000);

test("a full disk is told by the file that found no room, and what is no failure of storage has no sentence", () => {
  const full = Object.assign(new Error("ENOSPC"), { code: "ENOSPC", path: "/data/kouan-master-key.key" });
  expect(sentenceOf(full)).toBe(
    "There is no room for the file /data/kouan-master-key.key: make room on its disk, then start again. (ENOSPC)",
  );
  expect(sentenceOf(new TypeError("x is not a function"))).toBeNull();
});
