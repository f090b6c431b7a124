import type { Reader } from "@/db/database";
import type { HeadingCandidate } from "@/domain/deals/clerk/draft/suggestions";
import { lineCount, lineField } from "@/domain/deals/posting/posting-fields";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { offersOf } from "../../tariff/queries/tariff";

// A search reads the whole tariff; a list of fifty kinds of goods is looked up by the person who declares them.
const LINES_MAX = 10;
const SHOWN = 3;

/** Where the tariff's search leads from the goods of each line without a code: pointers with their reason, never a classification. */
export async function pointHeadings(read: Reader, fields: FormValues): Promise<HeadingCandidate[]> {
  const open = Array.from({ length: lineCount(fields) }, (_, line) => line)
    .map((line) => ({ line, name: valueOf(fields, lineField(line, "description")) }))
    .filter(({ line, name }) => name !== "" && valueOf(fields, lineField(line, "hsCode")) === "");
  const found: HeadingCandidate[] = [];
  for (const { line, name } of open.slice(0, LINES_MAX))
    for (const { code, matches } of (await offersOf(read, name)).slice(0, SHOWN))
      found.push({ line, code, words: [...new Set(matches.flatMap(({ words }) => words))], matches });
  return found;
}
