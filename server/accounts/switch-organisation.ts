import { z } from "zod";
import { listMembershipsOf } from "../../db/repositories/members";
import { findSession, setSessionOrganisation } from "../../db/repositories/sessions";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

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
