import type { Reader } from "../../db/database";
import { hasActiveListing } from "../../db/repositories/listings";
import { isChecked } from "../../db/repositories/organisation-checks";
import type { StoredRequest } from "../../db/repositories/requests";
import type { Bidder } from "../../domain/bidding/bid";
import type { Instant } from "../../domain/shared/instant";

type Asking = { readonly organisationId: string; readonly isInvited: boolean; readonly now: Instant };

/** A provider with what decides whether this request is for it, as it stands in the transaction. */
export async function bidderOf(
  tx: Reader,
  request: StoredRequest,
  { organisationId, isInvited, now }: Asking,
): Promise<Bidder> {
  return {
    organisationId,
    isInvited,
    isListed: await hasActiveListing(tx, organisationId, request.service),
    // Looked up only where it is asked for.
    isChecked: request.visibility === "checked" && (await isChecked(tx, organisationId, now)),
  };
}
