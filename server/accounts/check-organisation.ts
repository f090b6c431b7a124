import type { Reader } from "../../db/database";
import { isMemberOf } from "../../db/repositories/members";
import {
  type StoredOrganisation,
  findOrganisation,
  insertCheck,
  latestCheck,
} from "../../db/repositories/organisations";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import { type CheckRefusal, REGISTER_MAX, mayCheck } from "../../domain/accounts/organisation-check";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import type { LocalDate } from "../../domain/shared/local-date";
import { type Refusal, type Result, accept, refuse } from "../../domain/shared/result";
import { z } from "zod";
import { reasonField } from "../../domain/award/reason-fields";
import { boundedText, localDateField } from "../../domain/shared/wire-fields";
import { command } from "../platform/command";

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
