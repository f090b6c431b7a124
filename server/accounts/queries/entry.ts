import "server-only";
import type { Reader } from "@/db/database";
import { listDemoUsers } from "@/db/repositories/demo-users";
import { findInvitationByToken } from "@/db/repositories/members";
import { findSession } from "@/db/repositories/sessions";
import type { Role } from "@/domain/access/role";
import { openLink } from "@/domain/accounts/one-time-link";
import type { Service } from "@/domain/shared/service";
import type { Instant } from "@/domain/shared/instant";
import { env } from "../../platform/process/env";
import { hashOf } from "../../platform/identity/token-hash";

export type DemoEntrance = {
  readonly handle: string;
  readonly name: string;
  readonly locale: string;
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly city: string;
  readonly part: "buyer" | "provider" | "administrator";
  readonly services: readonly Service[];
};

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

export type InvitationView = {
  readonly organisation: string;
  readonly organisationOwn: string;
  readonly inviter: string;
  readonly email: string;
  readonly role: Role;
};

/** What an invitation's link says to whoever holds it; null where it no longer works. */
export async function invitationOf(read: Reader, token: string, now: Instant): Promise<InvitationView | null> {
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
