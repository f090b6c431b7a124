import { z } from "zod";
import { LOCALES } from "../domain/shared/locale";
import { HS_LANGUAGES, HS_LEVELS, type HsEntry } from "../domain/tariff/hs-entry";
import { MATCH_PLACES } from "../domain/tariff/rank-entries";
import type { View } from "./fields";

const match = z.object({
  place: z.enum(MATCH_PLACES).meta({ description: "Where the words stand; `parent` is the label right above" }),
  words: z.array(z.string()),
  text: z.string(),
  language: z.enum(HS_LANGUAGES).nullable().meta({ description: "Null for codes and for keywords, which are in any" }),
});

/** An entry of the tariff that answers what was looked for, with the reason. */
export const hsCandidate = z
  .object({
    code: z.string().meta({ description: "A section's Roman number, or 2 to 10 digits", example: "850440" }),
    country: z.string().nullable().meta({ description: "Of a national list; null for what every country shares" }),
    level: z.enum(HS_LEVELS),
    parentCode: z.string().nullable(),
    labels: z.partialRecord(z.enum(HS_LANGUAGES), z.string()),
    matches: z.array(match),
    source: z.string(),
    edition: z.string().meta({ example: "2022" }),
  })
  .meta({ id: "HsCandidate" });

export type HsCandidate = View<typeof hsCandidate>;

/** A unit, a package or a mode of transport with its code in a list of the United Nations. */
export const unCode = z
  .object({
    value: z.string().meta({ description: "As the market's own fields name it" }),
    code: z.string().meta({ description: "As the recommendation names it" }),
    names: z.record(z.enum(LOCALES), z.string()),
  })
  .meta({ id: "UnCode" });

/** An entry as it is offered to a person who looks for a code. */
export type OfferedCode = Pick<HsCandidate, "code" | "country" | "labels" | "matches">;

/** What the field of a code shows: what the typed codes are called, and candidates where somebody asked for them without a script. */
export type CodeFinder = {
  /** By the code as it was typed: the entry itself, else the nearest one above it. */
  readonly known: Readonly<Record<string, OfferedCode>>;
  readonly found: { readonly line: number; readonly q: string; readonly candidates: readonly OfferedCode[] } | null;
};

/** What was found in a chapter; sections stand in none. */
export type ChapterGroup = { readonly chapter: HsEntry | null; readonly found: readonly HsCandidate[] };
