import { z } from "zod";
import {
  acceptInvitation as markAccepted,
  deleteInvitations,
  deleteMember,
  findInvitationByToken,
  insertInvitation,
  insertMember,
  listInvitations,
  listMembers,
  listMembershipsOf,
  setMemberRole,
} from "@/db/repositories/members";
import { findOrganisation } from "@/db/repositories/organisations";
import { may, MEMBER_ROLES } from "@/domain/access/policy";
import { changeRole, removeMember as remove, rolesOf } from "@/domain/accounts/members";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { command } from "../platform/command";
import {
  endTokens,
  findSession,
  findToken,
  findUser,
  findUserByEmail,
  moveSessions,
  revokeSessionsOf,
  setEmailVerified,
  setPasswordHash,
  setSessionOrganisation,
} from "@/db/repositories/users";
import { emailSchema } from "@/domain/accounts/person";
import { LINK_LIFE_MS, openLink } from "@/domain/accounts/one-time-link";
import { later } from "@/domain/shared/time";
import { hashOf } from "../platform/identity/tokens";
import { mailLink, newToken, queueAccountMail } from "./account-mail";

/** An owner gives a member another role, which holds from their next request on. */
export const changeMemberRole = command({
  name: "accounts.change-member-role",
  action: "members.change",
  input: z.strictObject({
    userId: z.string().max(64),
    role: z.enum([...MEMBER_ROLES, "administrator"], "unknown_choice"),
  }),
  async run(
    { tx, actor, concerns },
    { userId, role },
  ): Promise<Result<{ userId: string }, Refusal<"not_found" | "last_owner" | "role_unknown">>> {
    const organisation = actor.organisationId && (await findOrganisation(tx, actor.organisationId));
    if (!organisation || !may(actor, "members.change", { organisationIds: [organisation.id] }))
      return refuse("not_found");
    const members = await listMembers(tx, organisation.id);
    const changed = changeRole(members, userId, { role, kind: organisation.kind });
    if (!changed.ok) return changed;
    await setMemberRole(tx, { userId, organisationId: organisation.id }, changed.value);
    concerns(userId);
    return accept({ userId });
  },
});

/**
 * A member leaves, or an owner removes them. Their sessions go on for another organisation of theirs, if there is one; keys
 * that they made stop working, since a key acts with its maker's role.
 */
export const removeMember = command({
  name: "accounts.remove-member",
  action: "members.leave",
  input: z.strictObject({ userId: z.string().max(64) }),
  async run(
    { tx, actor, concerns },
    { userId },
  ): Promise<Result<{ userId: string }, Refusal<"not_found" | "not_permitted" | "last_owner" | "role_unknown">>> {
    const organisationId = actor.organisationId;
    if (organisationId === null) return refuse("not_found");
    const action = userId === actor.userId ? "members.leave" : "members.change";
    if (!may(actor, action, { organisationIds: [organisationId] })) return refuse("not_permitted");
    const removed = remove(await listMembers(tx, organisationId), userId);
    if (!removed.ok) return removed;
    const of = { userId, organisationId };
    await deleteMember(tx, of);
    const rest = await listMembershipsOf(tx, userId);
    const next = rest.find((membership) => membership.suspendedAt === null);
    await moveSessions(tx, of, next?.organisationId ?? null);
    concerns(userId);
    return accept({ userId });
  },
});

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

/** A signed-in person takes another password, proving the present one. Their other sessions end. */
export const changePassword = command({
  name: "accounts.change-password",
  action: "account.change",
  input: z.strictObject({
    provenHash: z.string().nullable(),
    passwordHash: z.string().min(1),
    keepsIdHash: z.string().length(43),
  }),
  async run(
    context,
    { provenHash, passwordHash, keepsIdHash },
  ): Promise<Result<{ userId: string }, Refusal<"not_found" | "password_wrong">>> {
    const { tx, actor, now, concerns } = context;
    const user = actor.userId && (await findUser(tx, actor.userId));
    if (!user) return refuse("not_found");
    if (provenHash === null || user.passwordHash !== provenHash) return refuse("password_wrong");
    await setPasswordHash(tx, user.id, passwordHash);
    await endTokens(tx, { userId: user.id, purpose: "password_reset" }, now);
    await revokeSessionsOf(tx, user.id, now, keepsIdHash);
    await queueAccountMail(context, user, { kind: "password_changed", path: "/reset-password" });
    concerns(user.id);
    return accept({ userId: user.id });
  },
});

/** Sends a link to set a new password. The answer is the same where nobody has that address, or may not come in. */
export const askReset = command({
  name: "accounts.ask-reset",
  action: "account.enter",
  limit: "mail_address",
  input: z.strictObject({ email: emailSchema }),
  async run(context, { email }) {
    const user = await findUserByEmail(context.tx, email);
    if (user && user.suspendedAt === null) {
      await mailLink(context, user, "password_reset");
      context.publish({ type: "user.reset_asked", userId: user.id });
      context.concerns(user.id);
    }
    return accept({});
  },
});

/** A new password by the mailed link, which works once. Every session ends: whoever knew the old one is out. */
export const resetPassword = command({
  name: "accounts.reset-password",
  action: "account.enter",
  input: z.strictObject({ token: z.string().min(1).max(100), passwordHash: z.string().min(1) }),
  async run(context, { token, passwordHash }) {
    const { tx, now, concerns } = context;
    const link = openLink(await findToken(tx, hashOf(token)), "password_reset", now);
    if (!link.ok) return link;
    const user = await findUser(tx, link.value.userId);
    if (!user || user.suspendedAt !== null) return refuse("link_expired");
    await endTokens(tx, link.value, now);
    await setPasswordHash(tx, user.id, passwordHash);
    // The link came to the address, so the address is theirs.
    await setEmailVerified(tx, user.id, now);
    await revokeSessionsOf(tx, user.id, now);
    await queueAccountMail(context, user, { kind: "password_changed", path: "/reset-password" });
    concerns(user.id);
    return accept({ userId: user.id, email: user.email });
  },
});
