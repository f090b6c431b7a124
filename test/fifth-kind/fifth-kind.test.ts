import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { FOLDERS, IMPORTS, LINES, WALKS } from "./register";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const FIXTURE = join(import.meta.dirname, "warehousing");
const LEFT_OUT = new Set(["node_modules", ".git", ".next", ".data", "e2e", "bench", "docs", "test-results"]);
const SLOW_MS = 300_000;

const copy = mkdtempSync(join(tmpdir(), "kouan-fifth-kind-"));

beforeAll(() => {
  cpSync(ROOT, copy, { recursive: true, filter: (path) => path === ROOT || !LEFT_OUT.has(basename(path)) });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  for (const [from, to] of Object.entries({ ...FOLDERS, ...WALKS }))
    cpSync(join(FIXTURE, from), join(copy, to), { recursive: true });
  for (const [file, from, to] of LINES) {
    const text = readFileSync(join(copy, file), "utf8");
    if (text.split(from).length !== 2) throw new Error(`${file} has no one place for the line`);
    writeFileSync(join(copy, file), text.replace(from, to));
  }
  for (const [file, line] of Object.entries(IMPORTS))
    writeFileSync(join(copy, file), line + readFileSync(join(copy, file), "utf8"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a program of the packages in the copied house; what it said is in the failure. */
function runs(program: string, args: readonly string[]): string {
  try {
    const env = { ...process.env, VITEST: "", VITEST_POOL_ID: "", VITEST_WORKER_ID: "" };
    return execFileSync(process.execPath, [join(ROOT, "node_modules", program), ...args], {
      cwd: copy,
      env,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return expect.fail(`${program} ${args.join(" ")}\n${stdout}\n${stderr}`);
  }
}

test("a fifth kind is a folder a floor and its line in each register: nothing else of the house has to know", {
  timeout: SLOW_MS,
}, () => {
  // Tests hold examples of each kind by its name; they are not the house.
  const config = JSON.parse(readFileSync(join(copy, "tsconfig.json"), "utf8"));
  config.exclude.push("**/*.test.ts", "**/*.test.tsx", "test");
  config.compilerOptions.incremental = false;
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify(config));
  // Each further checker works out for itself what the others know.
  expect(runs("typescript/bin/tsc", ["-p", ".", "--noEmit", "--checkers", "1"])).toBe("");
});

test("it is posted, bid on, opened, awarded and carried out, on both databases and in both languages", {
  timeout: SLOW_MS,
}, () => {
  const own = [...Object.values(WALKS), "components/services/service-name.test.ts"];
  const said = runs("vitest/vitest.mjs", ["run", "--reporter=default", "--no-color", ...own]);
  expect(Number(/Tests +(\d+) passed/.exec(said)?.[1])).toBeGreaterThan(20);
});
