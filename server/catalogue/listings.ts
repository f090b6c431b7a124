import { findListing, setListingActive } from "../../db/repositories/listings";
import { findParty } from "../../db/repositories/parties";
import { may } from "../../domain/access/policy";
import { type Listing, listingSchema } from "../../domain/catalogue/listing";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { keepListing, type ListingRefusal } from "./keep-listing";
import { z } from "zod";
import { SERVICES } from "../../domain/shared/vocabulary";
import { lockOwn } from "../../db/repositories/platform";

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
