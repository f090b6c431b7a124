import { findListing, insertListing, saveListing } from "../../db/repositories/listings";
import type { Party } from "../../db/repositories/parties";
import { textOfListing } from "../../db/search-words";
import type { Listing } from "../../domain/catalogue/listing";
import { hubsOffCorridors } from "../../domain/catalogue/served-corridors";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { referenceData } from "../hubs/queries/network";
import type { CommandContext } from "../platform/command";

type Offering = Pick<Party, "id" | "nameOwn" | "nameLatin" | "city" | "country">;
export type ListingRefusal = Refusal<"hub_unknown" | "hubs_off_corridors">;

/** Keeps what an organisation offers for one service, a first time or anew. Refuses hubs that nobody knows or that serve none of the corridors. */
export async function keepListing(
  { tx, now, newId }: Pick<CommandContext, "tx" | "now" | "newId">,
  organisation: Offering,
  listing: Listing,
): Promise<Result<{ id: string }, ListingRefusal>> {
  const { hubs: known, network } = await referenceData(tx);
  const hubIds = [...new Set(listing.hubIds)];
  const unknown = hubIds.find((id) => !known.has(id));
  if (unknown !== undefined) return refuse("hub_unknown", { hub: unknown });
  const off = hubsOffCorridors(network, hubIds, listing.corridors);
  if (off.length > 0) {
    const names = off.map((id) => `${known.get(id)?.nameZh} ${known.get(id)?.nameEn}`);
    return refuse("hubs_off_corridors", { hubs: names.join(", ") });
  }
  const row = {
    ...listing,
    hubIds,
    searchText: textOfListing({ ...listing, hubIds }, organisation, known),
    updatedAt: now,
  };
  const earlier = await findListing(tx, organisation.id, listing.service);
  const id = earlier?.id ?? newId();
  if (earlier) await saveListing(tx, id, row);
  else await insertListing(tx, { ...row, id, organisationId: organisation.id, createdAt: now });
  return accept({ id });
}
