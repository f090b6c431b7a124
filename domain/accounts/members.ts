import { MEMBER_ROLES, type Role } from "../access/policy";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { OrganisationKind } from "./organisation";

export type Member = { readonly userId: string; readonly role: Role; readonly suspendedAt: number | null };

/** The roles that a kind of organisation has: the platform's own people are all administrators. */
export const rolesOf = (kind: OrganisationKind): readonly Role[] =>
  kind === "platform" ? ["administrator"] : MEMBER_ROLES;

const isLeading = (member: Member): boolean =>
  (member.role === "owner" || member.role === "administrator") && member.suspendedAt === null;

const isLastLeader = (members: readonly Member[], userId: string): boolean => {
  const leaders = members.filter(isLeading);
  return leaders.length === 1 && leaders[0]?.userId === userId;
};

type MemberRefusal = Refusal<"not_found" | "last_owner" | "role_unknown">;

/** Gives a member another role. Somebody must be left who can give roles: the last owner keeps theirs. */
export function changeRole(
  members: readonly Member[],
  userId: string,
  to: { readonly role: Role; readonly kind: OrganisationKind },
): Result<Role, MemberRefusal> {
  if (!members.some((member) => member.userId === userId)) return refuse("not_found");
  if (!rolesOf(to.kind).includes(to.role)) return refuse("role_unknown");
  const stillLeads = to.role === "owner" || to.role === "administrator";
  if (!stillLeads && isLastLeader(members, userId)) return refuse("last_owner");
  return accept(to.role);
}

/** Takes a member out of the organisation, by an owner or by their own wish; never the last owner. */
export function removeMember(members: readonly Member[], userId: string): Result<string, MemberRefusal> {
  if (!members.some((member) => member.userId === userId)) return refuse("not_found");
  return isLastLeader(members, userId) ? refuse("last_owner") : accept(userId);
}
