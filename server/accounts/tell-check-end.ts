import { z } from "zod";
import { insertCheckEndNotice, latestCheck } from "../../db/repositories/organisations";
import { checkEndOf } from "../../domain/accounts/organisation-check";
import { type Refusal, type Result, accept, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

/** The clock tells an organisation that the market's check of it ends within 30 days, and then that it has lapsed: each once a check. */
export const tellCheckEnd = command({
  name: "accounts.tell-check-end",
  action: "market.tick",
  input: z.strictObject({ organisationId: z.string().min(1).max(64) }),
  async run(
    { tx, now, publish, concerns },
    { organisationId },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "not_yet">>> {
    const { check, standing } = await latestCheck(tx, organisationId, now);
    if (!check?.expiresOn) return refuse("not_found");
    const { expiresOn } = check;
    const end = checkEndOf(standing, expiresOn, now);
    if (end === null || !(await insertCheckEndNotice(tx, { checkId: check.id, end, at: now })))
      return refuse("not_yet");
    publish({ type: "organisation.check_ends", organisationId, end, expiresOn });
    concerns(organisationId);
    return accept({ id: organisationId });
  },
});
