import { z } from "zod";
import { DIRECTIONS } from "@/domain/shared/vocabulary";
import { MODES } from "@/domain/hubs/place";
import { SUPERVISION_MODES } from "@/domain/services/customs/choices";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import { boundedText, countryField, localDateField, optionalText, wholeNumber } from "@/domain/shared/wire-fields";
import { DOCUMENT_KINDS, DOCUMENT_PARTIES } from "../services/document-kind";

const LIST_MAX = 100;
const DAYS_AHEAD_MAX = 60;
// A tenth: beyond it weights would agree that no scale confuses.
const TOLERANCE_MAX_BPS = 1_000;

// Russian says the same in more letters.
const otherNote = optionalText(400).default("");

const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(LIST_MAX).default([]);

/** One row of the rules as it is entered: the rule's name, its document and provider, its days, its conditions and where it comes from. */
export const documentRuleSchema = z
  .strictObject({
    ruleId: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9_]{1,39}$/, "rule_name_malformed"),
    document: z.enum(DOCUMENT_KINDS),
    provider: z.enum(DOCUMENT_PARTIES),
    fromDay: localDateField,
    toDay: localDateField.nullable().default(null),
    hubs: listOf(z.string().min(1).max(64)),
    directions: listOf(z.enum(DIRECTIONS)),
    modes: listOf(z.enum(MODES)),
    hsPrefixes: listOf(z.string().regex(/^\d{2,10}$/, "hs_prefix_malformed")),
    supervisionModes: listOf(z.enum(SUPERVISION_MODES)),
    originCountries: listOf(countryField),
    destinationCountries: listOf(countryField),
    transitCountries: listOf(countryField),
    incoterms: listOf(z.enum(INCOTERMS)),
    isForDangerousGoods: z.boolean().default(false),
    daysAhead: wholeNumber().min(0).max(DAYS_AHEAD_MAX).default(0),
    weightToleranceBps: wholeNumber().min(0).max(TOLERANCE_MAX_BPS).nullable().default(null),
    source: boundedText(200),
    noteEn: boundedText(300),
    noteZh: boundedText(300),
    ...{ noteRu: otherNote, noteVi: otherNote, noteKk: otherNote },
  })
  .refine(({ fromDay, toDay }) => toDay === null || toDay >= fromDay, {
    message: "ends_before_start",
    path: ["toDay"],
  });

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
  "noteRu",
  "noteVi",
  "noteKk",
] as const;

const typedList = (typed = ""): string[] =>
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
    hubs: typedList(typed.hubs),
    directions: typedList(typed.directions),
    modes: typedList(typed.modes),
    hsPrefixes: typedList(typed.hsPrefixes),
    supervisionModes: typedList(typed.supervisionModes),
    originCountries: typedList(typed.originCountries?.toUpperCase()),
    destinationCountries: typedList(typed.destinationCountries?.toUpperCase()),
    transitCountries: typedList(typed.transitCountries?.toUpperCase()),
    incoterms: typedList(typed.incoterms?.toUpperCase()),
    isForDangerousGoods: typed.isForDangerousGoods === "on",
    daysAhead: numberOf(typed.daysAhead || "0"),
    weightToleranceBps: typed.weightToleranceBps ? numberOf(typed.weightToleranceBps) : null,
    source: typed.source ?? "",
    noteEn: typed.noteEn ?? "",
    noteZh: typed.noteZh ?? "",
    ...{ noteRu: typed.noteRu ?? "", noteVi: typed.noteVi ?? "", noteKk: typed.noteKk ?? "" },
  }));
