import { z } from "zod";
import { findOrganisation, setOrganisationSuspension } from "@/db/repositories/organisations";
import { revokeSessionsFor } from "@/db/repositories/sessions";
import { may } from "@/domain/access/policy";
import { reasonField } from "@/domain/award/reason-fields";
import { type Refusal, type Result, accept, refuse } from "@/domain/shared/result";
import { command } from "../platform/command";

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
