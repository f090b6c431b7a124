import { dirname, join, normalize } from "node:path";
import { type SourceFile, check, filesMatching, isTest } from "./checkout";
import { type Node, parse, stringOf } from "./syntax";

/** By these the server reads and reckons. Each form that brought one made its page heavier by up to 45 KB, compressed, and did nothing with it. */
const OF_THE_SERVER: ReadonlySet<string> = new Set(["zod", "temporal-polyfill", "currency-codes"]);

const isOfTypes = (one: Node): boolean => one.importKind === "type" || one.exportKind === "type";

/** Where from a statement brings something that runs; null where it brings types alone, or nothing. */
function sourceOf(statement: Node): string | null {
  if (!/^(Import|ExportNamed|ExportAll)Declaration$/.test(statement.type) || isOfTypes(statement)) return null;
  const specifiers = (statement.specifiers as Node[] | undefined) ?? [];
  return specifiers.length > 0 && specifiers.every(isOfTypes) ? null : stringOf(statement.source);
}

/**
 * Components of the browser that bring a library of the server with their first script, each with the file that asks for it. A part that is fetched
 * later (`import()`) may: the second step of a bid reads terms as they are kept.
 */
export function librariesInBrowser(files: readonly SourceFile[]): string[] {
  const sources = new Map(
    files.map((file) => [file.path, parse(file).flatMap((statement) => sourceOf(statement) ?? [])]),
  );
  const fileOf = (path: string, from: string): string | undefined => {
    const bare = from.startsWith("@/") ? from.slice(2) : normalize(join(dirname(path), from));
    return [`${bare}.ts`, `${bare}.tsx`].find((one) => sources.has(one));
  };
  const broughtBy = (path: string, seen: Set<string>): string[] => {
    if (seen.has(path)) return [];
    seen.add(path);
    return (sources.get(path) ?? []).flatMap((from) => {
      if (OF_THE_SERVER.has(from)) return [`${from} by ${path}`];
      const file = /^[@.]/.test(from) && fileOf(path, from);
      return file ? broughtBy(file, seen) : [];
    });
  };
  return files
    .filter(({ text }) => text.startsWith('"use client"'))
    .flatMap(({ path }) => broughtBy(path, new Set()).map((brought) => `${path} brings ${brought}`));
}

const FILES_MIN = 500;

export const browserIsLight = check("no component of the browser brings a library of the server", () => {
  const files = filesMatching(/^(app|components|domain|views)\/.*\.tsx?$/).filter(({ path }) => !isTest(path));
  return files.length < FILES_MIN ? [`read ${files.length} files only`] : librariesInBrowser(files);
});
