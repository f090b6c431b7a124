import { type StoredChain, findChain, saveClosed } from "@/db/repositories/chains";
import { findDeal } from "@/db/repositories/deals";
import { saveOrder } from "@/db/repositories/orders";
import { type Gate, gateKey } from "@/domain/orders/chain/gate";
import { gateState } from "@/domain/orders/chain/gate-state";
import { closedKeys, holdChange, isAhead, stopsOf } from "@/domain/orders/chain/holds";
import { sideOf } from "@/domain/orders/side-state";
import { orderFacts } from "@/domain/orders/order-facts";
import { assert } from "@/domain/shared/assert";
import type { CommandContext } from "../../platform/command";
import { type DealFacts, readFacts } from "./read-facts";
import { readParts } from "./read-chain";

type Context = Pick<CommandContext, "tx" | "now" | "publish">;

/** Tells of each gate that has opened or closed since the chain was judged last. */
async function tellGates(
  { tx, publish }: Context,
  chain: Pick<StoredChain, "dealId" | "closed"> & { readonly gates: readonly Gate[] },
  facts: DealFacts,
): Promise<void> {
  const { dealId, gates } = chain;
  const closed = closedKeys({ gates, facts });
  const turned = gates.filter((gate) => closed.includes(gateKey(gate)) !== chain.closed.includes(gateKey(gate)));
  // A gate whose service has left the deal is closed no more, and nobody is told that it opened.
  const left = chain.closed.filter((key) => !gates.some((gate) => gateKey(gate) === key));
  if (turned.length === 0 && left.length === 0) return;
  const deal = await findDeal(tx, dealId);
  assert(deal, `deal ${dealId} is there`);
  await saveClosed(tx, dealId, closed);
  // Whoever opens a gate by a word tells of it: of a waiver with its reason, of a statement once for all gates that it opens.
  const isByWord = (gate: Gate) =>
    facts.waivers.some((waiver) => waiver.gateKey === gateKey(gate)) || gateState(gate, facts).kind === "stated";
  for (const gate of turned.filter((one) => !isByWord(one))) {
    // Whose order was called off hears no more of the deal.
    const behind = facts.orders.filter(({ service, state }) => service === gate.holds.service && state !== "cancelled");
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
  const chain = await findChain(tx, dealId);
  const saved = new Map<string, number>();
  if (!chain || chain.gates.length === 0) return saved;
  const [parts] = await readParts(tx, [dealId]);
  assert(parts, "every deal that is asked for is answered");
  const { gates, orders } = parts;
  const ahead = gates.filter((gate) => isAhead(gate, orders));
  const facts = (await readFacts(tx, [{ ...parts, gates: ahead }])).get(dealId);
  assert(facts, "every deal that is asked for is answered");
  for (const order of orders) {
    const change = holdChange(order, { gates, facts }, now);
    if (!change) continue;
    await saveOrder(tx, order, { heldSince: change.heldSince });
    saved.set(order.id, order.version + 1);
    const about = orderFacts(order);
    const freed = { ...order, heldSince: null };
    const isStopped = sideOf(freed) !== null || stopsOf(freed, { gates, facts }).length > 0;
    if (change.heldSince === null) publish({ type: "order.resumed", ...(isStopped ? { isStopped } : {}), ...about });
    else publish({ type: "order.held", gates: change.by.map(({ gate }) => gateKey(gate)), ...about });
  }
  await tellGates(context, { ...chain, gates }, facts);
  return saved;
}

/** What follows when a paper of the deal is entered, typed in anew or taken back: gates that wait for papers are judged again. */
export async function papersChanged(
  context: Pick<CommandContext, "tx" | "now" | "publish">,
  dealId: string,
): Promise<void> {
  const deal = await findDeal(context.tx, dealId);
  assert(deal, `deal ${dealId} is there`);
  const { reference, buyerOrganisationId } = deal;
  context.publish({ type: "chain.changed", dealId, reference, buyerOrganisationId });
  await settleChain(context, dealId);
}
