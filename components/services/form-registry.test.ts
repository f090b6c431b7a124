import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const IMPORT = /^(?:import|export) (?!type )([^;]*?) ?from "([^"]+)";/gm;

const isOfTypesAlone = (names: string): boolean => names.startsWith("{") && !/[{,]\s*(?!type )\w/.test(names);

const pathOf = (file: string, from: string): string => {
  const path = from.startsWith("@/") ? from.slice(2) : normalize(join(dirname(file), from));
  return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((one) => existsSync(one)) ?? path;
};

/** All that a file brings with it when it runs: files of the house by their path, packages by their name. */
function broughtBy(file: string, found = new Set<string>()): ReadonlySet<string> {
  for (const [, names = "", from = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
    const isOwn = from.startsWith("@/") || from.startsWith(".");
    const target = isOwn ? pathOf(file, from) : from;
    if (isOfTypesAlone(names) || found.has(target)) continue;
    found.add(target);
    if (isOwn) broughtBy(target, found);
  }
  return found;
}

test("the forms bring their lists into the browser, and no schema", () => {
  const brought = broughtBy("components/services/form-registry.tsx");
  expect(brought).toContain("domain/services/inspection/spec.ts");
  expect(brought).not.toContain("zod");
  expect(broughtBy("domain/services/inspection/schema.ts")).toContain("zod");
});
