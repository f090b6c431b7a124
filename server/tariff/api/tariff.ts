import { z } from "zod";
import { accept } from "@/domain/shared/result";
import { HS_LANGUAGES, HS_LEVELS } from "@/domain/tariff/hs-entry";
import { QUESTION_LETTERS_MAX } from "@/domain/tariff/hs-question";
import { MATCH_PLACES, type RankedEntry } from "@/domain/tariff/rank-entries";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { searchTariff } from "../queries/tariff";
import { limitOf } from "../../platform/api/fields";

const LIMIT_DEFAULT = 5;
const LIMIT_MAX = 50;

/** Whoever shows candidates to people shows this with them; it travels with each answer so that nobody can miss it. */
const NOTICE = "Candidates by words. This is no customs classification and no legal advice: the declarant decides.";

const matchShape = z.strictObject({
  place: z.enum(MATCH_PLACES).meta({ description: "Where the words stand; `parent` is the label right above" }),
  words: z.array(z.string()),
  text: z.string(),
  language: z.enum(HS_LANGUAGES).nullable().meta({ description: "Null for codes and for keywords, which are in any" }),
});

const candidateShape = z
  .strictObject({
    code: z.string().meta({ description: "A section's Roman number, or 2 to 10 digits", example: "850440" }),
    country: z.string().nullable().meta({ description: "Of a national list; null for what every country shares" }),
    level: z.enum(HS_LEVELS),
    parentCode: z.string().nullable(),
    labels: z.partialRecord(z.enum(HS_LANGUAGES), z.string()),
    matches: z.array(matchShape),
    source: z.string(),
    edition: z.string().meta({ example: "2022" }),
  })
  .meta({ id: "HsCandidate" });

const writeCandidate = ({ entry, matches }: RankedEntry) => {
  const { id: _, keywords: _keywords, ...facts } = entry;
  return { ...facts, matches };
};

export const listHsCodes = queryEndpoint({
  name: "listHsCodes",
  path: "/api/v1/hs-codes",
  summary: "Candidates for an HS code, by words or by the first digits",
  description:
    "Words in English, Chinese, Russian, Vietnamese or Kazakh, with or without diacritics. The best first: an exact label, a label, a keyword, " +
    "the label above; equals in the order of codes. Digits find what begins with them. No customs classification and no legal advice.",
  scope: null,
  query: z.strictObject({
    q: z.string().min(1).max(QUESTION_LETTERS_MAX).meta({ description: "Goods or digits", example: "solar panels" }),
    limit: limitOf(LIMIT_DEFAULT, LIMIT_MAX),
  }),
  response: z.strictObject({ items: z.array(candidateShape), notice: z.string() }),
  async run({ query }) {
    const found = await searchTariff(platform().database.read, query);
    return accept({ items: found.map(writeCandidate), notice: NOTICE });
  },
});
