import type { Actor } from "../domain/access/policy";
import { confirmCheck } from "../server/accounts/checks/decide-check";
import { proposeCheck } from "../server/accounts/checks/handle-case";
import { done } from "./bidding-market";
import type { PostingMarket } from "./posting-market";

/** A check as two administrators grant it: what the first one's proposal is refused with, or what becomes of the second one's yes. */
export async function grantCheck({ run, actors }: PostingMarket, input: object, by: Actor = actors.administrator) {
  const proposed = await run(proposeCheck, by, input);
  if (proposed.kind !== "done") return proposed;
  return run(confirmCheck, actors.administrator2, { caseId: done(proposed).caseId });
}
