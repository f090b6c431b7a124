import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { faultsIn, serverLogIn, tallyServerLog } from "./server-log.mjs";

const line = (level, more = {}) => JSON.stringify({ level, time: 1, msg: "a page failed", ...more });

// As Next prints what a page threw, with the reference that the reader is shown.
const RENDER = `ZodError: [
  {
    "code": "invalid_value",
    "path": [
      "equipment"
    ]
  }
]
    at requestPage (.next/server/chunks/1.js:1:2)
    at async Page (.next/server/chunks/2.js:1:2) {
  digest: '1234567890'
}`;

test("A line of level error or above is a fault on either stream, one below is none.", () => {
  expect(faultsIn({ stdout: [line(30), line(40), line(50)].join("\n"), stderr: line(60) })).toEqual([
    line(50),
    line(60),
  ]);
});

test.each([
  ["an error of a page, whole with its stack", RENDER],
  ["an error in brackets", "[Error: aborted]"],
  ["an error of another class", "TypeError: Cannot read properties of undefined (reading 'id')\n    at a (b.js:1:2)"],
  ["a rejection that nobody handled", " ⨯ unhandledRejection: PrematureClose"],
  ["what has a reference alone", "  digest: '77'\n}"],
])("On standard error %s is one fault.", (_, text) => {
  expect(faultsIn({ stdout: "Error: on standard output", stderr: `ready\n${text}\nready\n` })).toEqual([text]);
});

test.each([
  "(node:12) ExperimentalWarning: SQLite is an experimental feature",
  "(Use `node --trace-warnings ...` to show where the warning was created)",
  " ✓ Ready in 120ms",
  "",
])("%j on standard error is no fault.", (text) => {
  expect(faultsIn({ stdout: "", stderr: text })).toEqual([]);
});

test("An error is read without the colours that a terminal is given.", () => {
  const coloured = RENDER.replace("ZodError", "\u001b[31m\u001b[1m⨯\u001b[22m\u001b[39m Error [ZodError]").replace(
    "'1234567890'",
    "\u001b[32m'1234567890'\u001b[39m",
  );
  expect(faultsIn({ stdout: "", stderr: coloured })).toHaveLength(1);
  expect(faultsIn({ stdout: "", stderr: coloured }, ["1234567890"])).toEqual([]);
});

test("Two errors one after the other are two faults.", () => {
  expect(faultsIn({ stdout: "", stderr: `${RENDER}\n${RENDER}\nError: other` })).toHaveLength(3);
});

test("A fault that a test provokes is passed over by its own reference, and no other is.", () => {
  const logged = line(50, { reference: "AB12CD34" });
  const all = { stdout: logged, stderr: RENDER };
  expect(faultsIn(all, ["1234567890"])).toEqual([logged]);
  expect(faultsIn(all, ["AB12CD34"])).toEqual([RENDER]);
  expect(faultsIn(all, ["123456789", "AB12"])).toEqual([logged, RENDER]);
});

const folder = mkdtempSync(join(tmpdir(), "kouan-server-log-"));
const files = serverLogIn(folder);
beforeEach(() => {
  mkdirSync(folder, { recursive: true });
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test("A run fails with each fault that its server logged, and where nothing was captured.", () => {
  expect(tallyServerLog(folder)).toMatchObject({ failed: 1 });
  writeFileSync(files.SERVER_STDOUT, `${line(50, { reference: "R1", err: { message: "no such row" } })}\n`);
  writeFileSync(files.SERVER_STDERR, RENDER);
  const { failed, failures } = tallyServerLog(folder);
  expect([failed, failures.map(({ error }) => error.split("\n")[0])]).toEqual([
    2,
    [expect.stringContaining("a page failed · R1 · no such row"), "ZodError: ["],
  ]);
  writeFileSync(files.EXPECTED_FAULTS, "1234567890\nR1\n");
  expect(tallyServerLog(folder)).toEqual({ passed: 1, failed: 0, failures: [] });
});
