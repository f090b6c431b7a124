import { readFileSync } from "node:fs";
import { join } from "node:path";

let known: ReadonlySet<string> | undefined;

/**
 * The 5,612 subheadings (six digits) of the Harmonized System as amended for 2022, read once per process. They change with the edition only,
 * so they are a file and no rows.
 */
export function readSubheadings(): ReadonlySet<string> {
  if (!known) {
    const file = join(process.cwd(), "db", "reference", "hs-2022-subheadings.csv");
    known = new Set(readFileSync(file, "utf8").match(/^\d{6}$/gm));
  }
  return known;
}
