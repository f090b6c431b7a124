import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { program } from "../setup/checkout.mjs";
import { failureLines } from "./failures.mjs";
import { tallyChecks, tallyPlaywright, tallyVitest, together, withExitCode } from "./tally.mjs";

const SLOW_MS = 60_000;
const folder = mkdtempSync(join(tmpdir(), "kouan-failures-"));
const at = (name) => join(folder, name);
const write = (name, ...lines) => writeFileSync(at(name), lines.join("\n"));

beforeAll(() => symlinkSync(program(), at("node_modules")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of the packages beside the planted tests, with the colours that a terminal gets. */
function runs(file, args, more = {}) {
  const env = { ...process.env, VITEST: "", VITEST_POOL_ID: "", VITEST_WORKER_ID: "", FORCE_COLOR: "1", ...more };
  return spawnSync(process.execPath, [program(file), ...args], { cwd: folder, env }).status;
}

/** A name ends as it is planted; what stands before it is the way to this folder. */
const told = ({ failures }) => failures.map(({ name, error }) => [name.replace(/^\S*\/(?=[a-z]+\.)/, ""), error]);

test("each unit test that failed is named with its file and the first line of its error", {
  timeout: SLOW_MS,
}, () => {
  write(
    "planted.test.mjs",
    'import { describe, expect, test } from "vitest";',
    'test("holds", () => {});',
    'describe("a room", () => test("breaks", () => expect([1, 2]).toEqual([1, 3])));',
    'test.skip("is left out", () => {});',
  );
  write("broken.test.mjs", 'throw new Error("no such room");');
  const status = runs("vitest/vitest.mjs", ["run", "--root", folder, "--reporter=json", "--outputFile=unit.json"]);
  const tally = withExitCode(tallyVitest(at("unit.json")), status);
  expect(tally).toMatchObject({ passed: 1, failed: 3 });
  expect(new Set(told(tally).map(([name, error]) => `${name}: ${error}`))).toEqual(
    new Set([
      "broken.test.mjs: no such room",
      "planted.test.mjs › a room › breaks: AssertionError: expected [ 1, 2 ] to deeply equal [ 1, 3 ]",
      "planted.test.mjs › is left out: null",
    ]),
  );
});

test("each browser test that failed is named with its file, step and window, and what it looked for beside the first line of its error", {
  timeout: SLOW_MS,
}, () => {
  write("playwright.config.mjs", 'export default { testMatch: "*.spec.mjs", projects: [{ name: "phone" }] };');
  write(
    "planted.spec.mjs",
    'import { expect, test } from "@playwright/test";',
    'test("holds", () => {});',
    'test.describe("a walk", () => {',
    '  test("breaks", () => test.step("the award", () => test.step("its sum", () => expect(1, "the sum").toBe(2))));',
    "});",
    'test("is not there", () => { throw new Error("not visible\\n\\nLocator: a price\\nTimeout: 1ms"); });',
    'test.skip("is left out", () => {});',
  );
  const report = at("browser.json");
  const status = runs("playwright/cli.js", ["test", "--reporter=json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const tally = withExitCode(tallyPlaywright(report), status);
  expect(tally).toMatchObject({ passed: 1, failed: 3 });
  expect(told(tally)).toEqual([
    ["planted.spec.mjs › is not there [phone]", "Error: not visible · Locator: a price"],
    ["planted.spec.mjs › is left out [phone]", null],
    ["planted.spec.mjs › a walk › breaks › the award › its sum [phone]", "Error: the sum"],
  ]);
});

test("a check that found something is named with how much", () => {
  write(
    "checks.json",
    JSON.stringify([
      { name: "names", breaches: 0 },
      { name: "words", breaches: 2 },
    ]),
  );
  expect(told(tallyChecks(at("checks.json")))).toEqual([["words", "2 breaches"]]);
});

test("a stage that counts nothing, and one that ends badly though all passed, say so", () => {
  for (const tally of [tallyVitest, tallyPlaywright, tallyChecks])
    expect(tally(at("nothing.json"))).toMatchObject({ failed: 1, failures: [{ name: "the whole stage" }] });
  expect(withExitCode({ passed: 3, failed: 0, failures: [] }, 1)).toMatchObject({
    failed: 1,
    failures: [{ name: "outside any test", error: "the exit code is 1" }],
  });
});

test("what was done side by side is one stage with the failures of all", () => {
  const broken = tallyChecks(at("nothing.json"));
  expect(together([{ passed: 1, failed: 0, failures: [] }, broken])).toEqual({ ...broken, passed: 1 });
});

test("what was not run stands below what failed, and of very many the rest is counted", () => {
  const skipped = { name: "b", error: null };
  const failed = { name: "a", error: "Error: no" };
  expect(failureLines("unit", [skipped, failed])).toEqual([
    "── failed in unit",
    "  ✗ a",
    "      Error: no",
    "  ✗ b",
    "      it did not run",
  ]);
  expect(failureLines("unit", Array(70).fill(failed)).at(-1)).toBe("  … and 10 more");
  expect(failureLines("unit", [])).toEqual([]);
});
