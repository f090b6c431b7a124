import type { Reader } from "../../db/database";
import { findChain, findChains, type StoredChain, waiversOf } from "../../db/repositories/chains";
import { milestonesOfOrders } from "../../db/repositories/order-lists";
import { ordersOfDeals, type StoredOrder } from "../../db/repositories/orders";
import type { ChainFacts, ChainOrder, PapersFact, SlotFact, Verdict } from "../../domain/chain/chain-facts";
import type { Gate } from "../../domain/chain/gate";
import { gatesAhead } from "../../domain/chain/holds";
import { kindOf } from "../../domain/services/registry";
import type { Service } from "../../domain/services/service";
import { assert } from "../../domain/shared/assert";
import { readinessOfDeal } from "../documents/readiness-of-deal";
import { slotsOf } from "./facts/slots-of";
import { verdictsOf } from "./facts/verdicts-of";

/** A deal's orders with their milestones, its gates, and all that these are judged by. */
export type Chain = { readonly dealId: string; readonly gates: readonly Gate[]; readonly facts: ChainFacts };

const NO_VERDICT: Verdict = { kind: "none", at: null };
const NO_SLOT: SlotFact = { kind: "none", at: null };

async function papersOf(db: Reader, dealId: string, gates: readonly Gate[]): Promise<PapersFact> {
  const asks = gates.some(({ need }) => need.kind === "papers");
  if (!asks) return { kind: "ready", missing: 0, blocked: 0 };
  const { state, missing, blocked } = await readinessOfDeal(db, dealId);
  return { kind: state, missing, blocked };
}

async function withMilestones(
  db: Reader,
  orders: readonly StoredOrder[],
): Promise<(ChainOrder & { dealId: string })[]> {
  const told = await milestonesOfOrders(
    db,
    orders.map(({ id }) => id),
  );
  return orders.map((order) => ({
    ...order,
    milestones: told
      .filter(({ orderId }) => orderId === order.id)
      .map(({ code, occurredAt }) => ({
        ...kindOf(order.service).milestones.find((milestone) => milestone.code === code),
        code,
        occurredAt,
      })),
  }));
}

/** The chains of deals as they stand, by deal; one whose gates no award has fixed has none yet. */
export async function readChains(db: Reader, dealIds: readonly string[]): Promise<ReadonlyMap<string, Chain>> {
  const chains = await findChains(db, dealIds);
  const orders = await withMilestones(db, await ordersOfDeals(db, dealIds));
  const idsOf = (service: Service) => orders.filter((order) => order.service === service).map(({ id }) => id);
  const verdicts = await verdictsOf(db, idsOf("inspection"));
  const slots = await slotsOf(db, idsOf("logistics"));
  const waivers = await waiversOf(db, dealIds);
  const found = new Map<string, Chain>();
  for (const dealId of dealIds) {
    const gates = chains.get(dealId)?.gates ?? [];
    const own = orders.filter((order) => order.dealId === dealId);
    const idOf = (service: Service) => own.find((order) => order.service === service)?.id ?? "";
    found.set(dealId, {
      dealId,
      gates,
      facts: {
        orders: own,
        verdict: verdicts.get(idOf("inspection")) ?? NO_VERDICT,
        slot: slots.get(idOf("logistics")) ?? NO_SLOT,
        papers: await papersOf(db, dealId, gates),
        waivers: waivers.filter((waiver) => waiver.dealId === dealId),
      },
    });
  }
  return found;
}

export async function readChain(db: Reader, dealId: string): Promise<Chain> {
  const chain = (await readChains(db, [dealId])).get(dealId);
  assert(chain, "every deal that is asked for is answered");
  return chain;
}
