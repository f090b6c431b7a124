import { z } from "zod";

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
] as const;
export type Country = (typeof COUNTRIES)[number];

const LATIN = /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}\p{S}]+$/u;
const LETTERS = /\p{L}/u;

const line = (max: number) => z.string().trim().min(1, "required").max(max, "too_long");

/** What a person says of an organisation: its name in its own script and in Latin letters, country and registration number. */
export const organisationSchema = z.strictObject({
  nameOwn: line(120).regex(LETTERS, "needs_letters"),
  nameLatin: line(120).regex(LATIN, "latin_only").regex(LETTERS, "needs_letters"),
  country: z.enum(COUNTRIES, "unknown_choice"),
  city: line(80),
  registrationNumber: line(40).regex(/^[0-9A-Za-z\-/. ]+$/, "registration_malformed"),
  description: z.string().trim().max(600, "too_long").default(""),
});
export type OrganisationFacts = z.infer<typeof organisationSchema>;

/** The form in which registration numbers are compared: no spaces or dashes, upper case. */
export const registrationKey = (number: string): string => number.replace(/[\s\-/.]/g, "").toUpperCase();
