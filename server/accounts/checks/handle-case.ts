import { z } from "zod";
import { papersOfCase, type StoredCase } from "../../../db/repositories/checks";
import { reasonField } from "@/domain/award/reason-fields";
import { CASE_WORDS_MAX, mayHandle } from "../../../domain/accounts/check-case";
import { firstEnd } from "../../../domain/accounts/check-papers";
import { type CheckRefusal, REGISTER_MAX } from "../../../domain/accounts/organisation-check";
import { boundedText, localDateField } from "../../../domain/shared/wire-fields";
import { accept, type Refusal, type Result } from "../../../domain/shared/result";
import { command, type CommandContext } from "../../platform/command";
import { caseFor, loadCase, loadChecked, turn } from "./case-in-hand";

const caseId = z.string().min(1).max(64);

type HandleRefusal = CheckRefusal | Refusal<"not_found" | "wrong_state" | "case_of_other">;
type CaseAnswer = { readonly caseId: string; readonly organisationId: string };

const answerOf = ({ id, organisationId }: StoredCase): CaseAnswer => ({ caseId: id, organisationId });

/** An administrator takes a case in hand, also out of a colleague's. */
export const takeCase = command({
  name: "accounts.take-check",
  action: "organisations.check",
  input: z.strictObject({ caseId }),
  async run(context, input): Promise<Result<CaseAnswer, HandleRefusal>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadCase(tx, actor, { caseId: input.caseId, now });
    if (!loaded.ok) return loaded;
    const { one, userId } = loaded.value;
    const taken = await turn(context, one, { event: "take", userId, change: { takenByUserId: userId } });
    if (!taken.ok) return taken;
    concerns(one.organisationId);
    return accept(answerOf(one));
  },
});

/** An administrator asks the organisation something, which it is told and answers in the case. */
export const questionCase = command({
  name: "accounts.question-check",
  action: "organisations.check",
  input: z.strictObject({ caseId, words: boundedText(CASE_WORDS_MAX) }),
  async run(context, { words, ...input }): Promise<Result<CaseAnswer, HandleRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadCase(tx, actor, { caseId: input.caseId, now });
    if (!loaded.ok) return loaded;
    const { one, userId } = loaded.value;
    const isTheirs = mayHandle(one, userId);
    if (!isTheirs.ok) return isTheirs;
    const asked = await turn(context, one, { event: "question", userId, words });
    if (!asked.ok) return asked;
    publish({ type: "organisation.check_questioned", organisationId: one.organisationId });
    concerns(one.organisationId);
    return accept(answerOf(one));
  },
});

type Proposed = Pick<StoredCase, "proposal" | "register" | "expiresOn" | "reason" | "registrationNumber">;

/** Puts a proposal into the case, which whoever proposes takes in hand where nobody has it, and leaves the end to a second administrator. */
async function propose(
  context: CommandContext,
  one: StoredCase,
  { userId, ...proposed }: Proposed & { readonly userId: string },
): Promise<Result<CaseAnswer, HandleRefusal>> {
  const isTheirs = mayHandle(one, userId);
  if (!isTheirs.ok) return isTheirs;
  const isTaken = one.takenByUserId !== null;
  const taken = isTaken
    ? accept(one)
    : await turn(context, one, { event: "take", userId, change: { takenByUserId: userId } });
  if (!taken.ok) return taken;
  const change = { ...proposed, proposedByUserId: userId };
  const done = await turn(context, taken.value, { event: "propose", userId, words: proposed.reason ?? "", change });
  if (!done.ok) return done;
  const { organisationId } = one;
  context.publish({ type: "organisation.check_waits", organisationId, caseId: one.id, isSecond: true });
  context.concerns(organisationId);
  return accept(answerOf(one));
}

/**
 * An administrator proposes that the check be granted: in which register the number was found, until when that counts, and what was seen. Where
 * the organisation has not asked, a case is opened. Nothing holds before a second administrator has confirmed it.
 */
export const proposeCheck = command({
  name: "accounts.propose-check",
  action: "organisations.check",
  input: z.strictObject({
    organisationId: z.string().max(64),
    register: boundedText(REGISTER_MAX),
    expiresOn: localDateField,
    reason: reasonField,
  }),
  async run(context, { organisationId, register, expiresOn, reason }): Promise<Result<CaseAnswer, HandleRefusal>> {
    const { tx, actor, now } = context;
    const allowed = await loadChecked(tx, actor, { organisationId, now });
    if (!allowed.ok) return allowed;
    const { organisation, userId } = allowed.value;
    const one = await caseFor(context, organisation);
    const papersEndOn = firstEnd(await papersOfCase(tx, one.id));
    const fits = await loadChecked(tx, actor, { organisationId, now, end: { expiresOn, papersEndOn } });
    if (!fits.ok) return fits;
    const { registrationNumber } = organisation;
    const proposed = { proposal: "found", register, expiresOn, reason, registrationNumber } as const;
    return propose(context, one, { ...proposed, userId });
  },
});

/** An administrator proposes that the check be declined, with the reason that the organisation will read. */
export const proposeDecline = command({
  name: "accounts.propose-decline-check",
  action: "organisations.check",
  input: z.strictObject({ caseId, reason: reasonField }),
  async run(context, { reason, ...input }): Promise<Result<CaseAnswer, HandleRefusal>> {
    const { tx, actor, now } = context;
    const loaded = await loadCase(tx, actor, { caseId: input.caseId, now });
    if (!loaded.ok) return loaded;
    const { one, userId } = loaded.value;
    const proposed = {
      proposal: "declined",
      register: null,
      expiresOn: null,
      registrationNumber: null,
      reason,
    } as const;
    return propose(context, one, { ...proposed, userId });
  },
});
