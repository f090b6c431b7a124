import type { Request } from "../requests/request";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

/**
 * One bid per request, all requests of one deal. Refuses a choice of two bids for one request, of none, and across deals.
 */
export function choose<B extends { readonly requestId: string }>(
  requests: readonly Pick<Request, "id" | "dealId">[],
  bids: readonly B[],
): Result<void, Refusal<"nothing_chosen" | "two_for_one_request" | "deals_mixed">> {
  if (bids.length === 0) return refuse("nothing_chosen");
  if (new Set(bids.map((bid) => bid.requestId)).size !== bids.length) return refuse("two_for_one_request");
  if (new Set(requests.map((request) => request.dealId)).size > 1) return refuse("deals_mixed");
  return accept(undefined);
}
