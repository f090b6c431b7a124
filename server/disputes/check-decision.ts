import type { Reader } from "../../db/database";
import { may } from "../../domain/access/policy";
import { decide, type DisputeState, type Ending, type EndingRefusal } from "../../domain/disputes/dispute";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import type { CommandContext } from "../platform/command";
import { type LoadedDispute, orderAt, readDispute } from "./load-dispute";

export type DecideRefusal =
  | EndingRefusal
  | Refusal<"not_found" | "not_permitted" | "wrong_state" | "evidence_open" | "own_dispute">;

type Decided = { readonly found: LoadedDispute; readonly state: DisputeState };

/** Whether whoever asks may decide the dispute so now, and what state it comes to. Writes nothing. */
export async function checkDecision(
  db: Reader,
  { actor, now }: Pick<CommandContext, "actor" | "now">,
  { disputeId, ...ending }: Ending & { readonly disputeId: string },
): Promise<Result<Decided, DecideRefusal>> {
  if (!may(actor, "disputes.decide")) return refuse("not_permitted");
  const found = await readDispute(db, disputeId);
  // Before it is escalated it is between the two.
  if (!found || found.dispute.escalatedAt === null) return refuse("not_found");
  const { dispute, order } = found;
  const parties = [order.buyerOrganisationId, order.providerOrganisationId];
  if (actor.organisationId !== null && parties.includes(actor.organisationId)) return refuse("own_dispute");
  const state = decide(dispute, ending, { ...orderAt(found), now });
  return state.ok ? accept({ found, state: state.value }) : state;
}
