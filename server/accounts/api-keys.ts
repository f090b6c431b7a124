import { z } from "zod";
import { findApiKey, insertApiKey, listApiKeys, revokeApiKey as revoke } from "../../db/repositories/api-keys";
import { may, SCOPES, scopesBeyond } from "../../domain/access/policy";
import { boundedText, wholeNumber } from "../../domain/shared/wire-fields";
import { DAY_MS, later } from "../../domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";

const KEYS_MAX = 50;
const DAYS_MAX = 3650;

type KeyRefusal = Refusal<"not_found" | "scope_beyond_role" | "too_many_keys">;

/**
 * Makes a key of the public API for the organisation. It may do no more than its maker; its secret is made before the
 * transaction and shown once, and only its hash comes here.
 */
export const makeApiKey = command({
  name: "accounts.make-api-key",
  action: "api_keys.change",
  input: z.strictObject({
    id: z.string().length(26),
    secretHash: z.string().length(43),
    name: boundedText(60),
    scopes: z.array(z.enum(SCOPES, "unknown_choice")).min(1, "choose_one"),
    lifeDays: wholeNumber().min(1).max(DAYS_MAX).nullable(),
  }),
  async run(
    { tx, actor, now, concerns },
    { id, secretHash, name, scopes, lifeDays },
  ): Promise<Result<{ id: string }, KeyRefusal>> {
    const { userId, organisationId, role } = actor;
    if (userId === null || organisationId === null || role === null) return refuse("not_found");
    if (!may(actor, "api_keys.change", { organisationIds: [organisationId] })) return refuse("not_found");
    const beyond = scopesBeyond(role, scopes);
    if (beyond.length > 0) return refuse("scope_beyond_role", { scopes: beyond.join(", ") });
    const keys = await listApiKeys(tx, organisationId);
    if (keys.filter((key) => key.revokedAt === null).length >= KEYS_MAX)
      return refuse("too_many_keys", { limit: KEYS_MAX });
    await insertApiKey(tx, {
      id,
      organisationId,
      madeByUserId: userId,
      name,
      secretHash,
      scopes: SCOPES.filter((scope) => scopes.includes(scope)),
      createdAt: now,
      expiresAt: lifeDays === null ? null : later(now, lifeDays * DAY_MS),
    });
    concerns(id);
    return accept({ id });
  },
});

/** A key stops working with the next call it is used for. There is no way back. */
export const revokeApiKey = command({
  name: "accounts.revoke-api-key",
  action: "api_keys.change",
  input: z.strictObject({ keyId: z.string().max(64) }),
  async run({ tx, actor, now, concerns }, { keyId }) {
    const key = await findApiKey(tx, { id: keyId });
    if (!key || !may(actor, "api_keys.change", { organisationIds: [key.organisationId] })) return refuse("not_found");
    await revoke(tx, keyId, now);
    concerns(keyId);
    return accept({ keyId });
  },
});
