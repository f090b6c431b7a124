import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { inRoot, program, root } from "./checkout.mjs";
import { mustRun } from "./run.mjs";

/** Everything that `next build` reads. */
const SOURCES = ["app", "components", "views", "domain", "server", "db", "messages", "public", "package-lock.json"];
/** The market is made beside the build and takes one core's whole time: the build takes what that leaves of both. */
const LOW_PRIORITY = new URL("low-priority.mjs", import.meta.url).href;
const STAMP = inRoot(".next/built-from");

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

const isTest = (path) => /\.test\.tsx?$/.test(path);

/** One hash over the sources, by name and content. */
export function hashOfSources() {
  const configs = readdirSync(root).filter(
    (name) => /\.(ts|mjs)$|^tsconfig\.json$/.test(name) && name !== "next-env.d.ts",
  );
  const hash = createHash("sha256");
  for (const source of [...SOURCES, ...configs.sort()]) {
    for (const path of filesUnder(inRoot(source))) {
      if (!isTest(path)) hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
    }
  }
  return hash.digest("hex");
}

const brotli = promisify(brotliCompress);
const COMPRESSED = /\.(?:js|css|svg|json)$/;

/** Puts beside each script, style and file of words what a browser is sent of it: compressed once as far as it goes, where a request has time for a tenth less. */
async function compressWhatIsServed() {
  const files = [...filesUnder(inRoot(".next/static"))].filter((path) => COMPRESSED.test(path));
  await Promise.all(files.map(async (path) => writeFileSync(`${path}.br`, await brotli(readFileSync(path)))));
}

/** Builds where a source changed since the last complete build. Answers false where none did. */
export async function buildWhenChanged(hash = hashOfSources()) {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return false;
  rmSync(STAMP, { force: true });
  await mustRun("next build", [process.execPath, "--import", LOW_PRIORITY, program("next/dist/bin/next"), "build"], {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  // Asked for here: before the packages are installed it cannot be read.
  const { writeWords } = await import("./words.mjs");
  writeWords();
  await compressWhatIsServed();
  writeFileSync(STAMP, hash);
}
