import { z } from "zod";
import { findListing, setListingActive } from "../../db/repositories/listings";
import { may } from "../../domain/access/policy";
import { SERVICES } from "../../domain/shared/service";
import { accept, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

/** Takes a listing out of the directory and stops new bids from it, or puts it back; what it says is kept. */
export const pauseListing = command({
  name: "catalogue.pause-listing",
  action: "listing.change",
  input: z.strictObject({ service: z.enum(SERVICES, "unknown_choice"), isActive: z.boolean() }),
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
