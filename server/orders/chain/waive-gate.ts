import { z } from "zod";
import { insertWaiver } from "@/db/repositories/chains";
import { findDeal } from "@/db/repositories/deals";
import { ordersOfDeals } from "@/db/repositories/orders";
import { may } from "@/domain/access/policy";
import { gateKey, isRelease } from "@/domain/orders/chain/gate";
import { gateState, isClosed } from "@/domain/orders/chain/gate-state";
import { isSpent } from "@/domain/orders/chain/holds";
import { waiverReason } from "@/domain/orders/chain/waiver";
import { assert } from "@/domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { readChain } from "./read-chain";
import { settleChain } from "./settle-chain";
import { idText } from "../../platform/api/endpoint-kinds";
import { command } from "../../platform/command";

const input = z.strictObject({
  dealId: z.string().min(1).max(64),
  gate: z.string().min(1).max(130),
  reason: waiverReason,
});

type WaiveRefusal = Refusal<
  "not_found" | "not_permitted" | "gate_not_of_chain" | "gate_not_closed" | "release_not_waivable"
>;

/**
 * The buyer lets an order go on without what its gate waits for, and says why: all who waited behind it are told. Refuses `release_not_waivable`
 * a release: nobody but the customs gives it, and the buyer states it with its number (`chain.state-need`).
 */
export const waiveGate = command({
  name: "chain.waive-gate",
  action: "chain.waive",
  input,
  http: {
    method: "POST",
    path: "/deals/{dealId}/gates/waive",
    scope: "orders:write",
    status: 201,
    summary: "The buyer opens a gate without what it waits for, with a reason that all behind it are told",
    description: "Not one that waits for a release of the customs, which is stated with its number instead.",
    example: { gate: "inspection>logistics.picked_up", reason: "Samples were seen at the factory" },
    output: z.strictObject({ dealId: idText }),
    refusals: ["gate_not_of_chain", "gate_not_closed", "release_not_waivable", "not_permitted"],
  },
  async run(context, { dealId, gate: key, reason }): Promise<Result<{ dealId: string }, WaiveRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal || deal.buyerOrganisationId !== actor.organisationId) return refuse("not_found");
    if (!may(actor, "chain.waive", deal)) return refuse("not_permitted");
    const chain = await readChain(tx, dealId);
    const gate = chain.gates.find((one) => gateKey(one) === key);
    if (!gate) return refuse("gate_not_of_chain");
    const behind = chain.facts.orders.find(({ service }) => service === gate.holds.service);
    const isOver = !isClosed(gateState(gate, chain.facts)) || (behind !== undefined && isSpent(gate, behind));
    if (isOver) return refuse("gate_not_closed");
    if (isRelease(gate)) return refuse("release_not_waivable");
    assert(actor.userId, "a waiver is somebody's word");
    await insertWaiver(tx, { dealId, gateKey: key, reason, waivedByUserId: actor.userId, waivedAt: now });
    const all = await ordersOfDeals(tx, [dealId]);
    // Whose order was called off hears no more of the deal.
    const held = all.filter(({ service, state }) => service === gate.holds.service && state !== "cancelled");
    const { reference, buyerOrganisationId } = deal;
    publish({
      type: "chain.gate_waived",
      ...{ dealId, reference, buyerOrganisationId, gate: key, reason },
      providerOrganisationIds: held.map(({ providerOrganisationId }) => providerOrganisationId),
    });
    await settleChain(context, dealId);
    concerns(dealId);
    return accept({ dealId });
  },
});
