import { z } from "zod";
import { papersOfCase } from "../../../db/repositories/checks";
import { insertCheck, latestCheck, setCheckAsked } from "../../../db/repositories/organisations";
import { reasonField } from "@/domain/award/reason-fields";
import { mayDecide } from "../../../domain/accounts/check-case";
import { firstEnd } from "../../../domain/accounts/check-papers";
import type { CheckRefusal } from "../../../domain/accounts/organisation-check";
import { accept, assert, type Refusal, refuse, type Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { loadCase, loadChecked, othersThan, turn } from "./case-in-hand";

const caseId = z.string().min(1).max(64);

type DecideRefusal = CheckRefusal | Refusal<"not_found" | "wrong_state" | "own_proposal">;
type CaseAnswer = { readonly caseId: string; readonly organisationId: string };

/**
 * A second administrator confirms what another has proposed: the check is granted from this moment, or declined. Never whoever proposed it
 * (`own_proposal`), and never a check that would end later than one of its papers by now.
 */
export const confirmCheck = command({
  name: "accounts.confirm-check",
  action: "organisations.check",
  input: z.strictObject({ caseId }),
  async run(context, input): Promise<Result<CaseAnswer, DecideRefusal>> {
    const { tx, actor, now, newId, publish, concerns } = context;
    const loaded = await loadCase(tx, actor, { caseId: input.caseId, now });
    if (!loaded.ok) return loaded;
    const { one, userId } = loaded.value;
    const { id, organisationId, proposal, register, expiresOn, reason, registrationNumber, proposedByUserId } = one;
    if (one.state !== "proposed") return refuse("wrong_state", { state: one.state, event: "grant" });
    const allowed = mayDecide(one, { userId, others: await othersThan(tx, userId, organisationId) });
    if (!allowed.ok) return allowed;
    assert(reason && proposedByUserId, "what is proposed has a reason and somebody who proposed it");
    concerns(organisationId);
    if (proposal === "declined") {
      const declined = await turn(context, one, { event: "decline", userId, words: reason });
      if (!declined.ok) return declined;
      await setCheckAsked(tx, organisationId, null);
      publish({ type: "organisation.check_declined", organisationId });
      return accept({ caseId: id, organisationId });
    }
    assert(
      register && expiresOn && registrationNumber,
      "a check that is proposed says where, what number and until when",
    );
    const end = { expiresOn, papersEndOn: firstEnd(await papersOfCase(tx, id)) };
    const holds = await loadChecked(tx, actor, { organisationId, now, end });
    if (!holds.ok) return holds;
    const granted = await turn(context, one, { event: "grant", userId });
    if (!granted.ok) return granted;
    const found = { outcome: "found", registrationNumber, register, expiresOn, reason } as const;
    const by = { checkedByUserId: proposedByUserId, confirmedByUserId: userId };
    await insertCheck(tx, { id: newId(), organisationId, ...found, ...by, checkedAt: now, caseId: id });
    await setCheckAsked(tx, organisationId, null);
    publish({ type: "organisation.checked", organisationId, outcome: "found" });
    return accept({ caseId: id, organisationId });
  },
});

/** A second administrator sends a proposal back, with what is missing, to whoever made it. */
export const sendBackCheck = command({
  name: "accounts.send-back-check",
  action: "organisations.check",
  input: z.strictObject({ caseId, reason: reasonField }),
  async run(context, { reason, ...input }): Promise<Result<CaseAnswer, DecideRefusal>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadCase(tx, actor, { caseId: input.caseId, now });
    if (!loaded.ok) return loaded;
    const { one, userId } = loaded.value;
    const { organisationId } = one;
    const allowed = mayDecide(one, { userId, others: await othersThan(tx, userId, organisationId) });
    if (!allowed.ok) return allowed;
    const back = await turn(context, one, { event: "send_back", userId, words: reason });
    if (!back.ok) return back;
    concerns(organisationId);
    return accept({ caseId: one.id, organisationId });
  },
});

/** An administrator takes a standing check back at once, by a later entry with its reason; what was on record stays there. */
export const takeBackCheck = command({
  name: "accounts.take-back-check",
  action: "organisations.check",
  input: z.strictObject({ organisationId: z.string().max(64), reason: reasonField }),
  async run(
    { tx, actor, now, newId, publish, concerns },
    { organisationId, reason },
  ): Promise<Result<{ organisationId: string }, CheckRefusal | Refusal<"not_found" | "not_checked_now">>> {
    const loaded = await loadChecked(tx, actor, { organisationId, now });
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
