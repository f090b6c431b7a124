import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { CLIENT_PARTS } from "@/app/client-parts";

const ROOT = join(import.meta.dirname, "..");
const sources = new Map(
  ["app", "components"]
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
    )
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(join(ROOT, path), "utf8")]),
);

function fileOf(from: string, specifier: string): string[] {
  const path = specifier.startsWith("@/") ? specifier.slice(2) : normalize(join(dirname(from), specifier));
  return [`${path}.ts`, `${path}.tsx`].filter(
    (file) => existsSync(join(ROOT, file)) && statSync(join(ROOT, file)).isFile(),
  );
}

/** A component and all that comes into the browser with it. */
function reach(path: string, seen: Set<string> = new Set()): Set<string> {
  const source = sources.get(path);
  if (seen.has(path) || source === undefined || source.startsWith('"use server"')) return seen;
  seen.add(path);
  for (const [, specifier = ""] of source.matchAll(/import\s+(?!type\s)[^;]*?from\s+"([@.][^"]+)"/g))
    for (const file of fileOf(path, specifier)) reach(file, seen);
  return seen;
}

const sharedParts = (path: string): string[] =>
  [...(sources.get(path) ?? "").matchAll(/useTranslations\("((?:ui|shell)[\w.]*)"/g)].map(
    ([, namespace = ""]) => namespace,
  );

test("a browser is sent the shared words that its components say, and no others", () => {
  const clients = [...sources].filter(([, source]) => source.startsWith('"use client"')).map(([path]) => path);
  expect(clients.length).toBeGreaterThan(20);
  const said = new Set(clients.flatMap((path) => [...reach(path)]).flatMap(sharedParts));
  const sent = Object.entries(CLIENT_PARTS).flatMap(([room, parts]) => parts.map((part) => `${room}.${part}`));
  expect([...said].sort()).toEqual(sent.sort());
});
