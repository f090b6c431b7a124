import { z } from "zod";
import { insertStatement } from "../../../db/repositories/chains";
import { findDeal } from "../../../db/repositories/deals";
import { may } from "../../../domain/access/policy";
import { bringerOf, needKey } from "../../../domain/chain/gate";
import { gateState } from "../../../domain/chain/gate-state";
import { isAhead } from "../../../domain/chain/holds";
import { assert } from "../../../domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import { readChain } from "../../chain/read-chain";
import { settleChain } from "../../chain/settle-chain";
import { waitingAt } from "../../chain/tell-waiting";
import { idText } from "../../platform/api/endpoint-kinds";
import { command } from "../../platform/command";

const input = z.strictObject({ dealId: z.string().min(1).max(64), need: z.string().min(1).max(64) });

type StateRefusal = Refusal<"not_found" | "not_permitted" | "gate_not_of_chain" | "gate_not_own" | "gate_not_closed">;

/**
 * The buyer says of a service that it does itself that what gates wait for has come: its own word, kept with who gave it and when, and
 * never a provider's evidence. Refuses `gate_not_own` where a provider brings it, or nobody has said yet who does.
 */
export const stateNeed = command({
  name: "chain.state-need",
  action: "chain.state",
  input,
  http: {
    method: "POST",
    path: "/deals/{dealId}/gates/state",
    scope: "orders:write",
    status: 201,
    summary: "The buyer states, of a service that it does itself, that what gates wait for has come",
    description: "It opens every gate that waits for it, and is shown to all parties as the buyer's own word.",
    example: { need: "customs.documents_complete" },
    output: z.strictObject({ dealId: idText }),
    refusals: ["gate_not_of_chain", "gate_not_own", "gate_not_closed", "not_permitted"],
  },
  async run(context, { dealId, need }): Promise<Result<{ dealId: string }, StateRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal || deal.buyerOrganisationId !== actor.organisationId) return refuse("not_found");
    if (!may(actor, "chain.state", deal)) return refuse("not_permitted");
    const chain = await readChain(tx, dealId);
    const meant = chain.gates.filter((gate) => needKey(gate) === need);
    const [first] = meant;
    const service = first && bringerOf(first);
    if (!first) return refuse("gate_not_of_chain");
    if (!service || !chain.facts.unprovided.own.includes(service)) return refuse("gate_not_own");
    const isWaitedFor = meant.some((gate) => {
      const state = gateState(gate, chain.facts);
      return state.kind === "waiting" && state.why === "not_stated" && isAhead(gate, chain.facts.orders);
    });
    if (!isWaitedFor) return refuse("gate_not_closed");
    assert(actor.userId, "a statement is somebody's word");
    await insertStatement(tx, { dealId, need, statedByUserId: actor.userId, statedAt: now });
    const { reference, buyerOrganisationId } = deal;
    const told = { dealId, reference, buyerOrganisationId, need, service };
    const providerOrganisationIds = waitingAt(chain, (gate) => meant.includes(gate));
    publish({ type: "chain.need_stated", ...told, providerOrganisationIds });
    await settleChain(context, dealId);
    concerns(dealId);
    return accept({ dealId });
  },
});
