import { z } from "zod";
import { findOrganisation, setOrganisationSuspension } from "@/db/repositories/organisations";
import { may } from "@/domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";

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
