import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, type SourceFile, check, codeFiles } from "./checkout";
import { parse, stringOf } from "./syntax";

/** How many files a reader opens from the page to the row. */
const STOPS_MAX = 7;
const WALKS_MIN = 3;
const ENDINGS = ["", ".ts", ".tsx", "/index.ts"];

type Walk = { readonly title: string; readonly stops: readonly string[] };

/** The walks of a text: each heading "The walk of …" with the file that the second cell of each row of its table links to. */
export function walksIn(text: string): Walk[] {
  return text
    .split(/^## /m)
    .filter((section) => section.startsWith("The walk of "))
    .map((section) => ({
      title: section.slice(0, section.indexOf("\n")),
      stops: [...section.matchAll(/^\| *\d+ *\|[^|]*?\]\(([^)]+)\)/gm)].map(([, path]) => decodeURI(path as string)),
    }));
}

const targetsOf = (file: SourceFile, paths: ReadonlySet<string>): string[] =>
  parse(file).flatMap(({ source }) => {
    const from = stringOf(source);
    if (!from || !/^[@.]/.test(from)) return [];
    const base = from.startsWith("@/") ? from.slice(2) : join(file.path, "..", from);
    return ENDINGS.map((ending) => base + ending).filter((path) => paths.has(path));
  });

/** Stops of the walks that no longer lead from one to the next: files that are gone, and files that no earlier stop imports. */
export function brokenWalks(walks: readonly Walk[], files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const paths = new Set(byPath.keys());
  if (walks.length < WALKS_MIN) return [`README.md tells ${walks.length} walks, at least ${WALKS_MIN} are told`];
  return walks.flatMap(({ title, stops }) => {
    if (stops.length < 2 || stops.length > STOPS_MAX)
      return [`${title} has ${stops.length} stops, of 2 to ${STOPS_MAX}`];
    return stops.flatMap((stop, place) => {
      if (!paths.has(stop)) return [`${title}: ${stop} is not there`];
      const before = stops.slice(0, place).flatMap((path) => byPath.get(path) ?? []);
      if (place === 0 || before.some((file) => targetsOf(file, paths).includes(stop))) return [];
      return [`${title}: no earlier stop imports ${stop}`];
    });
  });
}

export const walksHold = check("the walks of the README lead from the page to the row", () =>
  brokenWalks(walksIn(readFileSync(join(ROOT, "README.md"), "utf8")), codeFiles()),
);
