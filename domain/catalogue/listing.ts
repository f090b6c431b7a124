import { z } from "zod";
import { SERVICES } from "../shared/service";
import { boundedText } from "../shared/wire-fields";

export const LANGUAGES = ["zh-CN", "en", "ru", "vi", "kk", "uz", "ky", "mn", "th"] as const;

const corridor = z.string().regex(/^[A-Z]{2}-[A-Z]{2}$/, "corridor_malformed");

const licence = z.strictObject({
  name: boundedText(120),
  number: boundedText(60),
  validUntil: z.iso.date("date_malformed").nullable(),
});

/** What a provider says it offers for one service. Licences are as stated by the provider until somebody checks them. */
export const listingSchema = z.strictObject({
  service: z.enum(SERVICES, "unknown_choice"),
  summary: boundedText(600),
  hubIds: z.array(z.string().max(40)).min(1, "choose_one").max(60, "too_many"),
  corridors: z.array(corridor).min(1, "choose_one").max(60, "too_many"),
  languages: z.array(z.enum(LANGUAGES, "unknown_choice")).min(1, "choose_one").max(12, "too_many"),
  licences: z.array(licence).max(12, "too_many").default([]),
  isActive: z.boolean().default(true),
});
export type Listing = z.infer<typeof listingSchema>;
