import type { Reader } from "../../db/database";
import { isChecked } from "../../db/repositories/organisation-checks";
import type { StoredBid } from "../../db/repositories/bidding";
import type { StoredRequest } from "../../db/repositories/requests";
import type { Instant } from "../../domain/shared/instant";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";

/** A version is a bid of its own time: whose check has ended meanwhile sends none and confirms none, where only checked ones may bid. */
export async function stillChecked(
  tx: Reader,
  { request, bid }: { readonly request: StoredRequest; readonly bid: StoredBid },
  now: Instant,
): Promise<Result<void, Refusal<"not_checked">>> {
  const isAllowed = request.visibility !== "checked" || (await isChecked(tx, bid.providerOrganisationId, now));
  return isAllowed ? accept(undefined) : refuse("not_checked");
}
