import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Where one test leaves something for the others: beside the tested market's database, so that it goes with it. */
export function keptFile(name: string): string {
  const folder = join(process.env.DATA_DIR as string, "e2e");
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}
