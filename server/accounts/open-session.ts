import { z } from "zod";
import { listMembershipsOf } from "../../db/repositories/members";
import { findLastOrganisationId, insertSession, revokeSession, type StoredUser } from "../../db/repositories/users";
import { later } from "../../domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import type { CommandContext } from "../platform/command";
import { SESSION_LIFE_MS } from "../platform/identity/tokens";

/** What is kept of a new session. Only the gate makes one: its id never comes from outside. */
export const sessionInput = z.strictObject({
  idHash: z.string().length(43),
  endsIdHash: z.string().length(43).nullable(),
  ip: z.string().max(64).nullable(),
  userAgent: z.string().max(300).nullable(),
});
export type SessionInput = z.infer<typeof sessionInput>;

export type EntryRefusal = Refusal<"account_suspended" | "organisation_suspended">;

/**
 * Opens a session for a person who has proved who they are. It goes on for the organisation they last acted for, if they still
 * work there; one that is suspended lets nobody in, but its people may act for another.
 */
export async function openSession(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  user: Pick<StoredUser, "id" | "suspendedAt">,
  session: SessionInput,
): Promise<Result<{ organisationId: string | null }, EntryRefusal>> {
  if (user.suspendedAt !== null) return refuse("account_suspended");
  const all = await listMembershipsOf(tx, user.id);
  const open = all.filter((membership) => membership.suspendedAt === null);
  if (all.length > 0 && open.length === 0) return refuse("organisation_suspended");
  const lastId = await findLastOrganisationId(tx, user.id);
  const organisationId = (open.find((one) => one.organisationId === lastId) ?? open[0])?.organisationId ?? null;
  if (session.endsIdHash) await revokeSession(tx, session.endsIdHash, now);
  await insertSession(tx, {
    idHash: session.idHash,
    userId: user.id,
    organisationId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: later(now, SESSION_LIFE_MS),
    ip: session.ip,
    userAgent: session.userAgent,
  });
  return accept({ organisationId });
}
