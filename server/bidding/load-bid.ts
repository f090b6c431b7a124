import type { Reader } from "../../db/database";
import { findBid, type StoredBid } from "../../db/repositories/bidding";
import { findRequest, type StoredRequest } from "../../db/repositories/requests";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import { assert } from "../../domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";

/**
 * The bidder's own bid with its request; to everyone else, the buyer included, it is not there to be changed. Where the bidder
 * said which version it saw, a later one is refused.
 */
export async function loadBid(
  tx: Reader,
  actor: Actor,
  { bidId, ifVersion }: { readonly bidId: string; readonly ifVersion?: number | undefined },
): Promise<Result<{ bid: StoredBid; request: StoredRequest }, Refusal<"not_found" | "stale_version">>> {
  const bid = await findBid(tx, bidId);
  if (!bid || !may(actor, "bid.change", bid)) return refuse("not_found");
  if (ifVersion !== undefined && ifVersion !== bid.version) return refuse("stale_version", { version: bid.version });
  const request = await findRequest(tx, bid.requestId);
  assert(request, `bid ${bidId} has its request`);
  return accept({ bid, request });
}
