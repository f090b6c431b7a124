import { z } from "zod";
import { deleteInvitations, listInvitations } from "@/db/repositories/members";
import { may } from "@/domain/access/policy";
import { accept, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";

/** An owner takes an invitation back; its link stops working. */
export const withdrawInvitation = command({
  name: "accounts.withdraw-invitation",
  action: "members.change",
  input: z.strictObject({ invitationId: z.string().max(64) }),
  async run({ tx, actor, now, concerns }, { invitationId }) {
    const organisationId = actor.organisationId;
    if (organisationId === null || !may(actor, "members.change", { organisationIds: [organisationId] }))
      return refuse("not_found");
    const open = await listInvitations(tx, { organisationId, now });
    if (!open.some((invitation) => invitation.id === invitationId)) return refuse("not_found");
    await deleteInvitations(tx, { organisationId, id: invitationId });
    concerns(invitationId);
    return accept({ invitationId });
  },
});
