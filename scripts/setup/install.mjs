import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inRoot, program } from "./checkout.mjs";
import { mustRun, Stop } from "./run.mjs";

const NPM_MAJOR_MIN = 11;

const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/**
 * Whether node_modules holds what package-lock.json says: `all` of it, or only what the product `runs` on, without the packages of tests
 * and checks. npm writes its own copy of the lockfile when an installation is complete, so that copy is the stamp: an installation that
 * was cut off has none.
 */
export function isInstalled(packages) {
  const stamp = program(".package-lock.json");
  if (!existsSync(stamp) || !existsSync(program("node/bin/node"))) return false;
  const installed = packagesOf(stamp);
  return Object.entries(packagesOf(inRoot("package-lock.json"))).every(([path, { version, optional, dev }]) => {
    if (path === "" || (dev && packages === "runs")) return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

function npmMajor() {
  const told = /npm\/(\d+)/.exec(process.env.npm_config_user_agent ?? "")?.[1];
  return Number(told ?? spawnSync("npm", ["--version"], { encoding: "utf8" }).stdout?.split(".")[0] ?? 0);
}

/** Installs exactly what the lockfile says, or what of it the product runs on. Answers false where it is there already. */
export async function installPackages(packages) {
  if (isInstalled(packages)) return false;
  if (npmMajor() < NPM_MAJOR_MIN)
    throw new Stop(`npm ${NPM_MAJOR_MIN} or newer is needed: npm install --global npm@${NPM_MAJOR_MIN}`);
  console.log("  installing the packages of package-lock.json");
  await mustRun(
    "npm ci",
    ["npm", "ci", packages === "runs" ? "--omit=dev" : "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      env: { NODE_ENV: "development" },
    },
  );
}
