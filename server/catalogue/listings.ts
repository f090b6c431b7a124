import {
  findListing,
  insertListing,
  saveListing as rewriteListing,
  setListingActive,
} from "../../db/repositories/listings";
import { findParty, type Party } from "../../db/repositories/parties";
import { may } from "../../domain/access/policy";
import { type Listing, listingSchema, wordsOfListing } from "../../domain/catalogue/listing";
import { hubsOffCorridors } from "../../domain/catalogue/served-corridors";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { referenceData } from "../hubs/queries/network";
import { command, type CommandContext } from "../platform/command";
import { z } from "zod";
import { SERVICES } from "../../domain/shared/vocabulary";
import { lockOwn } from "../../db/repositories/platform";

type Offering = Pick<Party, "id" | "nameOwn" | "nameLatin" | "city">;
type ListingRefusal = Refusal<"hub_unknown" | "hubs_off_corridors">;

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
    searchText: wordsOfListing({ ...listing, hubIds }, organisation, known),
    updatedAt: now,
  };
  const earlier = await findListing(tx, organisation.id, listing.service);
  const id = earlier?.id ?? newId();
  if (earlier) await rewriteListing(tx, id, row);
  else await insertListing(tx, { ...row, id, organisationId: organisation.id, createdAt: now });
  return accept({ id });
}

/** A provider writes what it offers for one service: a first time or anew, with hubs that serve its corridors. Licences are its own statement; nobody has checked them. */
export const saveListing = command({
  name: "catalogue.save-listing",
  action: "listing.change",
  input: listingSchema,
  lock: lockOwn("listings"),
  async run(context, listing: Listing): Promise<Result<{ id: string }, ListingRefusal | Refusal<"not_found">>> {
    const { tx, actor, concerns } = context;
    const organisation = actor.organisationId && (await findParty(tx, actor.organisationId));
    if (!organisation || !may(actor, "listing.change", { organisationIds: [organisation.id] }))
      return refuse("not_found");
    const kept = await keepListing(context, organisation, listing);
    if (kept.ok) concerns(kept.value.id);
    return kept;
  },
});

/** Takes a listing out of the directory and stops new bids from it, or puts it back; what it says is kept. */
export const pauseListing = command({
  name: "catalogue.pause-listing",
  action: "listing.change",
  input: z.strictObject({ service: z.enum(SERVICES, "unknown_choice"), isActive: z.boolean() }),
  lock: lockOwn("listings"),
  async run({ tx, actor, now, concerns }, { service, isActive }) {
    const organisationId = actor.organisationId;
    const listing = organisationId && (await findListing(tx, organisationId, service));
    if (!listing || !may(actor, "listing.change", { organisationIds: [listing.organisationId] }))
      return refuse("not_found");
    await setListingActive(tx, listing.id, { isActive, updatedAt: now });
    concerns(listing.id);
    return accept({ id: listing.id, isActive });
  },
});
