import { kindOf } from "../services/registry";
import type { BidState, Service } from "../shared/vocabulary";
import { type Instant, instant } from "../shared/time";
import type { BidContent } from "../bidding/bid";

type Content = Pick<BidContent, "terms" | "validUntil">;

/**
 * When the quote of a bid ends: at the time that its terms name, at the latest with the bid's validity. Null for services that
 * quote no rates.
 */
export function quoteExpiryOf(service: Service, { terms, validUntil }: Content): Instant | null {
  const kind = kindOf(service);
  if (!kind.quoteExpiresAt) return null;
  const named = kind.quoteExpiresAt(kind.termsSchema.parse(terms));
  return instant(Math.min(named ?? validUntil, validUntil));
}

/** From when on nobody can choose the bid any more: the end of its quote, or of its validity. */
export const expiresAtOf = (service: Service, content: Content): Instant =>
  quoteExpiryOf(service, content) ?? instant(content.validUntil);

const STANDING: ReadonlySet<BidState> = new Set(["submitted", "stale"]);

/** Expired is a bid that stands and that time has passed by, from the very moment on; what was won or ended does not expire. */
export const isExpired = (bid: { readonly state: BidState; readonly expiresAt: Instant }, now: Instant): boolean =>
  STANDING.has(bid.state) && now >= bid.expiresAt;
