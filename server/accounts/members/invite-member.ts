import { z } from "zod";
import { deleteInvitations, insertInvitation, listMembers } from "@/db/repositories/members";
import { findOrganisation } from "@/db/repositories/organisations";
import { findUser, findUserByEmail } from "@/db/repositories/users";
import { may } from "@/domain/access/policy";
import { MEMBER_ROLES } from "@/domain/access/role";
import { emailSchema } from "@/domain/accounts/email";
import { LINK_LIFE_MS } from "@/domain/accounts/link-life";
import { rolesOf } from "@/domain/accounts/members";
import { later } from "@/domain/shared/instant";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { hashOf } from "../../platform/identity/token-hash";
import { newToken, queueAccountMail } from "../person/mail-link";

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
