import "server-only";
import type { Reader } from "@/db/database";
import { listMembershipsOf } from "@/db/repositories/members";
import { listSessions } from "@/db/repositories/sessions";
import { findUser } from "@/db/repositories/users";
import type { Actor } from "@/domain/access/actor";
import type { Role } from "@/domain/access/role";
import { type Instant, later } from "@/domain/shared/instant";
import { SESSION_IDLE_MS } from "../../platform/identity/session-life";

export type PersonView = {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly isEmailVerified: boolean;
};

export async function personOf(read: Reader, viewer: Actor): Promise<PersonView | null> {
  const user = viewer.userId && (await findUser(read, viewer.userId));
  if (!user) return null;
  const { name, email, locale, timeZone } = user;
  return { name, email, locale, timeZone, isEmailVerified: user.emailVerifiedAt !== null };
}

export type SessionView = {
  readonly idHash: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly ip: string | null;
  readonly userAgent: string | null;
};

/** The viewer's own open sign-ins. */
export async function sessionsOf(read: Reader, viewer: Actor, now: Instant): Promise<SessionView[]> {
  if (viewer.userId === null) return [];
  return await listSessions(read, { userId: viewer.userId, now, seenAfter: later(now, -SESSION_IDLE_MS) });
}

export type MembershipView = {
  readonly organisationId: string;
  readonly name: string;
  readonly role: Role;
  readonly isSuspended: boolean;
};

/** Where the viewer works. */
export async function membershipsOf(read: Reader, viewer: Actor): Promise<MembershipView[]> {
  if (viewer.userId === null) return [];
  const rows = await listMembershipsOf(read, viewer.userId);
  return rows.map(({ organisationId, nameLatin, role, suspendedAt }) => ({
    organisationId,
    name: nameLatin,
    role,
    isSuspended: suspendedAt !== null,
  }));
}
