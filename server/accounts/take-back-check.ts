import { z } from "zod";
import { insertCheck, latestCheck } from "../../db/repositories/organisation-checks";
import type { CheckRefusal } from "../../domain/accounts/checks/organisation-check";
import { reasonField } from "../../domain/award/words-schema";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { loadChecked } from "./load-checked";

/** An administrator takes a standing check back, by a later entry with its reason; what was on record stays there. */
export const takeBackCheck = command({
  name: "accounts.take-back-check",
  action: "organisations.check",
  input: z.strictObject({ organisationId: z.string().max(64), reason: reasonField }),
  async run(
    { tx, actor, now, newId, publish, concerns },
    { organisationId, reason },
  ): Promise<Result<{ organisationId: string }, CheckRefusal | Refusal<"not_found" | "not_checked_now">>> {
    const loaded = await loadChecked(tx, actor, { organisationId, expiresOn: null, now });
    if (!loaded.ok) return loaded;
    const { organisation, userId } = loaded.value;
    const { registrationNumber } = organisation;
    if ((await latestCheck(tx, organisationId, now)).standing !== "holds") return refuse("not_checked_now");
    const taken = { outcome: "taken_back", registrationNumber, register: "", expiresOn: null, reason } as const;
    await insertCheck(tx, { id: newId(), organisationId, ...taken, checkedByUserId: userId, checkedAt: now });
    publish({ type: "organisation.checked", organisationId, outcome: "taken_back" });
    concerns(organisationId);
    return accept({ organisationId });
  },
});
