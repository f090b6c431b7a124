import "server-only";
import type { Reader } from "@/db/database";
import { findInvitationByToken, listInvitations, listMembers, listMembershipsOf } from "@/db/repositories/members";
import { findSession, listSessions } from "@/db/repositories/sessions";
import { findUser, listDemoUsers } from "@/db/repositories/users";
import type { Actor } from "@/domain/access/actor";
import { type Instant, later } from "@/domain/shared/instant";
import { SESSION_IDLE_MS, hashOf } from "../platform/identity/tokens";
import { listApiKeys } from "@/db/repositories/api-keys";
import { findOrganisation } from "@/db/repositories/organisations";
import { type Action, may } from "@/domain/access/policy";
import { openLink } from "@/domain/accounts/one-time-link";
import type { Service } from "@/domain/shared/service";
import type {
  ApiKey,
  DemoEntrance,
  Invitation,
  Invited,
  Member,
  Membership,
  OwnOrganisation,
  Person,
  Session,
} from "@/views/accounts";
import { env } from "../platform/process/env";

export async function personOf(read: Reader, viewer: Actor): Promise<Person | null> {
  const user = viewer.userId && (await findUser(read, viewer.userId));
  if (!user) return null;
  const { name, email, locale, timeZone } = user;
  return { name, email, locale, timeZone, isEmailVerified: user.emailVerifiedAt !== null };
}

/** The viewer's own open sign-ins. */
export async function sessionsOf(read: Reader, viewer: Actor, now: Instant): Promise<Session[]> {
  if (viewer.userId === null) return [];
  return await listSessions(read, { userId: viewer.userId, now, seenAfter: later(now, -SESSION_IDLE_MS) });
}

/** Where the viewer works. */
export async function membershipsOf(read: Reader, viewer: Actor): Promise<Membership[]> {
  if (viewer.userId === null) return [];
  const rows = await listMembershipsOf(read, viewer.userId);
  return rows.map(({ organisationId, nameLatin, role, suspendedAt }) => ({
    organisationId,
    name: nameLatin,
    role,
    isSuspended: suspendedAt !== null,
  }));
}

/** The viewer's own organisation where they may do the action to it; whatever else is asked for is not there. */
function ownId(viewer: Actor, action: Action): string | null {
  const id = viewer.organisationId;
  return id !== null && may(viewer, action, { organisationIds: [id] }) ? id : null;
}

export async function ownOrganisation(read: Reader, viewer: Actor): Promise<OwnOrganisation | null> {
  const id = ownId(viewer, "organisation.read");
  const row = id && (await findOrganisation(read, id));
  if (!row) return null;
  const { nameOwn, nameLatin, country, city, registrationNumber, description, kind } = row;
  return { nameOwn, nameLatin, country, city, registrationNumber, description, kind };
}

/** The people of the viewer's organisation; who is invited is for those who invite. */
export async function membersOf(
  read: Reader,
  viewer: Actor,
  now: Instant,
): Promise<{ members: Member[]; invited: Invited[] }> {
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

export async function apiKeysOf(read: Reader, viewer: Actor, now: Instant): Promise<ApiKey[]> {
  const organisationId = ownId(viewer, "api_keys.read");
  if (organisationId === null) return [];
  const rows = await listApiKeys(read, organisationId);
  return rows.map(({ revokedAt, ...row }) => ({
    ...row,
    state: revokedAt !== null ? "revoked" : row.expiresAt !== null && now >= row.expiresAt ? "expired" : "active",
  }));
}

const partOf = (row: { kind: string; service: Service | null }): DemoEntrance["part"] =>
  row.kind === "platform" ? "administrator" : row.service ? "provider" : "buyer";

/** The people of the demo market who may be signed in with one click; nobody anywhere else. */
export async function demoEntrances(read: Reader): Promise<DemoEntrance[]> {
  if (env().KOUAN_ENV !== "demo") return [];
  const byHandle = new Map<string, DemoEntrance>();
  for (const row of await listDemoUsers(read)) {
    const known = byHandle.get(row.handle);
    byHandle.set(row.handle, {
      handle: row.handle,
      name: row.name,
      locale: row.locale,
      nameOwn: row.nameOwn,
      nameLatin: row.nameLatin,
      city: row.city,
      part: partOf(row),
      services: [...(known?.services ?? []), ...(row.service ? [row.service] : [])],
    });
  }
  const order = ["buyer", "provider", "administrator"];
  return [...byHandle.values()].sort(
    (a, b) => order.indexOf(a.part) - order.indexOf(b.part) || (a.handle < b.handle ? -1 : 1),
  );
}

/** What an invitation's link says to whoever holds it; null where it no longer works. */
export async function invitationOf(read: Reader, token: string, now: Instant): Promise<Invitation | null> {
  const row = await findInvitationByToken(read, hashOf(token));
  const link = openLink(row && { ...row, purpose: "invitation", usedAt: row.acceptedAt }, "invitation", now);
  if (!link.ok || link.value.suspendedAt !== null) return null;
  const { nameLatin, nameOwn, invitedByName, email, role } = link.value;
  return { organisation: nameLatin, organisationOwn: nameOwn, inviter: invitedByName, email, role };
}

/** Where a person begins after coming in: at what waits for the side they are on. */
export async function startPathOf(read: Reader, idHash: string): Promise<string> {
  const session = await findSession(read, { idHash });
  if (!session?.organisationId) return "/organisation/new";
  if (session.kind === "platform") return "/admin/traffic";
  return session.listingId === null ? "/requests" : "/desk";
}
