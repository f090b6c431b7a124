import type { Writer } from "../../db/database";
import { listingsOf, setListingWords } from "../../db/repositories/listings";
import {
  findOrganisation,
  findOrganisationByRegistration,
  saveOrganisation,
} from "../../db/repositories/organisations";
import { readHubs } from "../../db/repositories/places";
import { may } from "../../domain/access/policy";
import { type OrganisationFacts, registrationKey } from "../../domain/accounts/organisation";
import { organisationForm } from "../../domain/accounts/registration-numbers";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { wordsOfListing } from "../../domain/catalogue/listing";

/** Its listings are found by its names and city, so they are found by the new ones from now on. */
async function renameListings(tx: Writer, organisationId: string, facts: OrganisationFacts): Promise<void> {
  const listings = await listingsOf(tx, organisationId);
  if (listings.length === 0) return;
  const hubs = new Map((await readHubs(tx)).map((hub) => [hub.id, hub]));
  for (const listing of listings) await setListingWords(tx, listing.id, wordsOfListing(listing, facts, hubs));
}

/** Those who lead an organisation write what the market reads of it. */
export const changeOrganisation = command({
  name: "accounts.change-organisation",
  action: "organisation.change",
  input: organisationForm,
  async run(
    { tx, actor, concerns },
    facts,
  ): Promise<Result<{ organisationId: string }, Refusal<"not_found" | "registration_taken">>> {
    const organisation = actor.organisationId && (await findOrganisation(tx, actor.organisationId));
    if (!organisation || !may(actor, "organisation.change", { organisationIds: [organisation.id] }))
      return refuse("not_found");
    const registrationNumber = registrationKey(facts.registrationNumber);
    const holder = await findOrganisationByRegistration(tx, { country: facts.country, registrationNumber });
    if (holder && holder.id !== organisation.id) return refuse("registration_taken");
    await saveOrganisation(tx, organisation.id, { ...facts, registrationNumber });
    await renameListings(tx, organisation.id, facts);
    concerns(organisation.id);
    return accept({ organisationId: organisation.id });
  },
});
