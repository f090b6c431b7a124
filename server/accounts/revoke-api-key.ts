import { z } from "zod";
import { findApiKey, revokeApiKey as revoke } from "../../db/repositories/api-keys";
import { may } from "../../domain/access/policy";
import { accept, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

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
