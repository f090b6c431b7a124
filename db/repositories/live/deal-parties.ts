import { and, eq, exists, or, sql } from "drizzle-orm";
import type { Reader } from "../../database";
import { deals } from "../../schema/deals";
import { hubBoardHeads } from "../../schema/hub-board";
import { orders } from "../../schema/orders";
import { boardOfDeal, dealHead } from "./deal-head";

/** How far a deal and its hub's board have gone that the organisation buys in or provides an order of; null where it does neither. */
export async function dealSeqFor(
  db: Reader,
  { dealId, organisationId }: { readonly dealId: string; readonly organisationId: string },
): Promise<number | null> {
  const provided = db
    .select({ one: sql`1` })
    .from(orders)
    .where(and(eq(orders.dealId, deals.id), eq(orders.providerOrganisationId, organisationId)));
  const [row] = await db
    .select({ seq: dealHead })
    .from(deals)
    .leftJoin(hubBoardHeads, boardOfDeal)
    .where(and(eq(deals.id, dealId), or(eq(deals.buyerOrganisationId, organisationId), exists(provided))))
    .limit(1);
  return row?.seq ?? null;
}
