import { and, eq, exists, or, sql } from "drizzle-orm";
import type { Reader } from "../../database";
import { deals } from "../../schema/deals";
import { orders } from "../../schema/orders";

/** The last number in the log of a deal that the organisation buys in or provides an order of; null where it does neither. */
export async function dealSeqFor(
  db: Reader,
  { dealId, organisationId }: { readonly dealId: string; readonly organisationId: string },
): Promise<number | null> {
  const provided = db
    .select({ one: sql`1` })
    .from(orders)
    .where(and(eq(orders.dealId, deals.id), eq(orders.providerOrganisationId, organisationId)));
  const [row] = await db
    .select({ seq: deals.logSeq })
    .from(deals)
    .where(and(eq(deals.id, dealId), or(eq(deals.buyerOrganisationId, organisationId), exists(provided))))
    .limit(1);
  return row?.seq ?? null;
}
