import { z } from "zod";
import { insertCheck } from "../../db/repositories/organisation-checks";
import { type CheckRefusal, REGISTER_MAX } from "../../domain/accounts/checks/organisation-check";
import { reasonField } from "../../domain/award/words-schema";
import { boundedText, localDateField } from "../../domain/shared/wire-fields";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { loadChecked } from "./load-checked";

/**
 * An administrator puts on record that an organisation's registration number stands in a register, until when that counts, and what was seen.
 * Never of an organisation that the administrator works for.
 */
export const checkOrganisation = command({
  name: "accounts.check-organisation",
  action: "organisations.check",
  input: z.strictObject({
    organisationId: z.string().max(64),
    register: boundedText(REGISTER_MAX),
    expiresOn: localDateField,
    reason: reasonField,
  }),
  async run(
    { tx, actor, now, newId, publish, concerns },
    { organisationId, register, expiresOn, reason },
  ): Promise<Result<{ organisationId: string }, CheckRefusal | Refusal<"not_found">>> {
    const loaded = await loadChecked(tx, actor, { organisationId, expiresOn, now });
    if (!loaded.ok) return loaded;
    const { organisation, userId } = loaded.value;
    const { registrationNumber } = organisation;
    const found = { outcome: "found", registrationNumber, register, expiresOn, reason } as const;
    await insertCheck(tx, { id: newId(), organisationId, ...found, checkedByUserId: userId, checkedAt: now });
    publish({ type: "organisation.checked", organisationId, outcome: "found" });
    concerns(organisationId);
    return accept({ organisationId });
  },
});
