import { and, eq, inArray, isNotNull, notExists } from "drizzle-orm";
import { findDeal } from "../../../db/repositories/deals";
import { declarations } from "../../../db/schema/clearance";
import { deals } from "../../../db/schema/deals";
import { dealDocuments } from "../../../db/schema/documents";
import { orders } from "../../../db/schema/orders";
import type { Actor } from "../../../domain/access/actor";
import { instant } from "../../../domain/shared/instant";
import { addDays, dayOf } from "../../../domain/shared/local-date";
import { enterDocument } from "@/server/documents/enter-document";
import { digitsOf } from "../../plan/payee-of";
import { formENumber } from "../../plan/plan-duties";
import type { Stage } from "../stage";

/** The demo's own buyer holds the certificate of origin of what came in free of duty at a rate that is none. */
export async function enterOrigins(stage: Stage, buyer: Actor): Promise<void> {
  const { read } = stage.database;
  const origins = read
    .select({ id: dealDocuments.id })
    .from(dealDocuments)
    .where(and(eq(dealDocuments.dealId, deals.id), inArray(dealDocuments.kind, ["origin_form_e", "origin_ct1"])));
  const rows = await read
    .select({
      dealId: deals.id,
      at: declarations.createdAt,
      charged: declarations.assessment,
      rates: declarations.estimate,
    })
    .from(declarations)
    .innerJoin(orders, eq(orders.id, declarations.orderId))
    .innerJoin(deals, eq(deals.id, orders.dealId))
    .where(
      and(
        eq(deals.buyerOrganisationId, buyer.organisationId ?? ""),
        eq(declarations.side, "import"),
        isNotNull(declarations.assessment),
        notExists(origins),
      ),
    );
  for (const { dealId, at, charged, rates } of rows) {
    const isFree = charged?.lines.some(({ line, duty }) => {
      const common = rates?.lines.find((one) => one.line === line)?.duty;
      return duty === "0" && common !== "0" && common != null;
    });
    const deal = isFree ? await findDeal(read, dealId) : null;
    if (!deal) continue;
    const date = dayOf(instant(at));
    const serial = digitsOf(deal.reference, 6);
    const paper = {
      ...{ kind: "origin_form_e", number: formENumber(deal.corridor.slice(0, 2), { date, serial }), date },
      fields: { validUntil: addDays(date, 364), hsCodes: [...new Set(deal.cargo.map(({ hsCode }) => hsCode))] },
    };
    await stage.act(instant(at), buyer, enterDocument, { dealId, ...paper });
  }
}
