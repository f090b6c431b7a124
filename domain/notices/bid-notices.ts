import type { EventOf, EventType } from "./events";
import { unreachable } from "../shared/result";
import {
  type Audience,
  BUYING,
  type NotificationRule,
  QUOTING,
  type Told,
  client,
  inbox,
  mail,
  minuteInUtc,
} from "./notification-rule";

type BidEvent = EventOf<Extract<EventType, `bid.${string}`>>;

export function ofBid(event: BidEvent): NotificationRule[] {
  const { requestId, reference, dealId, service, bidId } = event;
  const buyer = { organisationId: event.buyerOrganisationId };
  const provider = { organisationId: event.providerOrganisationId };
  const request = { requestId, reference, dealId, service };
  // Whose bid it is would tell the buyer, before the opening, who bids.
  const unnamed = { body: request, facts: { reference, service }, href: `/requests/${requestId}` };
  const named = { ...unnamed, body: { ...request, bidId } };
  switch (event.type) {
    case "bid.submitted":
      return [
        client(provider, named),
        event.version > 1 ? client(buyer, unnamed) : inbox(unnamed)({ to: buyer, roles: BUYING, kind: "bid_received" }),
      ];
    case "bid.went_stale":
      return [
        mail(named)({
          to: provider,
          roles: QUOTING,
          kind: "bid_went_stale",
          facts: { by: minuteInUtc(event.closesAt) },
        }),
      ];
    case "bid.confirmed":
      return [client(provider, named), client(buyer, unnamed)];
    case "bid.scored":
      return [client(buyer, named)];
    case "bid.withdrawn":
      return [client(provider, named), inbox(unnamed)({ to: buyer, roles: BUYING, kind: "bid_withdrawn" })];
    case "bid.countered":
    case "bid.counter_ended":
      return ofNegotiation(event, {
        buyer,
        provider,
        named: { ...named, href: `/requests/${requestId}/bids/${bidId}` },
      });
    case "bid.won": {
      const won = { ...named, body: { ...named.body, orderId: event.orderId }, href: `/orders/${event.orderId}` };
      return [client(buyer, won), mail(won)({ to: provider, roles: [...QUOTING, "operations"], kind: "bid_won" })];
    }
    case "bid.lost":
      // Before the opening the buyer is told of no bid whose it is, so of one that was never opened it is told their number alone.
      if (event.isUnconfirmed) return [mail(named)({ to: provider, roles: QUOTING, kind: "bid_unconfirmed" })];
      // Bids also end as lost with a request that was cancelled or not decided; that its bidders hear from the request's end.
      return [
        client(buyer, named),
        client(provider, named),
        mail(named)({
          to: { beaten: event.providerOrganisationId, onRequest: requestId },
          roles: QUOTING,
          kind: "bid_lost",
        }),
      ];
    case "bid.cure_asked":
    case "bid.cure_sent":
    case "bid.cure_accepted":
    case "bid.disqualified":
      return ofDisqualification(event, named);
    case "bid.prolonged":
      return [client(provider, named), inbox(named)({ to: buyer, roles: BUYING, kind: "bid_prolonged" })];
    default:
      return unreachable(event);
  }
}

type Disqualified = EventOf<"bid.cure_asked" | "bid.cure_sent" | "bid.cure_accepted" | "bid.disqualified">;

/** All of it comes after the opening, when the buyer knows whose bid it is. */
function ofDisqualification(event: Disqualified, told: Told): NotificationRule[] {
  const buyer = { organisationId: event.buyerOrganisationId };
  const provider = { organisationId: event.providerOrganisationId };
  const why = { why: event.code };
  switch (event.type) {
    case "bid.cure_asked": {
      const facts = { ...why, until: minuteInUtc(event.cureEndsAt) };
      return [client(buyer, told), mail(told)({ to: provider, roles: QUOTING, kind: "cure_asked", facts })];
    }
    case "bid.cure_sent": {
      const facts = { ...why, until: minuteInUtc(event.cureEndsAt) };
      return [client(provider, told), mail(told)({ to: buyer, roles: BUYING, kind: "cure_sent", facts })];
    }
    case "bid.cure_accepted":
      return [
        mail(told)({ to: provider, roles: QUOTING, kind: "cure_accepted", facts: why }),
        event.isAutomatic ? inbox(told)({ to: buyer, roles: BUYING, kind: "cure_taken" }) : client(buyer, told),
      ];
    case "bid.disqualified":
      return [
        mail(told)({ to: provider, roles: QUOTING, kind: "bid_disqualified", facts: why }),
        event.isAutomatic ? inbox(told)({ to: buyer, roles: BUYING, kind: "bid_out" }) : client(buyer, told),
      ];
    default:
      return unreachable(event);
  }
}

type Table = { readonly buyer: Audience; readonly provider: Audience; readonly named: Told };

/** The side that is to answer is written to; after an end each reads it in the inbox. */
function ofNegotiation(
  event: EventOf<"bid.countered" | "bid.counter_ended">,
  { buyer, provider, named }: Table,
): NotificationRule[] {
  const told = { ...named, body: { ...named.body, round: event.round } };
  const buyers = { to: buyer, roles: BUYING };
  const bidders = { to: provider, roles: QUOTING };
  const [own, other] = event.by === "buyer" ? [buyers, bidders] : [bidders, buyers];
  if (event.type === "bid.countered") return [client(own.to, told), mail(told)({ ...other, kind: "bid_countered" })];
  // Of what was declined the one who offered is told; of what lapsed both.
  const kind = event.state === "declined" ? "counter_declined" : "counter_lapsed";
  return [
    event.state === "declined" ? client(own.to, told) : inbox(told)({ ...own, kind }),
    inbox(told)({ ...other, kind }),
  ];
}
