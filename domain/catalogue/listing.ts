import { z } from "zod";
import { EQUIPMENT } from "../services/logistics/equipment";
import { SERVICES } from "../shared/vocabulary";
import { boundedText } from "../shared/wire-fields";
import { searchText } from "../shared/search-text";
import { type PlaceNames } from "../shared/place-names";

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
  equipment: z
    .array(z.enum(EQUIPMENT, "unknown_choice"))
    .max(EQUIPMENT.length, "too_many")
    .default([])
    .meta({ description: "What goods are carried on" }),
  isActive: z.boolean().default(true),
});
export type Listing = z.infer<typeof listingSchema>;

/** One word for a corridor, which no free text contains by accident. */
export const corridorWord = (corridor: string): string => `corridor${corridor.replace("-", "").toLowerCase()}`;

/** One word for a language that the provider works in. */
export const languageWord = (language: string): string => `language${language.replace("-", "").toLowerCase()}`;

/**
 * What the directory searches a listing by: the words of its organisation, summary and hubs in both scripts, and one word for
 * each corridor and language, so that these filters look in the same column.
 */
export const listingWords = (
  listing: Pick<Listing, "summary" | "corridors" | "languages">,
  names: readonly string[],
): string =>
  [
    searchText(...names, listing.summary),
    ...listing.corridors.map(corridorWord),
    ...listing.languages.map(languageWord),
  ].join(" ");

type Named = { readonly nameOwn: string; readonly nameLatin: string; readonly city: string };
type KnownHubs = ReadonlyMap<string, PlaceNames>;

/** What the directory finds a listing by: it names its organisation too, so it is written anew when either changes. */
export function wordsOfListing(
  listing: Pick<Listing, "summary" | "corridors" | "languages" | "hubIds">,
  organisation: Named,
  hubs: KnownHubs,
): string {
  const hubNames = listing.hubIds.flatMap((id) => [hubs.get(id)?.nameEn ?? "", hubs.get(id)?.nameZh ?? ""]);
  return listingWords(listing, [organisation.nameOwn, organisation.nameLatin, organisation.city, ...hubNames]);
}
