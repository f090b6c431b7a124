import type { Reader } from "@/db/database";
import { findChains } from "@/db/repositories/chains";
import { servicesOfDeals } from "@/db/repositories/requests";
import { gatesInDeal, unprovidedOf } from "@/domain/orders/chain/gates-in-deal";
import type { ChainParts } from "./facts/read-facts";
import { readOrders } from "./facts/read-orders";

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
