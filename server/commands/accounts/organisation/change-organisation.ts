import {
  findOrganisation,
  findOrganisationByRegistration,
  saveOrganisation,
} from "../../../../db/repositories/organisations";
import { may } from "../../../../domain/access/policy";
import { registrationKey } from "../../../../domain/accounts/organisation";
import { organisationForm } from "../../../../domain/accounts/organisation-form";
import { accept, type Refusal, type Result, refuse } from "../../../../domain/shared/result";
import { command } from "../../../platform/command";

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
    concerns(organisation.id);
    return accept({ organisationId: organisation.id });
  },
});
