import { acceptsBids, type Request } from "../requests/request";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { Instant } from "../shared/time";

export type PassRefusal = Refusal<"own_request" | "request_not_open" | "bid_exists">;

/**
 * Whether a provider may say that a request is not for it: while it takes bids, and it has none there. Refuses its own request, one that takes
 * no bids any more, and one on which it has bid, which is withdrawn instead.
 */
export function mayPass(
  request: Pick<Request, "state" | "closesAt" | "buyerOrganisationId">,
  provider: { readonly organisationId: string; readonly hasBid: boolean },
  now: Instant,
): Result<void, PassRefusal> {
  if (request.buyerOrganisationId === provider.organisationId) return refuse("own_request");
  if (!acceptsBids(request, now)) return refuse("request_not_open", { state: request.state });
  return provider.hasBid ? refuse("bid_exists") : accept(undefined);
}
