import { z } from "zod";
import { insertCheckEndNotice, latestCheck } from "../../db/repositories/organisations";
import { checkEndOf } from "../../domain/accounts/organisation-check";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";

/** The clock tells an organisation that the market's check of it ends within 30 days, and then that it has lapsed: each once a check. Refuses `not_found` where there is no end to tell. */
export const tellCheckEnd = command({
  name: "accounts.tell-check-end",
  action: "market.tick",
  input: z.strictObject({ organisationId: z.string().min(1).max(64) }),
  async run({ tx, now, publish, concerns }, { organisationId }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const { check, standing } = await latestCheck(tx, organisationId, now);
    const end = check && checkEndOf(standing, check.expiresOn, now);
    if (!check?.expiresOn || !end) return refuse("not_found");
    const { id: checkId, expiresOn } = check;
    // Who else looked at this moment has told it.
    if (!(await insertCheckEndNotice(tx, { checkId, end, at: now }))) return refuse("not_found");
    publish({ type: "organisation.check_ends", organisationId, end, expiresOn });
    concerns(organisationId);
    return accept({ id: organisationId });
  },
});
