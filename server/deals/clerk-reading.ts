import { z } from "zod";
import type { Reader } from "@/db/database";
import { readClerkKnowledge } from "@/db/reference/read-clerk-knowledge";
import { readNetwork } from "@/db/repositories/places";
import { type Knowledge, TEXT_MAX } from "@/domain/deals/clerk/reading";
import type { HeadingCandidate } from "@/domain/deals/clerk/suggestions";
import { lineCount, lineField } from "@/domain/deals/posting/cargo-lines";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { offersOf } from "../tariff/queries";
import { readOnce } from "../platform/process/one-per-process";

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

const build = async (db: Reader): Promise<Knowledge> => readClerkKnowledge(await readNetwork(db));

/** What the clerk knows, read once per process: names and headings change with a release, not with a request. */
export const clerkKnowledge = (db: Reader): Promise<Knowledge> => readOnce("clerk's knowledge", () => build(db));

/** A text that the clerk reads. */
export const clerkText = z
  .string()
  .max(TEXT_MAX, "too_long")
  .regex(/^[^\0]*$/u, "control_characters")
  .refine((text) => text.trim() !== "", "required");
