import { z } from "zod";
import { deleteMember, listMembers, listMembershipsOf, setMemberRole } from "@/db/repositories/members";
import { findOrganisation } from "@/db/repositories/organisations";
import { may } from "@/domain/access/policy";
import { MEMBER_ROLES } from "@/domain/access/roles";
import { changeRole, removeMember as remove } from "@/domain/accounts/members";
import { type Refusal, type Result, accept, refuse } from "@/domain/shared/result";
import { command } from "../platform/command";
import { moveSessions } from "@/db/repositories/sessions";

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
