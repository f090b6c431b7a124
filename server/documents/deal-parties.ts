import { and, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "../../db/database";
import { findDeal, type StoredDeal } from "../../db/repositories/deals";
import { orders } from "../../db/schema/orders";
import type { Actor } from "../../domain/access/actor";
import { type Action, may } from "../../domain/access/policy";
import type { DocumentParty } from "../../domain/services/document-kind";

/** The deal, and what the viewer's organisation is in it. */
export type DealOfParty = { readonly deal: StoredDeal; readonly parties: readonly DocumentParty[] };

const PAPERED = ["customs", "logistics"] as const;

async function partiesOf(db: Reader, deal: StoredDeal): Promise<Map<string, DocumentParty[]>> {
  const rows = await db
    .select({ organisationId: orders.providerOrganisationId, service: orders.service })
    .from(orders)
    .where(and(eq(orders.dealId, deal.id), inArray(orders.service, [...PAPERED]), ne(orders.state, "cancelled")));
  const found = new Map<string, DocumentParty[]>([[deal.buyerOrganisationId, ["buyer"]]]);
  for (const { organisationId, service } of rows)
    found.set(organisationId, [...(found.get(organisationId) ?? []), service as DocumentParty]);
  return found;
}

/**
 * A deal to the parties of its papers: its buyer, and the providers of its customs and logistics orders that were not called off.
 * To everybody else, bidders of its requests among them, it is not there.
 */
export async function dealOfParty(
  db: Reader,
  actor: Actor,
  of: { readonly dealId: string; readonly action: Action },
): Promise<DealOfParty | "not_found" | "not_permitted"> {
  const deal = await findDeal(db, of.dealId);
  if (!deal) return "not_found";
  const all = await partiesOf(db, deal);
  const parties = all.get(actor.organisationId ?? "") ?? [];
  if (parties.length === 0) return "not_found";
  return may(actor, of.action, { organisationIds: [...all.keys()] }) ? { deal, parties } : "not_permitted";
}
