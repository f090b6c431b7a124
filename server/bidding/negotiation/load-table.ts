import type { Reader } from "@/db/database";
import { findBid, findVersion, type StoredBid } from "@/db/repositories/bidding";
import { counterOffersOn, type StoredCounterOffer } from "@/db/repositories/counter-offers";
import { findRequest, type StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { BidContent } from "@/domain/bidding/bid";
import type { NegotiationSide } from "@/domain/bidding/negotiation/counter-offer";
import { assert } from "@/domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";

/** A bid in negotiation: whose turn of it the actor sits on, and all that was offered, the oldest first. */
export type NegotiationTable = {
  readonly side: NegotiationSide;
  readonly request: StoredRequest;
  readonly bid: StoredBid;
  readonly history: readonly StoredCounterOffer[];
};

/** The side on which the actor may act for this bid; null for everybody else, to whom it is not there. */
function sideOf(actor: Actor, request: StoredRequest, bid: StoredBid): NegotiationSide | null {
  if (may(actor, "request.award", request)) return "buyer";
  return may(actor, "bid.change", bid) ? "provider" : null;
}

/** The bid with its request and its negotiation, to the buyer's deciders and the bidder's quoters. */
export async function loadTable(
  tx: Reader,
  actor: Actor,
  bidId: string,
): Promise<Result<NegotiationTable, Refusal<"not_found">>> {
  const bid = await findBid(tx, bidId);
  const request = bid && (await findRequest(tx, bid.requestId));
  const side = request && sideOf(actor, request, bid);
  if (!request || !side) return refuse("not_found");
  return accept({ side, request, bid, history: await counterOffersOn(tx, bidId) });
}

/** What an offer changes: the last one on the table, or the bid as it was opened; for as long as the bid is held by now. */
export async function lastWord(tx: Reader, { bid, history }: NegotiationTable): Promise<BidContent> {
  const last = history.at(-1);
  if (last) return { ...last.content, validUntil: bid.validUntil ?? last.content.validUntil };
  const version = await findVersion(tx, { bidId: bid.id, version: bid.version });
  assert(version?.content, `the opened bid ${bid.id} has its content`);
  return version.content;
}
