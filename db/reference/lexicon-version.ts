import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Raised where questions come to be read otherwise by the same names (domain/search), so that kept ones are read anew. */
const READING = 1;

const NAMES = [
  ["db", "reference", "trade-names.csv"],
  ...["ru", "vi", "kk"].map((language) => ["messages", "places", `${language}.json`]),
];

let known: string | null = null;

/** Which names questions are read with: kept readings of another version are made anew by a start. */
export function lexiconVersion(): string {
  if (known === null) {
    const hash = createHash("sha256");
    for (const path of NAMES) hash.update(readFileSync(/* turbopackIgnore: true */ join(process.cwd(), ...path)));
    known = `${READING}.${hash.digest("hex").slice(0, 16)}`;
  }
  return known;
}
