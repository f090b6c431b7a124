import { z } from "zod";
import { openCaseOf, papersOfCase } from "../../../db/repositories/checks";
import { latestCheck, setCheckAsked } from "../../../db/repositories/organisations";
import { CASE_WORDS_MAX } from "../../../domain/accounts/check-case";
import { hasNeeded } from "../../../domain/accounts/check-papers";
import { mayAskAgain } from "../../../domain/accounts/organisation-check";
import { boundedText } from "../../../domain/shared/wire-fields";
import { accept, type Refusal, refuse, type Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { caseFor, loadOwn, todayOf, turn } from "./case-in-hand";

/**
 * Those who lead an organisation ask the market for a check, once the papers are there that it needs (`check_papers_missing`). Asking again changes
 * nothing, nor does it where a check holds for more than a month yet.
 */
export const askCheck = command({
  name: "accounts.ask-check",
  action: "organisation.change",
  input: z.strictObject({}),
  async run(
    context,
  ): Promise<Result<{ organisationId: string }, Refusal<"not_found" | "check_papers_missing" | "wrong_state">>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOwn(tx, actor);
    if (!loaded.ok) return loaded;
    const { organisation, userId } = loaded.value;
    const { id: organisationId } = organisation;
    concerns(organisationId);
    const { check, standing } = await latestCheck(tx, organisationId, now);
    if (!mayAskAgain(standing, check?.expiresOn ?? null, todayOf(organisation, now))) return accept({ organisationId });
    const one = await caseFor(context, organisation);
    if (one.state !== "gathering") return accept({ organisationId });
    const complete = hasNeeded(organisation.country, await papersOfCase(tx, one.id));
    if (!complete.ok) return complete;
    const asked = await turn(context, one, { event: "ask", userId });
    if (!asked.ok) return asked;
    await setCheckAsked(tx, organisationId, now);
    publish({ type: "organisation.check_waits", organisationId, caseId: one.id, isSecond: false });
    return accept({ organisationId });
  },
});

/** Takes the asking back while no end of it is proposed: the papers stay the organisation's. */
export const withdrawCheck = command({
  name: "accounts.withdraw-check",
  action: "organisation.change",
  input: z.strictObject({}),
  async run(context): Promise<Result<{ organisationId: string }, Refusal<"not_found" | "wrong_state">>> {
    const { tx, actor, concerns } = context;
    const loaded = await loadOwn(tx, actor);
    if (!loaded.ok) return loaded;
    const { organisation, userId } = loaded.value;
    const one = await openCaseOf(tx, organisation.id);
    if (!one) return refuse("not_found");
    const gone = await turn(context, one, { event: "withdraw", userId });
    if (!gone.ok) return gone;
    await setCheckAsked(tx, organisation.id, null);
    concerns(organisation.id);
    return accept({ organisationId: organisation.id });
  },
});

/** Answers the administrator's question, who goes on with the case. */
export const answerCheck = command({
  name: "accounts.answer-check",
  action: "organisation.change",
  input: z.strictObject({ words: boundedText(CASE_WORDS_MAX) }),
  async run(context, { words }): Promise<Result<{ organisationId: string }, Refusal<"not_found" | "wrong_state">>> {
    const { tx, actor, publish, concerns } = context;
    const loaded = await loadOwn(tx, actor);
    if (!loaded.ok) return loaded;
    const { organisation, userId } = loaded.value;
    const one = await openCaseOf(tx, organisation.id);
    if (!one) return refuse("not_found");
    const answered = await turn(context, one, { event: "answer", userId, words });
    if (!answered.ok) return answered;
    publish({ type: "organisation.check_waits", organisationId: organisation.id, caseId: one.id, isSecond: false });
    concerns(organisation.id);
    return accept({ organisationId: organisation.id });
  },
});
