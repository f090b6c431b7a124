import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openConnection } from "./sqlite";

const connection = () => {
  const folder = mkdtempSync(join(tmpdir(), "kouan-pragmas-"));
  const opened = openConnection(join(folder, "kouan.db"));
  onTestFinished(() => {
    opened.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return opened;
};

// The numbers are SQLite's own: synchronous 2 is FULL.
test.each([
  ["a commit is on the disk before it is answered", "synchronous", 2],
  ["readers and the writer do not wait for each other", "journal_mode", "wal"],
  ["a row cannot lose its parent", "foreign_keys", 1],
  ["a second process waits instead of failing", "busy_timeout", 5000],
  ["a schema cannot smuggle in functions", "trusted_schema", 0],
])("%s (%s)", (_, pragma, value) => {
  expect(connection().pragma(pragma, { simple: true })).toBe(value);
});
