import { together } from "@/db/database";
import { findChain, insertChain, saveChain } from "@/db/repositories/chains";
import { findDeal } from "@/db/repositories/deals";
import { requestsOfDeal, type StoredRequest } from "@/db/repositories/requests";
import { defaultGates, gatesAfterChange } from "@/domain/orders/chain/deal-gates";
import { type Gate, gateKey } from "@/domain/orders/chain/gate";
import { isInDeal } from "@/domain/requests/request";
import type { Mode } from "@/domain/hubs/place";
import { assert } from "@/domain/shared/result";
import type { CommandContext } from "../../platform/command";
import { referenceData } from "../../hubs/queries/network";
import { dealFacts, settleChain } from "./settle-chain";

type Deal = { readonly id: string; readonly mode: Mode; readonly isBorderHub: boolean };

/** The gates that follow from what is asked for in the deal now, services that were given up left out. */
export async function gatesAsked(tx: CommandContext["tx"], deal: Deal): Promise<Gate[]> {
  const requests = await requestsOfDeal(tx, deal.id);
  return defaultGates({ ...deal, services: requests.filter(isInDeal) });
}

/**
 * Fixes the gates of a deal with its award: from then on nobody takes one away. A later award adds those of services that were not asked
 * for at the first, unless the buyer has chosen the gates. Answers the gates as they are now.
 */
export async function fixChain({ tx, now }: Pick<CommandContext, "tx" | "now">, deal: Deal): Promise<readonly Gate[]> {
  const [asked, kept] = await together([gatesAsked(tx, deal), findChain(tx, deal.id)]);
  const by = { updatedAt: now, updatedByUserId: null };
  if (!kept) {
    const chain = { dealId: deal.id, gates: asked, isEdited: false, closed: [], fixedAt: now, version: 1 };
    await insertChain(tx, { ...chain, ...by });
    return asked;
  }
  const known = new Set(kept.gates.map(gateKey));
  const added = kept.isEdited ? [] : asked.filter((gate) => !known.has(gateKey(gate)));
  const gates = [...kept.gates, ...added];
  if (kept.fixedAt !== null && added.length === 0) return gates;
  await saveChain(tx, kept, { gates, fixedAt: kept.fixedAt ?? now, ...by });
  return gates;
}

/**
 * Brings the kept gates of a deal up to a request that says something else than `earlier`, as a clearance of both sides that was one of exports: a gate
 * keeps no step that the order will be made without. A deal whose gates were never kept has those of what is asked for.
 */
export async function followRequest(
  context: CommandContext,
  earlier: Pick<StoredRequest, "dealId" | "service" | "spec">,
): Promise<void> {
  const { tx, actor, now, publish } = context;
  const { dealId, service } = earlier;
  const kept = await findChain(tx, dealId);
  if (!kept) return;
  const deal = await findDeal(tx, dealId);
  const hub = deal && (await referenceData(tx)).hubs.get(deal.hubId);
  assert(deal && hub, `deal ${dealId} goes through a known hub`);
  const asked = (await requestsOfDeal(tx, dealId)).filter(isInDeal);
  const was = asked.map((request) => (request.service === service ? earlier : request));
  const gatesOf = (services: typeof was) => defaultGates({ mode: deal.mode, isBorderHub: hub.isBorderHub, services });
  const gates = gatesAfterChange(kept.gates, { before: gatesOf(was), now: gatesOf(asked) });
  if (gates.map(gateKey).join() === kept.gates.map(gateKey).join()) return;
  await saveChain(tx, kept, { gates, updatedAt: now, updatedByUserId: actor.userId });
  publish({ type: "chain.changed", ...(await dealFacts(context, dealId)) });
  if (kept.fixedAt !== null) await settleChain(context, dealId);
}
