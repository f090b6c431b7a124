import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { program } from "./checkout.mjs";
import { mustRun, run } from "./run.mjs";

// The shell is the same engine without a browser's windows and services around it: pages load in half the time.
const DEBIAN_SHELL = "/usr/bin/chromium-headless-shell";
const DEBIAN_CHROMIUM = "/usr/bin/chromium";
const PACKAGES = ["chromium-headless-shell", "fonts-noto-cjk"];
// Without a network, what is there already is taken soon.
const IMPATIENT = ["-qq", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10"];

const has = (command) => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;

/** Installs Debian's shell where this process may; answers whether it is there. */
async function installShell() {
  if (process.getuid?.() !== 0 || !has("apt-get")) return false;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", [...IMPATIENT, "update"], { env });
  const code = await run("apt-get", [...IMPATIENT, "install", "-y", "--no-install-recommends", ...PACKAGES], { env });
  return code === 0 && existsSync(DEBIAN_SHELL);
}

/**
 * The browser of the tests: the one that CHROMIUM names, Debian's, or the one that Playwright brings. Answers its path, or
 * null where Playwright knows its own.
 */
export async function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (existsSync(DEBIAN_SHELL) || (await installShell())) return DEBIAN_SHELL;
  if (existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  const shell = [program("playwright/cli.js"), "install", "--only-shell", "chromium"];
  await mustRun("Installing Chromium", [process.execPath, ...shell]);
  return null;
}
