import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, check } from "./checkout";

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
};
export type Lockfile = { readonly packages: Readonly<Record<string, Locked>> };
type Manifest = Readonly<Record<"dependencies" | "devDependencies", Readonly<Record<string, string>>>>;

const nameOf = (path: string): string => path.replace(/^.*node_modules\//, "");

/** Below zero where the first version is the older one. A pre-release counts as its release: floors name releases. */
export function compareVersions(one: string, other: string): number {
  const parts = (version: string) => (version.split("-")[0] as string).split(".").map(Number);
  const [ours, theirs] = [parts(one), parts(other)];
  for (let at = 0; at < 3; at++) if ((ours[at] ?? 0) !== (theirs[at] ?? 0)) return (ours[at] ?? 0) - (theirs[at] ?? 0);
  return 0;
}

/** Packages below the version in which their last known hole was closed; every copy in the tree counts. */
export function belowFloor(lockfile: Lockfile, floors: Readonly<Record<string, string>>): string[] {
  const locked = Object.entries(lockfile.packages).map(([path, { version }]) => ({
    name: nameOf(path),
    version,
    path,
  }));
  return Object.entries(floors).flatMap(([name, floor]) => {
    const copies = locked.filter((one) => one.name === name && one.path !== "");
    if (copies.length === 0)
      return [`${name} has a floor and is not installed: take it out of scripts/version-floors.json`];
    return copies
      .filter(({ version = "0" }) => compareVersions(version, floor) < 0)
      .map(({ path, version }) => `${path} is ${version}, at least ${floor} is needed`);
  });
}

/** Entries that npm would not fetch from its registry by a hash. The lockfile names no registry: each place uses its own. */
export const oddSources = (lockfile: Lockfile): string[] =>
  Object.entries(lockfile.packages).flatMap(([path, { resolved, integrity, link, inBundle }]) => {
    // What a package carries inside itself is covered by that package's hash.
    if (path === "" || inBundle) return [];
    if (link) return [`${path} is a link to a folder`];
    return [
      ...(resolved ? [`${path} names where it comes from: ${new URL(resolved).protocol}`] : []),
      ...(integrity?.startsWith("sha512-") ? [] : [`${path} has no sha512 hash`]),
    ];
  });

/** Versions that would change by themselves at the next installation without the lockfile. */
export const looseVersions = ({ dependencies, devDependencies }: Manifest): string[] =>
  Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version))
    .map(([name, version]) => `package.json has ${name} at "${version}", which is no version`);

const read = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), "utf8")) as T;

export const floorsHold = check("no package below its floor", () =>
  belowFloor(read("package-lock.json"), read("scripts/version-floors.json")),
);

export const lockfileIsSound = check("lockfile", () => [
  ...oddSources(read("package-lock.json")),
  ...looseVersions(read("package.json")),
]);
