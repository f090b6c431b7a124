import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(import.meta.dirname, "schema-org.json"), "utf8")));

/** What is wrong with what a page tells search engines of itself, by schema.org's definitions; nothing where all is well. */
export function faultsOfThings(script: string): readonly string[] {
  const read = schema.safeParse(JSON.parse(script));
  return read.success ? [] : [z.prettifyError(read.error)];
}

/** The scripts of a page that tell of things. */
export const thingsIn = (html: string): string[] =>
  [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(([, text = ""]) => text);
