import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openConnection, sqliteDriver } from "./sqlite";

const file = () => {
  const folder = mkdtempSync(join(tmpdir(), "kouan-pragmas-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "kouan.db");
};

const connection = (at = file()) => {
  const opened = openConnection(at);
  onTestFinished(() => void opened.close());
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

test("the planner learns how large tables are, without samples for whose sake it would plan anew", async () => {
  const at = file();
  const opened = connection(at);
  opened.exec("CREATE TABLE figures (a); CREATE INDEX by_a ON figures (a); INSERT INTO figures VALUES (1), (2), (3)");
  const driver = sqliteDriver(at);
  await driver.refreshStatistics();
  await driver.close();
  expect(opened.prepare("SELECT tbl, stat FROM sqlite_stat1").all()).toEqual([{ tbl: "figures", stat: "3 1" }]);
  expect(opened.prepare("SELECT count(*) FROM sqlite_stat4").pluck().get()).toBe(0);
});
