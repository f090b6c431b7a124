import { readFileSync } from "node:fs";
import { join } from "node:path";

let known: string | undefined;

/** The version of this release, as its package says. */
export function version(): string {
  known ??= String(
    (JSON.parse(readFileSync(join(process.cwd(), "package.json"), "utf8")) as { version: unknown }).version,
  );
  return known;
}
