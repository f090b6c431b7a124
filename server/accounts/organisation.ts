import { listMembershipsOf } from "../../db/repositories/members";
import {
  findOrganisation,
  findOrganisationByRegistration,
  saveOrganisation,
  setOrganisationRestriction,
  setOrganisationSuspension,
} from "../../db/repositories/organisations";
import { findSession, revokeSessionsFor, setSessionOrganisation } from "../../db/repositories/users";
import { type OrganisationFacts, registrationKey } from "../../domain/accounts/organisation";
import { organisationForm } from "../../domain/accounts/registration-numbers";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { z } from "zod";
import { command } from "../platform/command";
import type { Reader, Writer } from "../../db/database";
import { listingsOf, setListingWords } from "../../db/repositories/listings";
import { readHubs } from "../../db/repositories/places";
import { type Actor, may } from "../../domain/access/policy";
import { textOfListing } from "../../db/search-words";
import { reasonField } from "@/domain/award/reason-fields";
import type { CheckRefusal } from "../../domain/accounts/organisation-check";
import { loadChecked, othersThan } from "./checks/case-in-hand";

/** Its listings are found by its names and city, so they are found by the new ones from now on. */
async function renameListings(tx: Writer, organisationId: string, facts: OrganisationFacts): Promise<void> {
  const listings = await listingsOf(tx, organisationId);
  if (listings.length === 0) return;
  const hubs = new Map((await readHubs(tx)).map((hub) => [hub.id, hub]));
  for (const listing of listings) await setListingWords(tx, listing.id, textOfListing(listing, facts, hubs));
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

/** A person who works for several organisations goes on for another one, in the session they are in. */
export const switchOrganisation = command({
  name: "accounts.switch-organisation",
  action: "organisation.switch",
  input: z.strictObject({ organisationId: z.string().max(64), sessionIdHash: z.string().length(43) }),
  async run(
    { tx, actor, concerns },
    { organisationId, sessionIdHash },
  ): Promise<Result<{ organisationId: string }, Refusal<"not_found" | "organisation_suspended">>> {
    if (actor.userId === null) return refuse("not_found");
    const session = await findSession(tx, { idHash: sessionIdHash });
    const memberships = await listMembershipsOf(tx, actor.userId);
    const membership = memberships.find((one) => one.organisationId === organisationId);
    if (!membership || session?.userId !== actor.userId) return refuse("not_found");
    if (membership.suspendedAt !== null) return refuse("organisation_suspended");
    await setSessionOrganisation(tx, sessionIdHash, organisationId);
    concerns(organisationId);
    return accept({ organisationId });
  },
});

type Lifting = { readonly organisationId: string; readonly limitedBy: string | null };

/** Whoever limits an organisation acts alone and at once; what lets it in again takes a second person. Refuses `own_limit` with the names of those who can. */
async function liftable(
  tx: Reader,
  { userId }: Actor,
  { organisationId, limitedBy }: Lifting,
): Promise<Result<void, Refusal<"own_limit">>> {
  if (limitedBy === null || limitedBy !== userId) return accept(undefined);
  return refuse("own_limit", { names: (await othersThan(tx, userId, organisationId)).join(", ") || "none" });
}

/**
 * An administrator shuts an organisation out, with a reason that it is told. At once: its sessions end and its keys are no
 * longer good; what it has agreed to stays as it is.
 */
export const suspendOrganisation = command({
  name: "accounts.suspend-organisation",
  action: "organisations.suspend",
  input: z.strictObject({ organisationId: z.string().max(64), reason: reasonField }),
  async run(
    { tx, actor, now, publish, concerns },
    input,
  ): Promise<Result<{ organisationId: string }, Refusal<"not_found" | "platform_stays" | "already_suspended">>> {
    if (!may(actor, "organisations.suspend")) return refuse("not_found");
    const organisation = await findOrganisation(tx, input.organisationId);
    if (!organisation) return refuse("not_found");
    if (organisation.kind === "platform") return refuse("platform_stays");
    if (organisation.suspendedAt !== null) return refuse("already_suspended");
    const suspension = { suspendedAt: now, suspensionReason: input.reason, suspendedByUserId: actor.userId };
    await setOrganisationSuspension(tx, organisation.id, suspension);
    await revokeSessionsFor(tx, organisation.id, now);
    publish({ type: "organisation.suspended", organisationId: organisation.id });
    concerns(organisation.id);
    return accept({ organisationId: organisation.id });
  },
});

/** Another administrator than the one who suspended an organisation lets it in again: its people sign in anew, its keys work as before. */
export const reinstateOrganisation = command({
  name: "accounts.reinstate-organisation",
  action: "organisations.suspend",
  input: z.strictObject({ organisationId: z.string().max(64) }),
  async run(
    { tx, actor, concerns },
    { organisationId },
  ): Promise<Result<{ organisationId: string }, Refusal<"not_found" | "not_suspended" | "own_limit">>> {
    if (!may(actor, "organisations.suspend")) return refuse("not_found");
    const organisation = await findOrganisation(tx, organisationId);
    if (!organisation) return refuse("not_found");
    if (organisation.suspendedAt === null) return refuse("not_suspended");
    const allowed = await liftable(tx, actor, { organisationId, limitedBy: organisation.suspendedByUserId });
    if (!allowed.ok) return allowed;
    const free = { suspendedAt: null, suspensionReason: null, suspendedByUserId: null };
    await setOrganisationSuspension(tx, organisationId, free);
    concerns(organisationId);
    return accept({ organisationId });
  },
});

/**
 * An administrator restricts an organisation, with a reason that it is told. At once it is listed nowhere, bids on nothing and wins nothing; its
 * people still sign in, and its orders go on. Never of an organisation that the administrator works for.
 */
export const restrictOrganisation = command({
  name: "accounts.restrict-organisation",
  action: "organisations.check",
  input: z.strictObject({ organisationId: z.string().max(64), reason: reasonField }),
  async run(
    { tx, actor, now, publish, concerns },
    { organisationId, reason },
  ): Promise<Result<{ organisationId: string }, CheckRefusal | Refusal<"not_found" | "already_restricted">>> {
    const loaded = await loadChecked(tx, actor, { organisationId, now });
    if (!loaded.ok) return loaded;
    const { organisation, userId } = loaded.value;
    if (organisation.restrictedAt !== null) return refuse("already_restricted");
    const restriction = { restrictedAt: now, restrictionReason: reason, restrictedByUserId: userId };
    await setOrganisationRestriction(tx, organisationId, restriction);
    publish({ type: "organisation.restricted", organisationId, isLifted: false });
    concerns(organisationId);
    return accept({ organisationId });
  },
});

/** Another administrator than the one who restricted an organisation lifts that: it stands where its check says. */
export const liftRestriction = command({
  name: "accounts.lift-restriction",
  action: "organisations.check",
  input: z.strictObject({ organisationId: z.string().max(64) }),
  async run(
    { tx, actor, now, publish, concerns },
    { organisationId },
  ): Promise<Result<{ organisationId: string }, CheckRefusal | Refusal<"not_found" | "not_restricted" | "own_limit">>> {
    const loaded = await loadChecked(tx, actor, { organisationId, now });
    if (!loaded.ok) return loaded;
    const { organisation } = loaded.value;
    if (organisation.restrictedAt === null) return refuse("not_restricted");
    const allowed = await liftable(tx, actor, { organisationId, limitedBy: organisation.restrictedByUserId });
    if (!allowed.ok) return allowed;
    const free = { restrictedAt: null, restrictionReason: null, restrictedByUserId: null };
    await setOrganisationRestriction(tx, organisationId, free);
    publish({ type: "organisation.restricted", organisationId, isLifted: true });
    concerns(organisationId);
    return accept({ organisationId });
  },
});
