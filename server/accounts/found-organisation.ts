import type { Reader } from "../../db/database";
import { insertMember } from "../../db/repositories/members";
import { findOrganisationByRegistration, insertOrganisation } from "../../db/repositories/organisations";
import { cityOfRegistration } from "../../domain/accounts/cities-of-china";
import { type OrganisationFacts, registrationKey } from "../../domain/accounts/organisation";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import type { CommandContext } from "../platform/command";
import { newOrganisationKey } from "../sealing/keys";

type Taken = Refusal<"registration_taken">;

/** Whether an organisation of this registration may be entered: refuses one that is here already. */
export async function mayFound(db: Reader, facts: OrganisationFacts): Promise<Result<string, Taken>> {
  const registrationNumber = registrationKey(facts.registrationNumber);
  const known = await findOrganisationByRegistration(db, { country: facts.country, registrationNumber });
  return known ? refuse("registration_taken") : accept(registrationNumber);
}

/** What is said of a new organisation, with the city that its registration number says where none was said. */
export const withCity = (facts: OrganisationFacts): OrganisationFacts => ({
  ...facts,
  city: facts.city || cityOfRegistration(facts.country, facts.registrationNumber),
});

type Founding = { readonly facts: OrganisationFacts; readonly userId: string };

/** Writes an organisation with the person who enters it as its owner. */
export async function foundOrganisation(
  { tx, now, newId, publish }: Pick<CommandContext, "tx" | "now" | "newId" | "publish">,
  { facts, userId }: Founding,
): Promise<Result<{ organisationId: string }, Taken>> {
  const allowed = await mayFound(tx, facts);
  if (!allowed.ok) return allowed;
  const id = newId();
  const row = { ...withCity(facts), id, kind: "trader" as const, registrationNumber: allowed.value, createdAt: now };
  await insertOrganisation(tx, row, newOrganisationKey(id));
  await insertMember(tx, { userId, organisationId: id, role: "owner", createdAt: now });
  publish({ type: "organisation.created", organisationId: id, userId });
  return accept({ organisationId: id });
}
