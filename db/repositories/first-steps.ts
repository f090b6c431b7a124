import { eq } from "drizzle-orm";
import type { Reader } from "../database";
import { deals } from "../schema/deals";
import { orders } from "../schema/orders";
import { bids } from "../schema/requests";

/** What an organisation has done at least once, each by the first row of an index. */
export async function begunBy(
  db: Reader,
  organisationId: string,
): Promise<Readonly<Record<"hasDeal" | "hasOrdered" | "hasBid", boolean>>> {
  const [[deal], [order], [bid]] = await Promise.all([
    db.select({ id: deals.id }).from(deals).where(eq(deals.buyerOrganisationId, organisationId)).limit(1),
    db.select({ id: orders.id }).from(orders).where(eq(orders.buyerOrganisationId, organisationId)).limit(1),
    db.select({ id: bids.id }).from(bids).where(eq(bids.providerOrganisationId, organisationId)).limit(1),
  ]);
  return { hasDeal: deal !== undefined, hasOrdered: order !== undefined, hasBid: bid !== undefined };
}
