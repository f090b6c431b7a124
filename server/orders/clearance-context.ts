import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import type { StoredOrder } from "@/db/repositories/orders";
import { findRequest } from "@/db/repositories/requests";
import { declarationsAsked, sidesOf } from "@/domain/clearance/release";
import { shipmentOf } from "@/domain/deals/deal";
import { customs } from "@/domain/services/customs/kind";
import { assert } from "@/domain/shared/result";
import { countriesOf } from "@/server/hubs/queries/network";

/** What was asked for in the request that a customs order came from, and the goods that it is about. */
export async function clearanceContext(db: Reader, order: Pick<StoredOrder, "requestId" | "dealId">) {
  const request = await findRequest(db, order.requestId);
  const deal = await findDeal(db, order.dealId);
  assert(request && deal, "an order has its request and its deal");
  const spec = customs.specSchema.parse(request.spec);
  const countries = await countriesOf(db, deal);
  return {
    spec,
    shipment: shipmentOf(deal, countries),
    cargo: deal.cargo.map((line, at) => ({ ...line, quantitiesMilli: spec.lineQuantities?.[String(at + 1)] ?? {} })),
    incoterm: deal.incoterm,
    ends: countries,
    sides: sidesOf(spec),
    asked: declarationsAsked(spec),
  };
}

export type ClearanceContext = Awaited<ReturnType<typeof clearanceContext>>;
