import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "./checkout";
import { drift, unpaired } from "./migrations";

test.each([
  ["a step that one database lacks", ["0000_a", "0001_b"], ["0000_a"]],
  ["steps in another order", ["0000_a", "0001_c"], ["0000_a", "0001_b"]],
])("%s is reported", (_, sqlite, postgres) => {
  expect(unpaired(sqlite, postgres)).toHaveLength(1);
});

test("the same steps in the same order pass", () => {
  expect(unpaired(["0000_a", "0001_b"], ["0000_a", "0001_b"])).toEqual([]);
});

test("a column of the schema that no migration made is reported", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kouan-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(ROOT, "db/migrations/sqlite"), folder, { recursive: true });
  // The last snapshot forgets a column, as if the schema had gained it since.
  const last = join(
    folder,
    "meta",
    readdirSync(join(folder, "meta"))
      .filter((name) => name.endsWith("_snapshot.json"))
      .sort()
      .at(-1) as string,
  );
  const snapshot = JSON.parse(readFileSync(last, "utf8")) as {
    tables: Record<string, { columns: Record<string, unknown> }>;
  };
  delete snapshot.tables.users?.columns.time_zone;
  writeFileSync(last, JSON.stringify(snapshot));
  expect((await drift("sqlite", folder)).join("\n")).toContain("time_zone");
}, 60_000);
