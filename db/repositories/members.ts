import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Role } from "../../domain/access/policy";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { memberInvitations, memberships, organisations, users } from "../schema/accounts";

const ofOrganisation = prepared("members_of_organisation", (db) =>
  db
    .select({
      userId: memberships.userId,
      role: memberships.role,
      name: users.name,
      email: users.email,
      suspendedAt: users.suspendedAt,
      createdAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, sql.placeholder("organisationId")))
    .orderBy(asc(memberships.createdAt), asc(memberships.userId)),
);

export const listMembers = (db: Reader, organisationId: string) => ofOrganisation(db, { organisationId });

const ofUser = prepared("memberships_of_user", (db) =>
  db
    .select({
      organisationId: memberships.organisationId,
      role: memberships.role,
      nameOwn: organisations.nameOwn,
      nameLatin: organisations.nameLatin,
      suspendedAt: organisations.suspendedAt,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.userId, sql.placeholder("userId")))
    .orderBy(asc(memberships.createdAt), asc(memberships.organisationId)),
);

/** Where a person works, the oldest first. */
export const listMembershipsOf = (db: Reader, userId: string) => ofUser(db, { userId });

export const isMemberOf = async (db: Reader, of: { userId: string; organisationId: string }): Promise<boolean> =>
  (await listMembershipsOf(db, of.userId)).some(({ organisationId }) => organisationId === of.organisationId);

export async function insertMember(tx: Writer, row: typeof memberships.$inferInsert): Promise<void> {
  await tx.insert(memberships).values(row);
}

const one = (of: { userId: string; organisationId: string }) =>
  and(eq(memberships.userId, of.userId), eq(memberships.organisationId, of.organisationId));

export async function setMemberRole(
  tx: Writer,
  of: { userId: string; organisationId: string },
  role: Role,
): Promise<void> {
  await tx.update(memberships).set({ role }).where(one(of));
}

export async function deleteMember(tx: Writer, of: { userId: string; organisationId: string }): Promise<void> {
  await tx.delete(memberships).where(one(of));
}

export async function insertInvitation(tx: Writer, row: typeof memberInvitations.$inferInsert): Promise<void> {
  await tx.insert(memberInvitations).values(row);
}

/** With the organisation that asks and who asked. */
export async function findInvitationByToken(db: Reader, tokenHash: string) {
  const [row] = await db
    .select({
      id: memberInvitations.id,
      organisationId: memberInvitations.organisationId,
      email: memberInvitations.email,
      role: memberInvitations.role,
      expiresAt: memberInvitations.expiresAt,
      acceptedAt: memberInvitations.acceptedAt,
      nameOwn: organisations.nameOwn,
      nameLatin: organisations.nameLatin,
      suspendedAt: organisations.suspendedAt,
      invitedByName: users.name,
    })
    .from(memberInvitations)
    .innerJoin(organisations, eq(organisations.id, memberInvitations.organisationId))
    .innerJoin(users, eq(users.id, memberInvitations.invitedByUserId))
    .where(eq(memberInvitations.tokenHash, tokenHash))
    .limit(1);
  return row;
}

/** Those that can still be accepted. */
export async function listInvitations(db: Reader, of: { organisationId: string; now: Instant }) {
  return await db
    .select({
      id: memberInvitations.id,
      email: memberInvitations.email,
      role: memberInvitations.role,
      expiresAt: memberInvitations.expiresAt,
    })
    .from(memberInvitations)
    .where(
      and(
        eq(memberInvitations.organisationId, of.organisationId),
        isNull(memberInvitations.acceptedAt),
        gt(memberInvitations.expiresAt, of.now),
      ),
    )
    .orderBy(asc(memberInvitations.id));
}

export async function acceptInvitation(tx: Writer, id: string, now: Instant): Promise<void> {
  await tx.update(memberInvitations).set({ acceptedAt: now }).where(eq(memberInvitations.id, id));
}

/** Takes back invitations that were not accepted: one by its id, or all to an address. */
export async function deleteInvitations(
  tx: Writer,
  of: { organisationId: string } & ({ id: string } | { email: string }),
): Promise<void> {
  await tx
    .delete(memberInvitations)
    .where(
      and(
        eq(memberInvitations.organisationId, of.organisationId),
        isNull(memberInvitations.acceptedAt),
        "id" in of ? eq(memberInvitations.id, of.id) : eq(memberInvitations.email, of.email),
      ),
    );
}
