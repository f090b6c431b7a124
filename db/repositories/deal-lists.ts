import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import type { OrderState } from "../../domain/orders/order";
import { stateOf } from "../../domain/orders/side-state";
import type { Instant } from "../../domain/shared/instant";
import type { Reader } from "../database";
import { deals } from "../schema/deals";
import { orders } from "../schema/orders";
import { requests } from "../schema/requests";
import type { StoredOrder } from "./orders";
import { isCurrent, type StoredRequest } from "./requests";

const columns = {
  id: deals.id,
  reference: deals.reference,
  title: deals.title,
  mode: deals.mode,
  readyDate: deals.readyDate,
  goodsValueMinor: deals.goodsValueMinor,
  goodsCurrency: deals.goodsCurrency,
  originId: deals.originId,
  destinationId: deals.destinationId,
  hubId: deals.hubId,
  createdAt: deals.createdAt,
};

/** The organisation's deals, the latest first; after the row with `id`, since ids sort by time. */
export async function listDealsOf(
  db: Reader,
  of: { readonly organisationId: string; readonly after: string | null; readonly limit: number },
) {
  return await db
    .select(columns)
    .from(deals)
    .where(
      and(eq(deals.buyerOrganisationId, of.organisationId), of.after === null ? undefined : lt(deals.id, of.after)),
    )
    .orderBy(desc(deals.id))
    .limit(of.limit);
}

export async function requestsOfDeals(db: Reader, dealIds: readonly string[]): Promise<StoredRequest[]> {
  if (dealIds.length === 0) return [];
  const rows = await db
    .select()
    .from(requests)
    .where(and(inArray(requests.dealId, [...dealIds]), isCurrent))
    .orderBy(asc(requests.id));
  return rows as StoredRequest[];
}

/** How far the orders of these deals are, by the request that each came from. */
export async function orderStatesOf(db: Reader, dealIds: readonly string[]): Promise<ReadonlyMap<string, OrderState>> {
  if (dealIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(orders)
    .where(inArray(orders.dealId, [...dealIds]));
  return new Map((rows as StoredOrder[]).map((row) => [row.requestId, stateOf(row)]));
}

export type ListedDeal = Awaited<ReturnType<typeof listDealsOf>>[number] & { createdAt: Instant | number };
