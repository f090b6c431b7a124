import type { Reader } from "@/db/database";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import type { StoredRequest } from "@/db/repositories/requests";
import type { BidContent, Offer } from "@/domain/bidding/bid";
import { needsRates, type OfferRefusal, priceOffer } from "@/domain/bidding/price-offer";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { fitsPadding } from "../../sealing/envelope";
import { priceBasis } from "./price-basis";

/**
 * Prices an offer by its request at the day's rates: the same for the check on the screen and for what is kept. Refuses what the
 * domain refuses, and an offer whose text does not fit the one size that sealed bids have.
 */
export async function priceForRequest(
  db: Reader,
  request: StoredRequest,
  offer: Offer,
  now: Instant,
): Promise<Result<BidContent, OfferRefusal | Refusal<"bid_too_long">>> {
  const basis = await priceBasis(db, request);
  const rates = needsRates(offer) ? await ratesUpTo(db, dayOf(now)) : [];
  const priced = priceOffer(offer, basis, { rates, now });
  if (!priced.ok) return priced;
  const { content } = priced.value;
  return fitsPadding(JSON.stringify(content)) ? accept(content) : refuse("bid_too_long");
}
