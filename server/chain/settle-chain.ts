import { findChain, saveClosed } from "../../db/repositories/chains";
import { findDeal } from "../../db/repositories/deals";
import { ordersOfDeals, saveOrder, type StoredOrder } from "../../db/repositories/orders";
import { type Gate, gateKey } from "../../domain/chain/gate";
import { closedKeys, holdChange } from "../../domain/chain/holds";
import { orderFacts } from "../../domain/orders/order-facts";
import { assert } from "../../domain/shared/assert";
import type { CommandContext } from "../platform/command";
import { type Chain, readChain } from "./read-chain";

type Context = Pick<CommandContext, "tx" | "now" | "publish">;

/** Tells of each gate that has opened or closed since the chain was judged last. */
async function tellGates({ tx, publish }: Context, chain: Chain, orders: readonly StoredOrder[]): Promise<void> {
  const kept = await findChain(tx, chain.dealId);
  const deal = await findDeal(tx, chain.dealId);
  assert(kept && deal, `deal ${chain.dealId} and its chain are there`);
  const closed = closedKeys(chain);
  const turned = chain.gates.filter((gate) => closed.includes(gateKey(gate)) !== kept.closed.includes(gateKey(gate)));
  if (turned.length === 0) return;
  await saveClosed(tx, chain.dealId, closed);
  // Whoever waives a gate tells of it with the reason.
  const isWaived = (gate: Gate) => chain.facts.waivers.some((waiver) => waiver.gateKey === gateKey(gate));
  for (const gate of turned.filter((one) => !isWaived(one))) {
    const behind = orders.filter(({ service }) => service === gate.holds.service);
    publish({
      type: closed.includes(gateKey(gate)) ? "chain.gate_closed" : "chain.gate_opened",
      dealId: deal.id,
      reference: deal.reference,
      buyerOrganisationId: deal.buyerOrganisationId,
      providerOrganisationIds: behind.map(({ providerOrganisationId }) => providerOrganisationId),
      gate: gateKey(gate),
    });
  }
}

/**
 * Holds what a gate of the deal has come to hold and lets go what none holds any more. Every command that changes something which gates
 * are judged by ends with this, in its own transaction: a fact and what it stops are never seen apart. Answers the versions of the orders
 * that it has saved.
 */
export async function settleChain(context: Context, dealId: string): Promise<ReadonlyMap<string, number>> {
  const { tx, now, publish } = context;
  const chain = await readChain(tx, dealId);
  const saved = new Map<string, number>();
  if (chain.gates.length === 0) return saved;
  const orders = await ordersOfDeals(tx, [dealId]);
  for (const order of orders) {
    const judged = chain.facts.orders.find(({ id }) => id === order.id);
    const change = judged && holdChange(judged, chain, now);
    if (!change) continue;
    await saveOrder(tx, order, { heldSince: change.heldSince });
    saved.set(order.id, order.version + 1);
    const facts = orderFacts(order);
    if (change.heldSince === null) publish({ type: "order.resumed", ...facts });
    else publish({ type: "order.held", gates: change.by.map(({ gate }) => gateKey(gate)), ...facts });
  }
  await tellGates(context, chain, orders);
  return saved;
}
