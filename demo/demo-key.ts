import { randomBytes } from "node:crypto";
import type { Reader } from "../db/database";
import { listApiKeys } from "../db/repositories/api-keys";
import { findDemoUser } from "../db/repositories/users";
import { listMembershipsOf } from "../db/repositories/members";
import { type Actor, SCOPES_OF_ROLE } from "../domain/access/policy";
import { makeApiKey, revokeApiKey } from "../server/accounts/api-keys";
import { execute, type Outcome } from "../server/platform/execute";
import { mintActor } from "../server/platform/identity/mint-actor";
import type { Platform } from "../server/platform/platform";
import { hashOf } from "../server/platform/identity/tokens";

const NAME = "demo:key";
const LIFE_DAYS = 30;

async function actorOf(read: Reader, handle: string): Promise<Actor | null> {
  const person = await findDemoUser(read, handle);
  const [membership] = person ? await listMembershipsOf(read, person.id) : [];
  if (!person || person.suspendedAt !== null || !membership) return null;
  const { organisationId, role } = membership;
  return mintActor({ kind: "user", userId: person.id, organisationId, role });
}

/** An organisation holds only so many keys: the oldest that was made here makes room. */
async function revokeOldest(on: Platform, actor: Actor): Promise<void> {
  const keys = await listApiKeys(on.database.read, actor.organisationId ?? "");
  const oldest = keys.filter((key) => key.name === NAME && key.revokedAt === null).at(-1);
  if (oldest) await execute(revokeApiKey, { actor, input: { keyId: oldest.id } }, on);
}

const isFull = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === "refused" && outcome.refusal.code === "too_many_keys";

/** A fresh API key of one of the demo market's people, with all that their role may give; null where nobody goes by that name. */
export async function demoKey(on: Platform, handle: string): Promise<string | null> {
  const actor = await actorOf(on.database.read, handle);
  if (!actor?.role) return null;
  const id = on.newId();
  const secret = randomBytes(32).toString("base64url");
  const input = {
    id,
    secretHash: hashOf(secret),
    name: NAME,
    scopes: [...SCOPES_OF_ROLE[actor.role]],
    lifeDays: LIFE_DAYS,
  };
  let outcome = await execute(makeApiKey, { actor, input }, on);
  if (isFull(outcome)) {
    await revokeOldest(on, actor);
    outcome = await execute(makeApiKey, { actor, input }, on);
  }
  return outcome.kind === "done" ? `kouan_${id}_${secret}` : null;
}
