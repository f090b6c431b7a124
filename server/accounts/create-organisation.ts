import { insertMember } from "../../db/repositories/members";
import { findOrganisationByRegistration, insertOrganisation } from "../../db/repositories/organisations";
import { setSessionOrganisation } from "../../db/repositories/sessions";
import { registrationKey } from "../../domain/accounts/organisation";
import { organisationForm } from "../../domain/accounts/registration-numbers";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { z } from "zod";
import { newOrganisationKey } from "../sealing/keys";
import { command } from "../platform/command";

/**
 * A person enters the organisation they trade for and becomes its owner; their session goes on for it. One registration is one
 * organisation: who works for it already has to invite them.
 */
export const createOrganisation = command({
  name: "accounts.create-organisation",
  action: "organisation.create",
  input: z.strictObject({ facts: organisationForm, sessionIdHash: z.string().length(43).nullable() }),
  async run(
    { tx, actor, now, newId, publish, concerns },
    { facts, sessionIdHash },
  ): Promise<Result<{ organisationId: string }, Refusal<"sign_in_needed" | "registration_taken">>> {
    const userId = actor.userId;
    if (userId === null) return refuse("sign_in_needed");
    const registrationNumber = registrationKey(facts.registrationNumber);
    if (await findOrganisationByRegistration(tx, { country: facts.country, registrationNumber }))
      return refuse("registration_taken");
    const id = newId();
    const row = { ...facts, id, kind: "trader" as const, registrationNumber, createdAt: now };
    await insertOrganisation(tx, row, newOrganisationKey(id));
    await insertMember(tx, { userId, organisationId: id, role: "owner", createdAt: now });
    if (sessionIdHash) await setSessionOrganisation(tx, sessionIdHash, id);
    publish({ type: "organisation.created", organisationId: id, userId });
    concerns(id);
    return accept({ organisationId: id });
  },
});
