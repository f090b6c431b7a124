import { z } from "zod";

const text = z.string().optional();

/** The names of the fields of the form, in their order. */
export const RULE_FIELDS = [
  "ruleId",
  "document",
  "provider",
  "fromDay",
  "toDay",
  "hubs",
  "directions",
  "modes",
  "hsPrefixes",
  "supervisionModes",
  "originCountries",
  "destinationCountries",
  "transitCountries",
  "incoterms",
  "isForDangerousGoods",
  "daysAhead",
  "weightToleranceBps",
  "source",
  "noteEn",
  "noteZh",
] as const;

const listOf = (typed = ""): string[] =>
  typed
    .split(/[\s,;，；、]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** What is no whole number goes on as it is, for the command to name. */
const numberOf = (typed: string): number | string => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : typed);

/** The form of a row of the rules: lists are typed with commas between, countries in either case. */
export const ruleForm = z
  .object(
    Object.fromEntries(RULE_FIELDS.map((name) => [name, text])) as Record<(typeof RULE_FIELDS)[number], typeof text>,
  )
  .transform((typed) => ({
    ruleId: typed.ruleId ?? "",
    document: typed.document,
    provider: typed.provider,
    fromDay: typed.fromDay ?? "",
    toDay: typed.toDay || null,
    hubs: listOf(typed.hubs),
    directions: listOf(typed.directions),
    modes: listOf(typed.modes),
    hsPrefixes: listOf(typed.hsPrefixes),
    supervisionModes: listOf(typed.supervisionModes),
    originCountries: listOf(typed.originCountries?.toUpperCase()),
    destinationCountries: listOf(typed.destinationCountries?.toUpperCase()),
    transitCountries: listOf(typed.transitCountries?.toUpperCase()),
    incoterms: listOf(typed.incoterms?.toUpperCase()),
    isForDangerousGoods: typed.isForDangerousGoods === "on",
    daysAhead: numberOf(typed.daysAhead || "0"),
    weightToleranceBps: typed.weightToleranceBps ? numberOf(typed.weightToleranceBps) : null,
    source: typed.source ?? "",
    noteEn: typed.noteEn ?? "",
    noteZh: typed.noteZh ?? "",
  }));
