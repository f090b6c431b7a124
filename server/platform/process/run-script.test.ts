import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Dialect, dialect } from "@/db/dialect";
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

type Env = Readonly<Record<string, string>>;

const over = (url: string): Env => ({ DATABASE_URL: url, DATA_DIR: tempFolder("away") });

/** A database that nothing can be kept in, and what is said of it by whatever starts over it. */
const STARTS: {
  readonly [D in Dialect]: readonly [what: string, env: () => Promise<Env>, scripts: string[][], RegExp][];
} = {
  sqlite: [
    [
      "a damaged database",
      async () => {
        const folder = tempFolder("damaged");
        writeFileSync(join(folder, "kouan.db"), "this is no database ".repeat(1_000));
        writeFileSync(join(folder, "list.csv"), "code,en\n");
        return { DATABASE_URL: "", DATA_DIR: folder };
      },
      [
        ["scripts/prepare.ts"],
        ["scripts/worker.ts"],
        ["scripts/backup.ts", "DATA_DIR/copy.db"],
        ["scripts/verify-request.ts", "01jd9w2m4k8h6t3q5r"],
        ["scripts/first-admin.ts", "one@example.com"],
        ["scripts/import-hs.ts", "DATA_DIR/list.csv"],
      ],
      /^What lies in the database at \/[^\n]+\/kouan\.db is damaged [^\n]+ \(SQLITE_NOTADB\)\n$/,
    ],
  ],
  postgres: [
    [
      "a database that may only be read",
      async () => {
        const { at, drop } = await restartableDatabase();
        onTestFinished(drop);
        return over(`${at}?options=-c%20default_transaction_read_only%3Don`);
      },
      [["scripts/prepare.ts"]],
      /^Nothing may be written to the database kouan_test_\w+ on 127[^\n]+\(25006\)\n$/,
    ],
    [
      "a server that is not there, without its password",
      async () => over("postgres://kouan:hidden@127.0.0.1:9/market"),
      [["scripts/prepare.ts"], ["scripts/worker.ts"]],
      /^Nothing answers for the database market on 127\.0\.0\.1:9: [^\n]+\((ECONNREFUSED|08006)\)\n$/,
    ],
  ],
};

test.each(STARTS[dialect])(
  "whatever starts over %s says so in one sentence and leaves nothing behind",
  async (_, make, scripts, sentence) => {
    const env = await make();
    for (const script of scripts) {
      const args = script.map((one) => one.replace("DATA_DIR", env.DATA_DIR ?? ""));
      expect(await runScriptFile(args, env)).toEqual({ code: 1, said: expect.stringMatching(sentence) });
    }
    expect(readdirSync(env.DATA_DIR ?? "").filter((name) => /copy|part|key/.test(name))).toEqual([]);
  },
  300_000,
);

test("a full disk is told by the file that found no room, and what is no failure of storage has no sentence", () => {
  const full = Object.assign(new Error("ENOSPC"), { code: "ENOSPC", path: "/data/kouan-master-key.key" });
  expect(sentenceOf(full)).toBe(
    "There is no room for the file /data/kouan-master-key.key: make room on its disk, then start again. (ENOSPC)",
  );
  expect(sentenceOf(new TypeError("x is not a function"))).toBeNull();
});
