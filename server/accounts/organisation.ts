import { isMemberOf, listMembershipsOf } from "../../db/repositories/members";
import {
  findOrganisation,
  findOrganisationByRegistration,
  insertCheck,
  latestCheck,
  saveOrganisation,
  setCheckAsked,
  setOrganisationSuspension,
  type StoredOrganisation,
} from "../../db/repositories/organisations";
import { findSession, revokeSessionsFor, setSessionOrganisation } from "../../db/repositories/users";
import { type OrganisationFacts, registrationKey } from "../../domain/accounts/organisation";
import { organisationForm } from "../../domain/accounts/registration-numbers";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { z } from "zod";
import { command } from "../platform/command";
import type { Reader, Writer } from "../../db/database";
import { listingsOf, setListingWords } from "../../db/repositories/listings";
import { readHubs } from "../../db/repositories/places";
import { type Actor, may } from "../../domain/access/policy";
import { textOfListing } from "../../db/search-words";
import { reasonField } from "@/domain/award/reason-fields";
import { type CheckRefusal, mayCheck, REGISTER_MAX } from "../../domain/accounts/organisation-check";
import type { Instant, LocalDate } from "../../domain/shared/time";
import { boundedText, localDateField } from "../../domain/shared/wire-fields";

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
    await setOrganisationSuspension(tx, organisation.id, { suspendedAt: now, suspensionReason: input.reason });
    await revokeSessionsFor(tx, organisation.id, now);
    publish({ type: "organisation.suspended", organisationId: organisation.id });
    concerns(organisation.id);
    return accept({ organisationId: organisation.id });
  },
});

/** An administrator lets an organisation in again: its people sign in anew, its keys work as before. */
export const reinstateOrganisation = command({
  name: "accounts.reinstate-organisation",
  action: "organisations.suspend",
  input: z.strictObject({ organisationId: z.string().max(64) }),
  async run(
    { tx, actor, concerns },
    { organisationId },
  ): Promise<Result<{ organisationId: string }, Refusal<"not_found" | "not_suspended">>> {
    if (!may(actor, "organisations.suspend")) return refuse("not_found");
    const organisation = await findOrganisation(tx, organisationId);
    if (!organisation) return refuse("not_found");
    if (organisation.suspendedAt === null) return refuse("not_suspended");
    await setOrganisationSuspension(tx, organisationId, { suspendedAt: null, suspensionReason: null });
    concerns(organisationId);
    return accept({ organisationId });
  },
});

/** Those who lead an organisation ask the market to look its registration up. Asking again changes nothing, nor does it where a check holds. */
export const askCheck = command({
  name: "accounts.ask-check",
  action: "organisation.change",
  input: z.strictObject({}),
  async run({ tx, actor, now, concerns }): Promise<Result<{ organisationId: string }, Refusal<"not_found">>> {
    const organisation = actor.organisationId && (await findOrganisation(tx, actor.organisationId));
    if (!organisation || !may(actor, "organisation.change", { organisationIds: [organisation.id] }))
      return refuse("not_found");
    const isWaiting = organisation.checkAskedAt !== null;
    if (!isWaiting && (await latestCheck(tx, organisation.id, now)).standing !== "holds")
      await setCheckAsked(tx, organisation.id, now);
    concerns(organisation.id);
    return accept({ organisationId: organisation.id });
  },
});

type Checking = {
  readonly organisationId: string;
  /** To when the check is to hold; null where one is taken back. */
  readonly expiresOn: LocalDate | null;
  readonly now: Instant;
};

/** The organisation of which an administrator puts a check on record, with who that is. */
async function loadChecked(
  tx: Reader,
  actor: Actor,
  { organisationId, expiresOn, now }: Checking,
): Promise<Result<{ organisation: StoredOrganisation; userId: string }, CheckRefusal | Refusal<"not_found">>> {
  const organisation = may(actor, "organisations.check") ? await findOrganisation(tx, organisationId) : undefined;
  if (!organisation) return refuse("not_found");
  const { userId } = actor;
  assert(userId, "an administrator is a person");
  const isMember = await isMemberOf(tx, { userId, organisationId });
  const allowed = mayCheck(
    { organisationId, kind: organisation.kind },
    { organisationId: actor.organisationId, isMember },
    expiresOn === null ? null : { expiresOn, now },
  );
  return allowed.ok ? accept({ organisation, userId }) : allowed;
}

/**
 * An administrator puts on record that an organisation's registration number stands in a register, until when that counts, and what was seen.
 * Never of an organisation that the administrator works for.
 */
export const checkOrganisation = command({
  name: "accounts.check-organisation",
  action: "organisations.check",
  input: z.strictObject({
    organisationId: z.string().max(64),
    register: boundedText(REGISTER_MAX),
    expiresOn: localDateField,
    reason: reasonField,
  }),
  async run(
    { tx, actor, now, newId, publish, concerns },
    { organisationId, register, expiresOn, reason },
  ): Promise<Result<{ organisationId: string }, CheckRefusal | Refusal<"not_found">>> {
    const loaded = await loadChecked(tx, actor, { organisationId, expiresOn, now });
    if (!loaded.ok) return loaded;
    const { organisation, userId } = loaded.value;
    const { registrationNumber } = organisation;
    const found = { outcome: "found", registrationNumber, register, expiresOn, reason } as const;
    await insertCheck(tx, { id: newId(), organisationId, ...found, checkedByUserId: userId, checkedAt: now });
    publish({ type: "organisation.checked", organisationId, outcome: "found" });
    concerns(organisationId);
    return accept({ organisationId });
  },
});

/** An administrator takes a standing check back, by a later entry with its reason; what was on record stays there. */
export const takeBackCheck = command({
  name: "accounts.take-back-check",
  action: "organisations.check",
  input: z.strictObject({ organisationId: z.string().max(64), reason: reasonField }),
  async run(
    { tx, actor, now, newId, publish, concerns },
    { organisationId, reason },
  ): Promise<Result<{ organisationId: string }, CheckRefusal | Refusal<"not_found" | "not_checked_now">>> {
    const loaded = await loadChecked(tx, actor, { organisationId, expiresOn: null, now });
    if (!loaded.ok) return loaded;
    const { organisation, userId } = loaded.value;
    const { registrationNumber } = organisation;
    if ((await latestCheck(tx, organisationId, now)).standing !== "holds") return refuse("not_checked_now");
    const taken = { outcome: "taken_back", registrationNumber, register: "", expiresOn: null, reason } as const;
    await insertCheck(tx, { id: newId(), organisationId, ...taken, checkedByUserId: userId, checkedAt: now });
    publish({ type: "organisation.checked", organisationId, outcome: "taken_back" });
    concerns(organisationId);
    return accept({ organisationId });
  },
});
