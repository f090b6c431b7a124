import type { Reader } from "@/db/database";
import { countriesOf } from "@/db/repositories/bidding";
import { findDeal } from "@/db/repositories/deals";
import type { StoredRequest } from "@/db/repositories/requests";
import { type PriceBasis, priceBasisOf } from "@/domain/bidding/price-offer";
import { shipmentOf } from "@/domain/deals/shipment-of";
import { kindOf } from "@/domain/services/registry";
import { assert } from "@/domain/shared/assert";

type Known = { readonly spec: string; readonly basis: PriceBasis };

// A deal never changes and a spec only with an amendment, so what prices a request's bids is worked out once a spec and not a bid.
const KNOWN_MAX = 500;
const known = new Map<string, Known>();

function remember(requestId: string, entry: Known): PriceBasis {
  const oldest = known.keys().next();
  if (known.size >= KNOWN_MAX && !oldest.done) known.delete(oldest.value);
  known.set(requestId, entry);
  return entry.basis;
}

/** What prices the bids of this request: its quantities and what its percentages are of. */
export async function priceBasis(
  db: Reader,
  request: Pick<StoredRequest, "id" | "dealId" | "service" | "spec">,
): Promise<PriceBasis> {
  const spec = JSON.stringify(request.spec);
  const found = known.get(request.id);
  if (found?.spec === spec) return found.basis;
  const deal = await findDeal(db, request.dealId);
  assert(deal, `request ${request.id} has its deal`);
  const shipment = shipmentOf(deal, await countriesOf(db, deal));
  return remember(request.id, { spec, basis: priceBasisOf(kindOf(request.service), request.spec, shipment) });
}
