import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { program } from "./checkout.mjs";
import { mustRun, run } from "./run.mjs";

const DEBIAN_CHROMIUM = "/usr/bin/chromium";

const has = (command) => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;

/**
 * The browser of the tests: the one that CHROMIUM names, Debian's, or the one that Playwright brings. Answers its path, or
 * null where Playwright knows its own.
 */
export async function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  if (process.getuid?.() === 0 && has("apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env });
    const code = await run(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
      { env },
    );
    if (code === 0 && existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  }
  await mustRun("Installing Chromium", [process.execPath, program("playwright/cli.js"), "install", "chromium"]);
  return null;
}
