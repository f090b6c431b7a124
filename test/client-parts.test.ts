import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { CLIENT_PARTS, FIELD_FRAME_PARTS, FRAME_PARTS } from "@/app/client-parts";
import { SERVICES } from "@/domain/shared/vocabulary";

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

/** Parts of rooms that a file asks for by name, and the names of services where it says one of any. */
const sharedParts = (path: string): string[] => {
  const source = sources.get(path) ?? "";
  return [
    ...[...source.matchAll(/useTranslations\("((?:ui|shell)[\w.]*)"/g)].map(([, namespace = ""]) => namespace),
    ...(/= useServiceName\(\)/.test(source) ? SERVICES.map((service) => `service-${service}.name`) : []),
  ];
};

const FRAME = "components/shell/shell.tsx";
const FIELD_FRAME = "components/field/field-shell.tsx";
/** What the frame brings once somebody asks for it: it is drawn within the frame's words. */
const OF_FRAME = ["components/shell/find-opener.tsx"];
const clients = [...sources].filter(([, source]) => source.startsWith('"use client"')).map(([path]) => path);
const saidBy = (paths: readonly string[]): string[] =>
  [...new Set(paths.flatMap((path) => [...reach(path)]).flatMap(sharedParts))].sort();

test("a browser is sent the shared words that its components say, and no others", () => {
  expect(clients.length).toBeGreaterThan(20);
  expect(saidBy(clients.filter((path) => ![FRAME, FIELD_FRAME, ...OF_FRAME].includes(path)))).toEqual(
    [...CLIENT_PARTS].sort(),
  );
});

test("a browser is sent the words of the frame that it draws, and no others", () => {
  expect(saidBy([FRAME])).toEqual([...FRAME_PARTS].sort());
  expect(saidBy([FIELD_FRAME])).toEqual(FIELD_FRAME_PARTS.filter((part) => part.startsWith("ui.")));
});
