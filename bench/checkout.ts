import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "./server";

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", args, { cwd, encoding: "utf8" }).trim();

type Packages = Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;

const packagesOf = (file: string): Packages =>
  (JSON.parse(readFileSync(file, "utf8")) as { packages: Packages }).packages;

/** Whether all that a lockfile names is installed here in the same version. */
function hasAll(lockfile: string): boolean {
  const installed = packagesOf(join(ROOT, "node_modules/.package-lock.json"));
  return Object.entries(packagesOf(lockfile)).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

/** The packages of this checkout where they will do: as links where the file system can, since Turbopack takes no linked folder. */
function bringPackages(folder: string): void {
  if (!hasAll(join(folder, "package-lock.json"))) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    return;
  }
  const copy = (how: string) => execFileSync("cp", [how, join(ROOT, "node_modules"), folder], { stdio: "ignore" });
  try {
    copy("-al");
  } catch {
    copy("-R");
  }
}

/** A checkout of the commit with its packages, in `folder`; of the path of a checkout that is there already, that one. */
export function checkOut(commit: string, folder: string): { readonly name: string; readonly folder: string } {
  const isThere = existsSync(join(commit, ".git"));
  const checkout = isThere ? resolve(commit) : folder;
  if (!isThere) {
    const found = git(ROOT, "rev-parse", "--verify", `${commit}^{commit}`);
    git(ROOT, "clone", "--quiet", "--shared", "--no-checkout", ROOT, folder);
    git(folder, "checkout", "--quiet", "--detach", found);
  }
  if (!existsSync(join(checkout, "node_modules"))) bringPackages(checkout);
  return { name: git(checkout, "rev-parse", "--short=8", "HEAD"), folder: checkout };
}
