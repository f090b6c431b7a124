import { z } from "zod";
import {
  deleteInvitations,
  findInvitationByToken,
  insertInvitation,
  insertMember,
  listInvitations,
  listMembers,
  acceptInvitation as markAccepted,
} from "@/db/repositories/members";
import { findOrganisation } from "@/db/repositories/organisations";
import { findUser, findUserByEmail, setEmailVerified } from "@/db/repositories/users";
import { may } from "@/domain/access/policy";
import { MEMBER_ROLES } from "@/domain/access/roles";
import { emailSchema } from "@/domain/accounts/person";
import { LINK_LIFE_MS } from "@/domain/accounts/one-time-link";
import { rolesOf } from "@/domain/accounts/members";
import { later } from "@/domain/shared/instant";
import { type Refusal, type Result, accept, refuse } from "@/domain/shared/result";
import { command } from "../platform/command";
import { hashOf } from "../platform/identity/tokens";
import { newToken, queueAccountMail } from "./account-mail";
import { findSession, setSessionOrganisation } from "@/db/repositories/sessions";

/** An owner asks a colleague to join in a role, by a link mailed to their address. A new invitation ends the one before it. */
export const inviteMember = command({
  name: "accounts.invite-member",
  action: "members.change",
  limit: "invite",
  input: z.strictObject({ email: emailSchema, role: z.enum([...MEMBER_ROLES, "administrator"], "unknown_choice") }),
  async run(
    context,
    { email, role },
  ): Promise<Result<{ invitationId: string }, Refusal<"not_found" | "role_unknown" | "already_member">>> {
    const { tx, actor, now, newId, publish, concerns } = context;
    const organisation = actor.organisationId && (await findOrganisation(tx, actor.organisationId));
    const inviter = actor.userId && (await findUser(tx, actor.userId));
    if (!organisation || !inviter || !may(actor, "members.change", { organisationIds: [organisation.id] }))
      return refuse("not_found");
    if (!rolesOf(organisation.kind).includes(role)) return refuse("role_unknown");
    const members = await listMembers(tx, organisation.id);
    if (members.some((member) => member.email === email)) return refuse("already_member");
    const [id, token] = [newId(), newToken()];
    await deleteInvitations(tx, { organisationId: organisation.id, email });
    await insertInvitation(tx, {
      id,
      organisationId: organisation.id,
      email,
      role,
      tokenHash: hashOf(token),
      invitedByUserId: inviter.id,
      createdAt: now,
      expiresAt: later(now, LINK_LIFE_MS.invitation),
    });
    const reader = await findUserByEmail(tx, email);
    await queueAccountMail(
      context,
      { email, name: reader?.name ?? email, locale: reader?.locale ?? inviter.locale },
      {
        kind: "invitation",
        path: `/join/${token}`,
        values: { inviter: inviter.name, organisation: organisation.nameLatin },
      },
    );
    publish({ type: "member.invited", organisationId: organisation.id, invitationId: id });
    concerns(id);
    return accept({ invitationId: id });
  },
});

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
