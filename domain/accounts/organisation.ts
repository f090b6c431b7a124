import { z } from "zod";
import { boundedText, optionalText } from "../shared/wire-fields";

export type OrganisationKind = "trader" | "platform";

/** Countries whose organisations the market serves (ISO 3166-1 alpha-2). */
export const COUNTRIES = [
  "CN",
  "KZ",
  "VN",
  "RU",
  "UZ",
  "KG",
  "MN",
  "TH",
  "LA",
  "MM",
  "TJ",
  "TM",
  "BY",
  "DE",
  "PL",
  "HU",
  "PK",
  "NP",
] as const;
export type Country = (typeof COUNTRIES)[number];

const LATIN = /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}\p{S}]+$/u;
const LETTERS = /\p{L}/u;

/** What a person says of an organisation: its name in its own script and in Latin letters, country and registration number. */
export const organisationSchema = z.strictObject({
  nameOwn: boundedText(120).regex(LETTERS, "needs_letters"),
  nameLatin: boundedText(120).regex(LATIN, "latin_only").regex(LETTERS, "needs_letters"),
  country: z.enum(COUNTRIES, "unknown_choice"),
  city: optionalText(80).default(""),
  registrationNumber: boundedText(40).regex(/^[0-9A-Za-z\-/. ]+$/, "registration_malformed"),
  description: optionalText(600).default(""),
});
export type OrganisationFacts = z.infer<typeof organisationSchema>;

/** The form in which registration numbers are compared: no spaces or dashes, upper case. */
export const registrationKey = (number: string): string => number.replace(/[\s\-/.]/g, "").toUpperCase();
