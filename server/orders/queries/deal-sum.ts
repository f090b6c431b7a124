import "server-only";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import { findMilestones, ordersOfDeals } from "@/db/repositories/orders";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { isOver } from "@/domain/orders/order";
import type { DealSum, OrderDue } from "@/views/orders";
import type { Instant } from "@/domain/shared/instant";
import { sumByCurrency } from "@/domain/shared/money";
import { SERVICES } from "@/domain/shared/service";
import { sumDueOf } from "./order-bill";

/**
 * What the orders of the viewer's own deal have come to, each in its currency; null to all but its buyer, while one is under way, and
 * where none was carried out. One that was called off is in it only where a dispute left something to pay.
 */
export async function dealSum(
  read: Reader,
  viewer: Actor,
  { dealId, now }: { readonly dealId: string; readonly now: Instant },
): Promise<DealSum | null> {
  const deal = await findDeal(read, dealId);
  if (!deal || !may(viewer, "deal.read", { organisationIds: [deal.buyerOrganisationId] })) return null;
  const orders = await ordersOfDeals(read, [dealId]);
  if (!orders.every(isOver) || !orders.some(({ state }) => state === "completed")) return null;
  const rows: OrderDue[] = [];
  for (const order of orders) {
    const { id, reference, service, state } = order;
    const { total, rulings } = await sumDueOf(read, { ...order, milestones: await findMilestones(read, order) }, now);
    if (state === "completed" || rulings.length > 0) rows.push({ id, reference, service, due: total });
  }
  return {
    rows: SERVICES.flatMap((service) => rows.filter((row) => row.service === service)),
    totals: sumByCurrency(rows.map(({ due }) => due)),
  };
}
