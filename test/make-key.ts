import { randomBytes } from "node:crypto";
import type { Database } from "@/db/database";
import { insertApiKey } from "@/db/repositories/api-keys";
import { SCOPES } from "@/domain/access/policy";
import { newId } from "@/server/platform/platform";
import { hashOf } from "@/server/platform/identity/tokens";

type Member = { readonly userId: string; readonly organisationId: string };

const SECRET_BYTES = 32;

/** A key of every scope, as its owner sends it. It counts as used just now, so that nobody writes that down at its first call. */
export async function makeKey(database: Database, { userId, organisationId }: Member): Promise<string> {
  const [id, secret, now] = [newId(), randomBytes(SECRET_BYTES).toString("base64url"), Date.now()];
  const key = {
    id,
    organisationId,
    madeByUserId: userId,
    name: "machine",
    secretHash: hashOf(secret),
    scopes: [...SCOPES],
  };
  await database.write((tx) => insertApiKey(tx, { ...key, createdAt: now, lastUsedAt: now }));
  return `Bearer kouan_${id}_${secret}`;
}
