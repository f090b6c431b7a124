import { findOrder, saveOrder } from "../../db/repositories/orders";
import { gateKey } from "../../domain/chain/gate";
import { holdChange } from "../../domain/chain/holds";
import { orderFacts } from "../../domain/orders/order-facts";
import { assert } from "../../domain/shared/assert";
import type { CommandContext } from "../platform/command";
import { readChain } from "./read-chain";

/**
 * Holds what a gate of the deal has come to hold and lets go what none holds any more. Every command that changes something which gates
 * are judged by ends with this, in its own transaction: a fact and what it stops are never seen apart. Answers the versions of the orders
 * that it has saved.
 */
export async function settleChain(
  { tx, now, publish }: Pick<CommandContext, "tx" | "now" | "publish">,
  dealId: string,
): Promise<ReadonlyMap<string, number>> {
  const chain = await readChain(tx, dealId);
  const saved = new Map<string, number>();
  for (const one of chain.facts.orders) {
    const change = holdChange(one, chain, now);
    if (!change) continue;
    const order = await findOrder(tx, one.id);
    assert(order, `order ${one.id} is there`);
    await saveOrder(tx, order, { heldSince: change.heldSince });
    saved.set(order.id, order.version + 1);
    const facts = orderFacts(order);
    if (change.heldSince === null) publish({ type: "order.resumed", ...facts });
    else publish({ type: "order.held", gates: change.by.map(({ gate }) => gateKey(gate)), ...facts });
  }
  return saved;
}
