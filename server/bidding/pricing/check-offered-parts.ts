import type { Reader } from "@/db/database";
import { findOrganisation } from "@/db/repositories/organisations";
import type { StoredRequest } from "@/db/repositories/requests";
import type { Offer } from "@/domain/bidding/bid";
import { checkLocalParts } from "@/domain/bidding/offer/local-parts";
import { assert } from "@/domain/shared/assert";
import { accept } from "@/domain/shared/result";
import { priceBasis } from "./price-basis";

/** Whether an offer says who does what only somebody of a country may do; the bidder's own country is read only where there is such a part. */
export async function checkOfferedParts(
  db: Reader,
  request: Pick<StoredRequest, "id" | "dealId" | "service" | "spec">,
  { bidderId, offer }: { readonly bidderId: string; readonly offer: Pick<Offer, "subcontractors"> },
) {
  const { localParts: parts } = await priceBasis(db, request);
  if (parts.length === 0) return accept(undefined);
  const bidder = await findOrganisation(db, bidderId);
  assert(bidder, `organisation ${bidderId} is there`);
  return checkLocalParts(offer.subcontractors ?? [], { parts, bidderCountry: bidder.country });
}
