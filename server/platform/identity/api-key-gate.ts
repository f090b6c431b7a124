import { timingSafeEqual } from "node:crypto";
import { passOutage } from "../../../db/failures";
import { findApiKey, touchApiKey } from "../../../db/repositories/api-keys";
import type { Actor } from "../../../domain/access/policy";
import { MINUTE_MS } from "../../../domain/shared/time";
import { mintActor } from "./mint-actor";
import { platform } from "../platform";
import { hashOf } from "./tokens";

const KEY = /^Bearer kouan_([0-9a-z]{26})_([A-Za-z0-9_-]{43})$/;
const TOUCH_EVERY_MS = 5 * MINUTE_MS;

const isEqual = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * The gate of the API: null without a key, `unknown` for one that is not good (made up, revoked, expired, of a suspended
 * organisation, of a maker who left). A key acts for its organisation with its maker's role of this moment, narrowed by its scopes.
 */
export async function actorOfKey(authorization: string | null): Promise<Actor | "unknown" | null> {
  if (authorization === null) return null;
  const match = KEY.exec(authorization);
  if (!match) return "unknown";
  const [, id = "", secret = ""] = match;
  const { database, clock } = platform();
  const now = clock();
  const row = await findApiKey(database.read, { id });
  if (!row || !isEqual(row.secretHash, hashOf(secret))) return "unknown";
  const isDead = row.revokedAt !== null || (row.expiresAt !== null && now >= row.expiresAt);
  if (isDead || row.userSuspendedAt !== null || row.organisationSuspendedAt !== null || row.role === null)
    return "unknown";
  if (row.lastUsedAt === null || now - row.lastUsedAt > TOUCH_EVERY_MS)
    await database.write((tx) => touchApiKey(tx, id, now)).catch(passOutage);
  return mintActor({
    kind: "api_key",
    userId: row.madeByUserId,
    organisationId: row.organisationId,
    role: row.role,
    scopes: new Set(row.scopes),
    apiKeyId: id,
  });
}
