import type { Reader } from "@/db/database";
import { findChain, findChains, saveClosed, type StoredChain } from "@/db/repositories/chains";
import { servicesOfDeals } from "@/db/repositories/requests";
import { gatesInDeal, unprovidedOf } from "@/domain/orders/chain/deal-gates";
import { type ChainParts, type DealFacts, readFacts, readOrders } from "./read-facts";
import { bringerOf, type Gate, gateKey } from "@/domain/orders/chain/gate";
import {
  closedKeys,
  type GateRefusal,
  gatesAhead,
  holdChange,
  isAhead,
  passes,
  type StepToPass,
  stopsOf,
  unstatedServices,
} from "@/domain/orders/chain/holds";
import { accept, assert, type Result } from "@/domain/shared/result";
import type { Request } from "@/domain/requests/request";
import { findDeal } from "@/db/repositories/deals";
import type { Service } from "@/domain/shared/vocabulary";
import type { CommandContext } from "../../platform/command";
import type { ChainOrder } from "@/domain/orders/chain/chain-facts";
import { saveOrder } from "@/db/repositories/orders";
import { gateState } from "@/domain/orders/chain/gate-state";
import { orderFacts, sideOf } from "@/domain/orders/order";

/**
 * The gates of deals as their deals have them now, with their orders and who does what nobody was chosen for: what is read of a chain
 * before its gates are judged. A gate of a service that is not in its deal is not among them.
 */
export async function readParts(db: Reader, dealIds: readonly string[]): Promise<ChainParts[]> {
  const chains = await findChains(db, dealIds);
  const orders = await readOrders(db, dealIds);
  const gated = dealIds.filter((dealId) => (chains.get(dealId)?.gates ?? []).length > 0);
  const requests = Map.groupBy(await servicesOfDeals(db, gated), ({ dealId }) => dealId);
  const ordered = Map.groupBy(orders, ({ dealId }) => dealId);
  return dealIds.map((dealId) => {
    const own = ordered.get(dealId) ?? [];
    const deal = { requests: requests.get(dealId) ?? [], orders: own };
    const gates = gatesInDeal(chains.get(dealId)?.gates ?? [], deal);
    return { dealId, gates, orders: own, unprovided: unprovidedOf(deal) };
  });
}

/** A deal's orders with their milestones, its gates, and all that these are judged by. */
export type Chain = { readonly dealId: string; readonly gates: readonly Gate[]; readonly facts: DealFacts };

/**
 * The chains of deals, by deal, with the facts that their gates ahead are judged by: one that has let its order through holds nothing any
 * more, so that nothing is read for it. A deal whose gates no award has fixed has none yet.
 */
export async function readChains(db: Reader, dealIds: readonly string[]): Promise<ReadonlyMap<string, Chain>> {
  const parts = await readParts(db, dealIds);
  const ahead = parts.map(({ gates, ...of }) => ({ ...of, gates: gates.filter((gate) => isAhead(gate, of.orders)) }));
  const facts = await readFacts(db, ahead);
  return new Map(
    parts.map(({ dealId, gates }) => {
      const own = facts.get(dealId);
      assert(own, "every deal that is asked for is answered");
      return [dealId, { dealId, gates, facts: own }];
    }),
  );
}

/** The chain of a deal with the facts that all its gates are judged by, those that have let their order through as well. */
export async function readChain(db: Reader, dealId: string): Promise<Chain> {
  const [parts] = await readParts(db, [dealId]);
  const facts = parts && (await readFacts(db, [parts])).get(dealId);
  assert(parts && facts, "every deal that is asked for is answered");
  return { dealId, gates: parts.gates, facts };
}

type Asked = Pick<Request, "id" | "dealId" | "service" | "fallback">;

/** Those of these requests whose service the buyer does itself and of which an order waits for its word now. Nothing is read where it does none. */
export async function unstatedAmong(read: Reader, requests: readonly Asked[]): Promise<ReadonlySet<string>> {
  const own = requests.filter(({ fallback }) => fallback === "self");
  if (own.length === 0) return new Set();
  const chains = await readChains(read, [...new Set(own.map(({ dealId }) => dealId))]);
  const isAwaited = ({ dealId, service }: Asked) => {
    const chain = chains.get(dealId);
    return chain !== undefined && unstatedServices(chain).includes(service);
  };
  return new Set(own.filter(isAwaited).map(({ id }) => id));
}

/** Whose orders stand behind gates that have yet to let them through; whose order was called off hears no more of the deal. */
export function waitingAt({ gates, facts }: Chain, isMeant: (gate: Gate) => boolean): string[] {
  const held = gates.filter((gate) => isMeant(gate) && isAhead(gate, facts.orders)).map(({ holds }) => holds.service);
  const orders = facts.orders.filter(({ service, state }) => held.includes(service) && state !== "cancelled");
  return [...new Set(orders.map(({ providerOrganisationId }) => providerOrganisationId))];
}

/** Those who wait for something of a service, by the gates as they stand. */
export const waitingFor = (chain: Chain, service: Service): string[] =>
  waitingAt(chain, (gate) => bringerOf(gate) === service);

/** Of a deal what its events name. */
export async function dealFacts({ tx }: Pick<CommandContext, "tx">, dealId: string) {
  const deal = await findDeal(tx, dealId);
  assert(deal, `deal ${dealId} is there`);
  const { reference, buyerOrganisationId } = deal;
  return { dealId, reference, buyerOrganisationId };
}

type Order = Pick<ChainOrder, "service" | "milestones"> & { readonly dealId: string };

/** Whether the gates of the order's deal let a step through, at its time. Most steps have none before them: then no more than the gates is read. */
export async function passesGates(db: Reader, order: Order, step: StepToPass): Promise<Result<void, GateRefusal>> {
  const { dealId } = order;
  const { code } = step;
  const fixed = gatesAhead(order, code, (await findChain(db, dealId))?.gates ?? []);
  if (fixed.length === 0) return accept(undefined);
  const [parts] = await readParts(db, [dealId]);
  assert(parts, "every deal that is asked for is answered");
  const gates = gatesAhead(order, code, parts.gates);
  const facts = (await readFacts(db, [{ ...parts, gates }])).get(dealId);
  assert(facts, "every deal that is asked for is answered");
  return passes(order, step, { gates, facts });
}

type Context = Pick<CommandContext, "tx" | "now" | "publish">;

/** Tells of each gate that has opened or closed since the chain was judged last. */
async function tellGates(
  { tx, now, publish }: Context,
  chain: Pick<StoredChain, "dealId" | "closed"> & { readonly gates: readonly Gate[] },
  facts: DealFacts,
): Promise<void> {
  const { dealId, gates } = chain;
  const closed = closedKeys({ gates, facts }, now);
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
  // A visit that came early opens its gate by the clock alone: of one that has let its order through since nobody needs to be told.
  const isOfUse = (gate: Gate) => isAhead(gate, facts.orders) && !isByWord(gate);
  for (const gate of turned.filter(isOfUse)) {
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
