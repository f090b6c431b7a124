import type { Database } from "@/db/database";
import { findDemoUser } from "@/db/repositories/demo-users";
import { listMembershipsOf } from "@/db/repositories/members";
import type { Actor } from "@/domain/access/actor";
import { type Instant, instant } from "@/domain/shared/instant";
import { buildMarket } from "@/demo/build-market";
import { mintActor } from "@/server/platform/identity/mint-actor";

export const NOW = instant(Date.parse("2026-11-24T06:00:00Z"));

/** The demo's present alone, without the year before it. */
export const fillWithDemo = (database: Database, now: Instant = NOW) =>
  buildMarket(database, { now, passwordHash: "", progress: () => undefined, deals: 0 });

/** One of the demo's people, as their button of the sign-in page lets them in. */
export async function person({ read }: Database, handle: string): Promise<Actor & { organisationId: string }> {
  const user = await findDemoUser(read, handle);
  const [membership] = user ? await listMembershipsOf(read, user.id) : [];
  if (!user || !membership) throw new Error(`The demo has nobody called ${handle}`);
  const { organisationId, role } = membership;
  return { ...mintActor({ kind: "user", userId: user.id, organisationId, role }), organisationId };
}
