import "server-only";
import type { Reader } from "@/db/database";
import { findBid } from "@/db/repositories/bidding";
import { findRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";

/** By which request an own bid is known; null where it is not the viewer's. */
export async function ownBidName(
  read: Reader,
  viewer: Actor,
  id: string,
): Promise<{ readonly id: string; readonly reference: string } | null> {
  const bid = await findBid(read, id);
  if (!bid || !may(viewer, "bid.read_own", bid)) return null;
  const request = await findRequest(read, bid.requestId);
  return request ? { id, reference: request.reference } : null;
}
