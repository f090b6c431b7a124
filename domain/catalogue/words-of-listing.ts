import type { Listing } from "./listing";
import { listingWords } from "./listing-words";

type Named = { readonly nameOwn: string; readonly nameLatin: string; readonly city: string };
type KnownHubs = ReadonlyMap<string, { readonly nameEn: string; readonly nameZh: string }>;

/** What the directory finds a listing by: it names its organisation too, so it is written anew when either changes. */
export function wordsOfListing(
  listing: Pick<Listing, "summary" | "corridors" | "languages" | "hubIds">,
  organisation: Named,
  hubs: KnownHubs,
): string {
  const hubNames = listing.hubIds.flatMap((id) => [hubs.get(id)?.nameEn ?? "", hubs.get(id)?.nameZh ?? ""]);
  return listingWords(listing, [organisation.nameOwn, organisation.nameLatin, organisation.city, ...hubNames]);
}
