import { basename, dirname } from "node:path";
import { check, isTest, pathsOf } from "./checkout";

/** Names that say nothing of what is inside, so that everything ends up there. */
const SAYS_NOTHING = /^(utils?|helpers?|misc|common|managers?|lib|libs|data)$/;
/** A message file is named like its namespace, and what all rooms share is the one common one. */
const NAMESPACE = /^messages\/[^/]+\/common\.json$/;

const CODE_FLOORS = /^(app|components|views|domain|server|db|scripts|test|e2e|bench)\//;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Next's own: groups, parameters and its fixed file names. */
const ROUTE_FOLDER = /^(\(?[a-z0-9-]+\)?|[a-z-]+\.json|\[{1,2}(\.\.\.)?[a-zA-Z]+\]{1,2}|@[a-z]+)$/;
const SIBLINGS_MAX = 30;
/** Folders whose length is their use: one address, command, query, endpoint, kind, reaction or step a file, and what a tool generates. */
const LISTS =
  /^(app|app\/\[locale\]|scripts|components|views|domain|server|db|db\/reference|components\/ui\/icons|domain\/services|messages\/[^/]+|db\/migrations\/.*|db\/repositories|db\/schema|docs\/decisions|docs\/.*pictures.*|public\/.*)$/;

const stemOf = (path: string): string => basename(path).replace(/\..*$/, "");

export function namelessPaths(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (NAMESPACE.test(path)) return [];
    const parts = [...dirname(path).split("/"), stemOf(path)];
    return parts
      .filter((part) => SAYS_NOTHING.test(part))
      .map((part) => `${path}: "${part}" says nothing of what is inside`);
  });
}

export function oddlySpelled(paths: readonly string[]): string[] {
  return paths
    .filter((path) => CODE_FLOORS.test(path) && /\.(ts|tsx|mjs|css)$/.test(path) && !path.startsWith("db/migrations/"))
    .flatMap((path) => {
      const folders = dirname(path).split("/");
      const isOdd =
        !KEBAB.test(stemOf(path)) ||
        folders.some((folder) => !(path.startsWith("app/") ? ROUTE_FOLDER : KEBAB).test(folder));
      return isOdd ? [`${path}: names are written-like-this`] : [];
    });
}

/** Folders with so many entries that nobody reads the list: they ask to be split by what belongs together. */
export function crowdedFolders(paths: readonly string[]): string[] {
  const entries = new Map<string, Set<string>>();
  for (const path of paths.filter((one) => !isTest(one))) {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join("/");
      entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] as string));
    }
  }
  return [...entries]
    .filter(([folder, names]) => names.size > SIBLINGS_MAX && !LISTS.test(folder))
    .map(([folder, names]) => `${folder} has ${names.size} entries, at most ${SIBLINGS_MAX} are read at a glance`);
}

export const namesSayWhat = check("names", () => {
  const paths = pathsOf();
  return [...namelessPaths(paths), ...oddlySpelled(paths), ...crowdedFolders(paths)];
});
