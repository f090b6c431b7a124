import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Has Next run by the settings that the build has written down, as its own standalone server does. To read next.config.ts anew it would load two
 * compilers: a third of a second of each start, and 36 MB for as long as the process runs.
 */
export function useSettingsOfBuild(): void {
  const file = join(process.cwd(), ".next/required-server-files.json");
  const { config } = JSON.parse(readFileSync(file, "utf8")) as { readonly config: object };
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
