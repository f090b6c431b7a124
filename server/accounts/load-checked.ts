import type { Reader } from "../../db/database";
import { isMemberOf } from "../../db/repositories/members";
import { findOrganisation, type StoredOrganisation } from "../../db/repositories/organisations";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import { type CheckRefusal, mayCheck } from "../../domain/accounts/checks/organisation-check";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import type { LocalDate } from "../../domain/shared/local-date";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";

type Checking = {
  readonly organisationId: string;
  /** To when the check is to hold; null where one is taken back. */
  readonly expiresOn: LocalDate | null;
  readonly now: Instant;
};

/** The organisation of which an administrator puts a check on record, with who that is. */
export async function loadChecked(
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
