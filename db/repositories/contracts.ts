import { and, eq, inArray } from "drizzle-orm";
import type { BidContent } from "../../domain/bidding/bid";
import type { Reader } from "../database";
import { awards, orders } from "../schema/orders";
import { bids, bidVersions, requests } from "../schema/requests";

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
