import { insertAmendment } from "../../db/repositories/amendments";
import { invitedTo, type StoredRequest, saveRequestTerms } from "../../db/repositories/requests";
import { requestFacts } from "../../domain/bidding/bid-facts";
import type { AmendRefusal } from "../../domain/requests/amend/amend";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type AmendmentAsked, planAmendment } from "./amending/plan-amendment";
import type { SpecRefusal } from "./amending/read-spec";
import type { CommandContext } from "../platform/command";
import { staleBids } from "./stale-bids";

export type AmendOpenRefusal = AmendRefusal | SpecRefusal | Refusal<"reason_required">;

/**
 * An amendment of an open request as a step: numbered, with its reason and what changed, its bids told. Somebody who has bid reads the
 * reason, so it is asked for once there are bids (`reason_required`).
 */
export async function amendOpen(
  context: CommandContext,
  request: StoredRequest,
  { reason, ...asked }: AmendmentAsked & { readonly reason: string },
): Promise<Result<void, AmendOpenRefusal>> {
  const { tx, actor, now, publish } = context;
  const plan = await planAmendment(tx, request, asked, now);
  if (!plan.ok) return plan;
  if (reason === "" && request.bidCount > 0) return refuse("reason_required", { field: "reason" });
  const { spec, changes, amended } = plan.value;
  const { closesAt, decideBy, isSpecChanged, isExtended } = amended;
  const number = request.amendmentCount + 1;
  await saveRequestTerms(tx, request, { spec, closesAt, decideBy, amendmentCount: number });
  const staleCount = await staleBids(context, { request, amended, number });
  const told = { isSpecChanged, isExtended, staleCount };
  await insertAmendment(tx, {
    ...told,
    requestId: request.id,
    number,
    at: now,
    byUserId: actor.userId,
    reason,
    changes,
  });
  publish({
    type: "request.changed",
    invitedOrganisationIds: await invitedTo(tx, request.id),
    amendment: number,
    ...told,
    closesAt,
    ...requestFacts(request),
  });
  return accept(undefined);
}
