import { z } from "zod";
import { PACKAGE_TYPES } from "@/domain/deals/package-type";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import { accept } from "@/domain/shared/result";
import { UN_CODES } from "@/domain/tariff/un-codes";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { translator } from "../../platform/words/translate";

const codeShape = z
  .strictObject({
    value: z.string().meta({ description: "As the market's own fields name it" }),
    code: z.string().meta({ description: "As the recommendation names it" }),
    names: z.record(z.enum(LOCALES), z.string()),
  })
  .meta({ id: "UnCode" });

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
  response: z.strictObject({ units: z.array(codeShape), packages: z.array(codeShape), modes: z.array(codeShape) }),
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
