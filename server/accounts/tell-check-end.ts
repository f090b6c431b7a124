import { z } from "zod";
import { insertCheckEndNotice, latestCheck } from "../../db/repositories/organisations";
import { reminderDue } from "../../domain/accounts/organisation-check";
import { zoneOfCountry } from "../../domain/accounts/zone-of-country";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { dayOf } from "../../domain/shared/time";
import { command } from "../platform/command";

/** The clock reminds an organisation of the end of the market's check of it 30, 7 and 1 days before, and tells it of the lapse: each once a check. Refuses `not_found` where there is no end to tell. */
export const tellCheckEnd = command({
  name: "accounts.tell-check-end",
  action: "market.tick",
  input: z.strictObject({ organisationId: z.string().min(1).max(64) }),
  async run({ tx, now, publish, concerns }, { organisationId }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const { check, standing, country } = await latestCheck(tx, organisationId, now);
    const end = check && reminderDue(standing, check.expiresOn, dayOf(now, zoneOfCountry(country)));
    if (!check?.expiresOn || !end) return refuse("not_found");
    const { id: checkId, expiresOn } = check;
    // Who else looked at this moment has told it.
    if (!(await insertCheckEndNotice(tx, { checkId, end, at: now }))) return refuse("not_found");
    publish({ type: "organisation.check_ends", organisationId, end, expiresOn });
    concerns(organisationId);
    return accept({ id: organisationId });
  },
});
