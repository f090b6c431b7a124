import "server-only";
import type { Reader } from "@/db/database";
import { findInvitationByToken, listInvitations, listMembers, listMembershipsOf } from "@/db/repositories/members";
import { findSession, findToken, findUser, listDemoUsers, listSessions } from "@/db/repositories/users";
import { type Action, type Actor, may } from "@/domain/access/policy";
import { type Instant, later } from "@/domain/shared/time";
import { hashOf, SESSION_IDLE_MS } from "../platform/identity/tokens";
import { listApiKeys } from "@/db/repositories/api-keys";
import {
  countMembers,
  findOrganisation,
  type OrganisationSearch,
  searchOrganisations,
  type StoredOrganisation,
} from "@/db/repositories/organisations";
import { openLink } from "@/domain/accounts/one-time-link";
import type { Service } from "@/domain/shared/vocabulary";
import type {
  ApiKey,
  AuditEntry,
  CountedOrganisation,
  DemoEntrance,
  Invitation,
  Invited,
  Member,
  Membership,
  OwnOrganisation,
  Person,
  ReviewedOrganisation,
  ReviewedPerson,
  Session,
} from "@/views/accounts";
import { env } from "../platform/process/env";
import "server-only";
import { shownCheck } from "./checks/queries";
import { type AuditSearch, listAudit } from "@/db/repositories/audit";

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
  const { nameOwn, nameLatin, country, city, registrationNumber, description, kind, checkAskedAt } = row;
  return { nameOwn, nameLatin, country, city, registrationNumber, description, kind, checkAskedAt };
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

/** Where a person begins after coming in: at home, or where they enter their organisation. */
export async function startPathOf(read: Reader, idHash: string): Promise<string> {
  const session = await findSession(read, { idHash });
  return session?.organisationId ? "/home" : "/organisation/new";
}

/** The address that a mailed link confirms; null where it opens nothing. For the caller's own sign-up alone: it is told to nobody. */
export async function addressBehindLink(read: Reader, token: string, now: Instant): Promise<string | null> {
  const link = openLink(await findToken(read, hashOf(token)), "email_verification", now);
  const user = link.ok ? await findUser(read, link.value.userId) : undefined;
  return user?.email ?? null;
}

const viewOf = ({ description: _description, foundedYear: _year, ...row }: StoredOrganisation): ReviewedOrganisation =>
  row;

export type ReviewPage = {
  readonly rows: readonly CountedOrganisation[];
  readonly next: { readonly nameLatin: string; readonly id: string } | null;
};

/** Organisations as administrators look through them, by Latin name, with how the check of each stands. */
export async function organisationsToReview(
  read: Reader,
  viewer: Actor,
  search: OrganisationSearch & { readonly now: Instant },
): Promise<ReviewPage> {
  if (!may(viewer, "organisations.review")) return { rows: [], next: null };
  const found = await searchOrganisations(read, { ...search, limit: search.limit + 1 });
  const page = found.slice(0, search.limit);
  const counts = await countMembers(
    read,
    page.map((row) => row.id),
  );
  const rows: CountedOrganisation[] = [];
  for (const row of page) {
    const check = await shownCheck(read, row.id, search.now);
    rows.push({ ...viewOf(row), memberCount: counts.get(row.id) ?? 0, check });
  }
  const last = found.length > search.limit ? page.at(-1) : undefined;
  return {
    rows,
    next: last ? { nameLatin: last.nameLatin, id: last.id } : null,
  };
}

/** One organisation with its people; null where it is not there, or the viewer is no administrator. */
export async function organisationToReview(
  read: Reader,
  viewer: Actor,
  id: string,
): Promise<{ organisation: ReviewedOrganisation; people: readonly ReviewedPerson[] } | null> {
  const row = may(viewer, "organisations.review") ? await findOrganisation(read, id) : undefined;
  if (!row) return null;
  const members = await listMembers(read, id);
  const people = members.map(async ({ userId, name, email, role, suspendedAt }) => ({
    userId,
    name,
    email,
    role,
    suspendedAt,
    suspensionReason: suspendedAt === null ? null : ((await findUser(read, userId))?.suspensionReason ?? null),
    isYou: userId === viewer.userId,
  }));
  return { organisation: viewOf(row), people: await Promise.all(people) };
}

export type AuditPage = {
  readonly entries: readonly AuditEntry[];
  readonly next: { readonly at: number; readonly id: string } | null;
};

const NOBODY = {
  organisationName: null,
  organisationNameOwn: null,
  ip: null,
  apiKeyId: null,
  userName: null,
  organisationId: null,
};

/**
 * Who did what, also what was refused; for administrators. Who has acted on a bid, a draft or the files beside one is withheld until its
 * request is opened or has ended.
 */
export async function auditLog(read: Reader, viewer: Actor, search: AuditSearch): Promise<AuditPage> {
  if (!may(viewer, "audit.read")) return { entries: [], next: null };
  const found = await listAudit(read, { ...search, limit: search.limit + 1 });
  const entries = found.slice(0, search.limit).map((entry) => (entry.isWithheld ? { ...entry, ...NOBODY } : entry));
  const last = found.length > search.limit ? entries.at(-1) : undefined;
  return { entries, next: last ? { at: last.at, id: last.id } : null };
}
