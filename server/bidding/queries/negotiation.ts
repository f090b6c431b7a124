import "server-only";
import type { Reader } from "@/db/database";
import { findBid, type StoredBid, versionsOf } from "@/db/repositories/bidding";
import { counterOffersOn, type StoredCounterOffer } from "@/db/repositories/counter-offers";
import { findDeal } from "@/db/repositories/deals";
import { orderOfRequest } from "@/db/repositories/orders";
import { namesOf } from "@/db/repositories/parties";
import { findRequest, type StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { BidContent } from "@/domain/bidding/bid";
import { answerCounter, isPending, type NegotiationSide, nextRound } from "@/domain/bidding/counter-offer";
import { isOpened } from "@/domain/requests/request";
import { termsOf } from "@/domain/requests/terms";
import { assert } from "@/domain/shared/assert";
import type { Instant } from "@/domain/shared/instant";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import type { CounterOffer, Negotiation } from "@/views/negotiation";
import { referenceData } from "../../hubs/queries/network";
import { chargesOf, totalOf } from "./charges";

type Table = {
  readonly request: StoredRequest;
  readonly bid: StoredBid;
  readonly history: readonly StoredCounterOffer[];
  readonly side: NegotiationSide;
};

const shown = (offer: StoredCounterOffer, now: Instant): CounterOffer => {
  const { id, round, by, madeAt, expiresAt, note, content } = offer;
  const state = offer.state === "open" && !isPending(offer, now) ? "lapsed" : offer.state;
  const { currency, transitDays } = content;
  const said = { currency, transitDays, total: totalOf(content), charges: chargesOf(content) };
  return { id, round, by, state, madeAt, expiresAt, note, ...said, content };
};

/** What the reader may do now, by the same rules and the same policy as the commands. */
function stepsOf(actor: Actor, { request, bid, history, side }: Table, now: Instant): Negotiation["steps"] {
  const mayAct = side === "buyer" ? may(actor, "request.award", request) : may(actor, "bid.change", bid);
  if (!mayAct) return [];
  const pending = history.find((offer) => offer.state === "open");
  const isAnswerable = pending && answerCounter(request, pending, { side, as: "accept" }, now).ok;
  const steps: Negotiation["steps"][number][] = isAnswerable ? ["accept", "decline"] : [];
  if (side === "provider" && isAnswerable) steps.push("answer");
  if (side === "buyer" && nextRound(request, bid, history, now).ok) steps.push("counter");
  return steps;
}

async function openedContent(read: Reader, { bid, history }: Table): Promise<BidContent> {
  const isAgreed = history.some(({ state }) => state === "accepted");
  const row = (await versionsOf(read, bid.id)).find(({ version }) => version === bid.version - (isAgreed ? 1 : 0));
  assert(row?.content, `the opened bid ${bid.id} has its content`);
  return row.content;
}

async function loadTable(read: Reader, viewer: Actor, bidId: string): Promise<Table | null> {
  const bid = await findBid(read, bidId);
  const request = bid && (await findRequest(read, bid.requestId));
  // Before the opening there is nothing to negotiate about, and a bid that was never opened stays sealed.
  if (!request || !isOpened(request) || bid.totalMinor === null) return null;
  const isBuyer = may(viewer, "bids.read_of_request", request);
  if (!isBuyer && !may(viewer, "bid.read_own", bid)) return null;
  return { request, bid, history: await counterOffersOn(read, bidId), side: isBuyer ? "buyer" : "provider" };
}

/** What was offered on a bid, the oldest first; null to everybody but its two sides. */
export async function counterOffersOf(
  read: Reader,
  viewer: Actor,
  of: { readonly bidId: string; readonly now: Instant },
): Promise<readonly CounterOffer[] | null> {
  const table = await loadTable(read, viewer, of.bidId);
  return table && table.history.map((offer) => shown(offer, of.now));
}

/** A bid's negotiation; null to everybody but its two sides, and where no round was published. */
export async function negotiationPage(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly bidId: string; readonly now: Instant },
): Promise<Negotiation | null> {
  const table = await loadTable(read, viewer, of.bidId);
  if (!table || table.request.id !== of.requestId) return null;
  const { request, bid, history, side } = table;
  const most = termsOf(request).negotiationRounds;
  if (most === 0) return null;
  const deal = await findDeal(read, request.dealId);
  assert(deal, "a request has its deal");
  const otherId = side === "buyer" ? bid.providerOrganisationId : request.buyerOrganisationId;
  const other = (await namesOf(read, [otherId])).get(otherId);
  assert(other, `organisation ${otherId} has its name`);
  const known = await referenceData(read);
  const offers = history.map((offer) => shown(offer, of.now));
  const order = bid.state === "won" ? await orderOfRequest(read, request.id) : undefined;
  return {
    bidId: bid.id,
    requestId: request.id,
    reference: request.reference,
    service: request.service,
    title: deal.title,
    side,
    other: { id: otherId, nameOwn: other.nameOwn, nameLatin: other.nameLatin },
    hubZone: known.places.get(known.hubs.get(deal.hubId)?.placeIds[0] ?? "")?.zone ?? MARKET_ZONE,
    decideBy: request.decideBy,
    rounds: { used: Math.max(0, ...history.map(({ round }) => round)), most },
    opened: await openedContent(read, table),
    offers,
    pending: offers.find(({ state }) => state === "open") ?? null,
    steps: stepsOf(viewer, table, of.now),
    orderId: order?.id ?? null,
  };
}
