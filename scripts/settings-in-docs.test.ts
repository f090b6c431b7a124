import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const NAME = /[A-Z][A-Z0-9_]+/g;
const named = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z][A-Z0-9_]*)=/gm)]
  .map(([, name]) => name)
  .sort();

test(".env.example has the settings of the table in docs/operations.md, and no others", () => {
  const [, table = ""] = /## Environment\n([\s\S]*?)\n## /.exec(readFileSync("docs/operations.md", "utf8")) ?? [];
  const cells = [...table.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) => cell?.match(NAME) ?? []);
  expect(cells.sort()).toEqual(named);
});

test("every setting that the product checks at its start is named", () => {
  const [, schema = ""] =
    /z\.object\(\{([\s\S]*?)\n\}\);/.exec(readFileSync("server/platform/process/env.ts", "utf8")) ?? [];
  const checked = [...schema.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name);
  expect(checked.length).toBeGreaterThan(10);
  expect(checked.filter((name) => !named.includes(name))).toEqual([]);
});
