import { and, asc, eq, inArray } from "drizzle-orm";
import type { BidContent } from "../../domain/bidding/bid";
import { LINE_STATES, type LineState } from "../../domain/shared/states";
import type { Service } from "../../domain/shared/service";
import type { Reader } from "../database";
import { bids, bidVersions } from "../schema/bidding";
import { awards, orders } from "../schema/orders";
import { requests } from "../schema/requests";
import type { StoredOrder } from "./orders";

const OVER: readonly LineState[] = ["completed", "cancelled"];
const UNDER_WAY = LINE_STATES.filter((state) => !OVER.includes(state));

export type WorkQuestion = {
  readonly organisationId: string;
  readonly service?: Service | null;
  readonly hubId?: string | null;
  readonly limit: number;
};

/** What the organisation provides and is not over, the oldest first. */
export async function ordersUnderWay(
  db: Reader,
  { organisationId, service, hubId, limit }: WorkQuestion,
): Promise<StoredOrder[]> {
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.providerOrganisationId, organisationId),
        inArray(orders.state, UNDER_WAY),
        service ? eq(orders.service, service) : undefined,
        hubId ? eq(orders.hubId, hubId) : undefined,
      ),
    )
    .orderBy(asc(orders.contractedAt), asc(orders.id))
    .limit(limit);
  return rows as StoredOrder[];
}

/** What an order was contracted for: the request's spec, and the bid with the offer of it that was chosen. */
export type ContractedOn = {
  readonly orderId: string;
  readonly spec: unknown;
  readonly content: BidContent | null;
  readonly alternative: number;
};

/** Of many orders what they were contracted for. */
export async function contractsOf(db: Reader, orderIds: readonly string[]): Promise<ContractedOn[]> {
  if (orderIds.length === 0) return [];
  const rows = await db
    .select({
      orderId: orders.id,
      spec: requests.spec,
      content: bidVersions.content,
      alternative: awards.alternative,
    })
    .from(orders)
    .innerJoin(requests, eq(requests.id, orders.requestId))
    .innerJoin(awards, eq(awards.id, orders.awardId))
    .innerJoin(bids, eq(bids.id, orders.bidId))
    .innerJoin(bidVersions, and(eq(bidVersions.bidId, bids.id), eq(bidVersions.version, bids.version)))
    .where(inArray(orders.id, [...orderIds]));
  return rows as ContractedOn[];
}

export type ProvidedIn = { readonly dealId: string; readonly service: Service; readonly organisationId: string };

/** Who provides which service of these deals. */
export async function providersOfDeals(db: Reader, dealIds: readonly string[]): Promise<ProvidedIn[]> {
  if (dealIds.length === 0) return [];
  return await db
    .select({ dealId: orders.dealId, service: orders.service, organisationId: orders.providerOrganisationId })
    .from(orders)
    .where(inArray(orders.dealId, [...dealIds]));
}
