import { searchText } from "../shared/search-text";
import type { Listing } from "./listing";

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
