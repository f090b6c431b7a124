import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

export type SourceFile = { readonly path: string; readonly text: string };

// Made by tools, or brought as they are: nobody writes them here.
const FOREIGN = new Set(["node_modules", "test-results", "playwright-report", "meta"]);

function* pathsUnder(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    if (name.startsWith(".") || FOREIGN.has(name)) continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* pathsUnder(path);
    else yield path;
  }
}

/** Every path of the checkout that people write, relative to its root. */
export const pathsOf = (root = ROOT): string[] => [...pathsUnder(root)].map((path) => relative(root, path));

const CODE = /\.(ts|tsx|mjs|css)$/;

/** The files whose path matches, with what stands in them. */
export const filesMatching = (pattern: RegExp, root = ROOT): SourceFile[] =>
  pathsOf(root)
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

export const codeFiles = (root = ROOT): SourceFile[] =>
  filesMatching(CODE, root).filter(({ path }) => path !== "next-env.d.ts");

export const isTest = (path: string): boolean => /\.(test|spec)\.(tsx?|mjs)$/.test(path) || /^(test|e2e)\//.test(path);

/** `path:line` of an offset, as editors open it. */
export const placeOf = ({ path, text }: SourceFile, offset: number): string =>
  `${path}:${text.slice(0, offset).split("\n").length}`;

/** One thing that the house promises. It answers what breaks the promise, a line each, with file and line where it can. */
export type Check = { readonly name: string; readonly find: () => Promise<readonly string[]> | readonly string[] };

export const check = (name: string, find: Check["find"]): Check => ({ name, find });
