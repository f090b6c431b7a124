import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { FOLDERS, LINES, WALKS } from "./register";

const FIXTURE = join(import.meta.dirname, "warehousing");
const PLACES = Object.entries({ ...FOLDERS, ...WALKS });

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path];

/** The fifth kind's own files by the place that each takes in the house. */
const placed = new Map(
  PLACES.flatMap(([from, to]) =>
    filesIn(join(FIXTURE, from)).map((file) => [file.replace(join(FIXTURE, from), to), readFileSync(file, "utf8")]),
  ),
);

const isThere = (path: string) =>
  [".ts", ".tsx", "/index.ts"].some((end) => placed.has(`${path}${end}`) || existsSync(`${path}${end}`));

test("all that the fifth kind imports stands in the house", () => {
  const code = [...placed].filter(([path]) => /\.tsx?$/.test(path));
  expect(code.length).toBeGreaterThan(6);
  const lost = code.flatMap(([path, text]) =>
    [...text.matchAll(/from "([@.][^"]*)"/g)]
      .map(([, from = ""]) => (from.startsWith("@/") ? from.slice(2) : normalize(join(dirname(path), from))))
      .filter((target) => !isThere(target))
      .map((target) => `${path}: ${target}`),
  );
  expect(lost).toEqual([]);
});

test.each(LINES)("%s has one place for its line", (file, from) => {
  expect(readFileSync(file, "utf8").split(from)).toHaveLength(2);
});
