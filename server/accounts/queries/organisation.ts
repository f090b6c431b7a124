import "server-only";
import type { Reader } from "@/db/database";
import { listApiKeys } from "@/db/repositories/api-keys";
import { listInvitations, listMembers } from "@/db/repositories/members";
import { findOrganisation } from "@/db/repositories/organisations";
import type { Actor } from "@/domain/access/actor";
import { type Action, may } from "@/domain/access/policy";
import type { Role } from "@/domain/access/role";
import type { Scope } from "@/domain/access/scope";
import type { OrganisationFacts, OrganisationKind } from "@/domain/accounts/organisation";
import type { Instant } from "@/domain/shared/instant";

/** The viewer's own organisation where they may do the action to it; whatever else is asked for is not there. */
function ownId(viewer: Actor, action: Action): string | null {
  const id = viewer.organisationId;
  return id !== null && may(viewer, action, { organisationIds: [id] }) ? id : null;
}

export type OrganisationView = Omit<OrganisationFacts, "country"> & {
  readonly country: string;
  readonly kind: OrganisationKind;
};

export async function ownOrganisation(read: Reader, viewer: Actor): Promise<OrganisationView | null> {
  const id = ownId(viewer, "organisation.read");
  const row = id && (await findOrganisation(read, id));
  if (!row) return null;
  const { nameOwn, nameLatin, country, city, registrationNumber, description, kind } = row;
  return { nameOwn, nameLatin, country, city, registrationNumber, description, kind };
}

export type MemberView = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isSuspended: boolean;
  readonly isYou: boolean;
};
export type InvitedView = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: number;
};

/** The people of the viewer's organisation; who is invited is for those who invite. */
export async function membersOf(
  read: Reader,
  viewer: Actor,
  now: Instant,
): Promise<{ members: MemberView[]; invited: InvitedView[] }> {
  const organisationId = ownId(viewer, "organisation.read");
  if (organisationId === null) return { members: [], invited: [] };
  const rows = await listMembers(read, organisationId);
  const members = rows.map(({ userId, name, email, role, suspendedAt }) => ({
    userId,
    name,
    email,
    role,
    isSuspended: suspendedAt !== null,
    isYou: userId === viewer.userId,
  }));
  const mayInvite = ownId(viewer, "members.change") !== null;
  return { members, invited: mayInvite ? await listInvitations(read, { organisationId, now }) : [] };
}

export type ApiKeyView = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeByName: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly expiresAt: number | null;
  readonly state: "active" | "expired" | "revoked";
};

export async function apiKeysOf(read: Reader, viewer: Actor, now: Instant): Promise<ApiKeyView[]> {
  const organisationId = ownId(viewer, "api_keys.read");
  if (organisationId === null) return [];
  const rows = await listApiKeys(read, organisationId);
  return rows.map(({ revokedAt, ...row }) => ({
    ...row,
    state: revokedAt !== null ? "revoked" : row.expiresAt !== null && now >= row.expiresAt ? "expired" : "active",
  }));
}
