import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "../../domain/shared/locale";

/** A word of the trade: what it is called in each language and, where this market means something of its own by it, what it is. */
export type GlossaryTerm = {
  readonly id: string;
  readonly names: Readonly<Record<Locale, string>>;
  readonly about?: Readonly<Record<Locale, string>>;
};

let known: readonly GlossaryTerm[] | undefined;

/** All terms: the words of this market first, then those of the trade that need no explanation. Read once per process. */
export function glossary(): readonly GlossaryTerm[] {
  known ??= JSON.parse(
    readFileSync(join(process.cwd(), "messages/glossary/terms.json"), "utf8"),
  ) as readonly GlossaryTerm[];
  return known;
}
