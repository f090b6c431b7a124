import { z } from "zod";
import { listMembers, setMemberRole } from "@/db/repositories/members";
import { findOrganisation } from "@/db/repositories/organisations";
import { may } from "@/domain/access/policy";
import { MEMBER_ROLES } from "@/domain/access/role";
import { changeRole } from "@/domain/accounts/members";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";

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
