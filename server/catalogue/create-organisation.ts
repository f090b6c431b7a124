import { z } from "zod";
import { setSessionOrganisation } from "../../db/repositories/users";
import { listingSchema } from "../../domain/catalogue/listing";
import { organisationForm } from "../../domain/accounts/registration-numbers";
import { type Refusal, refuse, type Result } from "../../domain/shared/result";
import { foundOrganisation, withCity } from "../accounts/found-organisation";
import { command } from "../platform/command";
import { keepListing } from "./keep-listing";

/**
 * A person enters the organisation they trade for and becomes its owner; their session goes on for it. One registration is one
 * organisation: who works for it already has to invite them. Who wants to bid says in the same step what it offers: both are kept, or neither.
 */
export const createOrganisation = command({
  name: "accounts.create-organisation",
  action: "organisation.create",
  input: z.strictObject({
    facts: organisationForm,
    listing: listingSchema.nullable().default(null),
    sessionIdHash: z.string().length(43).nullable(),
  }),
  async run(
    context,
    { facts, listing, sessionIdHash },
  ): Promise<
    Result<
      { organisationId: string },
      Refusal<"sign_in_needed" | "registration_taken" | "hub_unknown" | "hubs_off_corridors">
    >
  > {
    const { userId } = context.actor;
    if (userId === null) return refuse("sign_in_needed");
    const founded = await foundOrganisation(context, { facts, userId });
    if (!founded.ok) return founded;
    const { organisationId } = founded.value;
    if (listing) {
      const kept = await keepListing(context, { ...withCity(facts), id: organisationId }, listing);
      if (!kept.ok) return kept;
    }
    if (sessionIdHash) await setSessionOrganisation(context.tx, sessionIdHash, organisationId);
    context.concerns(organisationId);
    return founded;
  },
});
