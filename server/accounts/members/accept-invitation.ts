import { z } from "zod";
import {
  acceptInvitation as markAccepted,
  findInvitationByToken,
  insertMember,
  listMembers,
} from "@/db/repositories/members";
import { findSession, setSessionOrganisation } from "@/db/repositories/sessions";
import { findUser, setEmailVerified } from "@/db/repositories/users";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { hashOf } from "../../platform/identity/token-hash";

type JoinRefusal = Refusal<"link_expired" | "invitation_for_other" | "organisation_suspended" | "already_member">;

/** The person whom the link was mailed to joins. It works once, and for the account of that address only: a forwarded mail lets nobody in. */
export const acceptInvitation = command({
  name: "accounts.accept-invitation",
  action: "account.change",
  input: z.strictObject({ token: z.string().min(1).max(100), sessionIdHash: z.string().length(43) }),
  async run(
    { tx, actor, now, concerns },
    { token, sessionIdHash },
  ): Promise<Result<{ organisationId: string }, JoinRefusal>> {
    const invitation = await findInvitationByToken(tx, hashOf(token));
    const user = actor.userId && (await findUser(tx, actor.userId));
    if (!invitation || !user || invitation.acceptedAt !== null || now >= invitation.expiresAt)
      return refuse("link_expired");
    if (user.email !== invitation.email) return refuse("invitation_for_other");
    if (invitation.suspendedAt !== null) return refuse("organisation_suspended");
    const { organisationId, role } = invitation;
    const members = await listMembers(tx, organisationId);
    if (members.some((member) => member.userId === user.id)) return refuse("already_member");
    await insertMember(tx, { userId: user.id, organisationId, role, createdAt: now });
    await markAccepted(tx, invitation.id, now);
    await setEmailVerified(tx, user.id, now);
    const session = await findSession(tx, { idHash: sessionIdHash });
    if (session?.userId === user.id) await setSessionOrganisation(tx, sessionIdHash, organisationId);
    concerns(invitation.id);
    return accept({ organisationId });
  },
});
