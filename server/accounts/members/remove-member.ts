import { z } from "zod";
import { deleteMember, listMembers, listMembershipsOf } from "@/db/repositories/members";
import { moveSessions } from "@/db/repositories/sessions";
import { may } from "@/domain/access/policy";
import { removeMember as remove } from "@/domain/accounts/members";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";

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
