import { z } from "zod";
import { accept } from "@/domain/shared/result";
import { QUESTION_LETTERS_MAX } from "@/domain/tariff/hs-question";
import { hsCandidate, unCode } from "@/views/tariff";
import { limitOf, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { searchTariff } from "./queries";
import { PACKAGE_TYPES } from "@/domain/deals/package-type";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import { UN_CODES } from "@/domain/tariff/un-codes";
import { translator } from "../platform/translate";

const LIMIT_DEFAULT = 5;
const LIMIT_MAX = 50;

/** Whoever shows candidates to people shows this with them; it travels with each answer so that nobody can miss it. */
const NOTICE = "Candidates by words. This is no customs classification and no legal advice: the declarant decides.";

export const listHsCodes = queryEndpoint({
  name: "listHsCodes",
  path: "/api/v1/hs-codes",
  summary: "Candidates for an HS code, by words or by the first digits",
  description:
    "Words in English, Chinese, Russian, Vietnamese or Kazakh, with or without diacritics. The best first: an exact label, a label, a keyword, " +
    "the label above; equals in the order of codes. Digits find what begins with them. Codes of fewer than six digits only lead on: " +
    "goods are declared by none. No customs classification and no legal advice.",
  scope: null,
  query: z.strictObject({
    q: z.string().min(1).max(QUESTION_LETTERS_MAX).meta({ description: "Goods or digits", example: "solar panels" }),
    limit: limitOf(LIMIT_DEFAULT, LIMIT_MAX),
  }),
  response: z.strictObject({ items: z.array(hsCandidate), notice: z.string() }),
  async run({ query }) {
    return accept({ items: await searchTariff(platform().database.read, query), notice: NOTICE });
  },
});

const namesOf = (key: string) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, translator(locale)(key)])) as Record<Locale, string>;

const listOf = (codes: readonly (readonly [value: string, code: string])[], room: string) =>
  codes.map(([value, code]) => ({ value, code, names: namesOf(`${room}.${value}`) }));

export const listCodes = queryEndpoint({
  name: "listCodes",
  path: "/api/v1/codes",
  summary: "Units, packages and modes of transport with their codes in the lists of the United Nations",
  description:
    "Units by UN/ECE Recommendation 20 (revision 17), packages by Recommendation 21, modes of transport by Recommendation 19.",
  scope: null,
  query: z.strictObject({}),
  response: z.strictObject({ units: z.array(unCode), packages: z.array(unCode), modes: z.array(unCode) }),
  run: async () =>
    accept({
      units: listOf(Object.entries(UN_CODES.units), "duties.unit"),
      packages: listOf(
        PACKAGE_TYPES.map((code) => [code, code] as const),
        "services.package",
      ),
      modes: listOf(Object.entries(UN_CODES.modes), "services.mode"),
    }),
});
