import type { Reader } from "../../db/database";
import { findBid, type StoredBid } from "../../db/repositories/bidding";
import { findRequest, type StoredRequest } from "../../db/repositories/requests";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";

/** A bid on the actor's own request, with the request; to all others it is not there. */
export async function loadDecidedBid(
  tx: Reader,
  actor: Actor,
  bidId: string,
): Promise<Result<{ bid: StoredBid; request: StoredRequest }, Refusal<"not_found">>> {
  const bid = await findBid(tx, bidId);
  const request = bid && (await findRequest(tx, bid.requestId));
  if (!bid || !request || !may(actor, "request.decide", request)) return refuse("not_found");
  return accept({ bid, request });
}
