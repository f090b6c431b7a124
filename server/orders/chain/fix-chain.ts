import { findChain, insertChain, saveChain } from "@/db/repositories/chains";
import { requestsOfDeal } from "@/db/repositories/requests";
import { defaultGates } from "@/domain/orders/chain/deal-gates";
import { type Gate, gateKey } from "@/domain/orders/chain/gate";
import { isInDeal } from "@/domain/requests/request";
import type { Mode } from "@/domain/hubs/place";
import type { CommandContext } from "../../platform/command";

type Deal = { readonly id: string; readonly mode: Mode; readonly isBorderHub: boolean };

/** The gates that follow from what is asked for in the deal now, services that were given up left out. */
export async function gatesAsked(tx: CommandContext["tx"], deal: Deal): Promise<Gate[]> {
  const requests = await requestsOfDeal(tx, deal.id);
  return defaultGates({ ...deal, services: requests.filter(isInDeal) });
}

/**
 * Fixes the gates of a deal with its award: from then on nobody takes one away. A later award adds those of services that were not asked
 * for at the first, unless the buyer has chosen the gates.
 */
export async function fixChain({ tx, now }: Pick<CommandContext, "tx" | "now">, deal: Deal): Promise<void> {
  const asked = await gatesAsked(tx, deal);
  const kept = await findChain(tx, deal.id);
  const by = { updatedAt: now, updatedByUserId: null };
  if (!kept)
    return insertChain(tx, {
      dealId: deal.id,
      gates: asked,
      isEdited: false,
      closed: [],
      fixedAt: now,
      ...by,
      version: 1,
    });
  const known = new Set(kept.gates.map(gateKey));
  const added = kept.isEdited ? [] : asked.filter((gate) => !known.has(gateKey(gate)));
  if (kept.fixedAt !== null && added.length === 0) return;
  await saveChain(tx, kept, { gates: [...kept.gates, ...added], fixedAt: kept.fixedAt ?? now, ...by });
}
