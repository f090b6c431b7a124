import type { Role } from "../access/role";
import type { DomainEvent, EventOf, EventType } from "../events";
import { unreachable } from "../shared/assert";
import { type Instant, toIso } from "../shared/instant";
import type { Audience, Facts, Hearing, NoticeKind } from "./hearing";

const BUYING: readonly Role[] = ["owner", "manager", "operations"];
const QUOTING: readonly Role[] = ["owner", "manager", "quoter"];
const FULFILLING: readonly Role[] = ["owner", "manager", "operations"];

type Sentence = {
  readonly to: Audience;
  readonly roles: readonly Role[];
  readonly kind: NoticeKind;
  readonly facts?: Facts;
};
type Told = { readonly body: Facts; readonly facts: Facts; readonly href: string };

/** A sentence in the inbox. */
const inbox =
  ({ body, facts, href }: Told) =>
  ({ to, roles, kind, facts: more }: Sentence): Hearing => ({
    to,
    body,
    notice: { kind, roles, href, facts: { ...facts, ...more }, isMailed: false },
  });

/** A sentence in the inbox and by mail: somebody has to act, or has waited for it. */
const mail =
  (told: Told) =>
  (sentence: Sentence): Hearing => {
    const hearing = inbox(told)(sentence);
    return { ...hearing, notice: hearing.notice && { ...hearing.notice, isMailed: true } };
  };

/** API clients hear it; people need not. */
const client = (to: Audience, { body }: Told): Hearing => ({ to, body, notice: null });

type RequestEvent = EventOf<Extract<EventType, `request.${string}`>>;
type BidEvent = EventOf<Extract<EventType, `bid.${string}`>>;
type OrderEvent = EventOf<Extract<EventType, `order.${string}`>>;

/** A time that is read in mail and inbox, where no reader's zone is known: "2026-11-27 10:00 UTC". */
const minuteInUtc = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** The root of the receipts, to API clients where there is one and to people as `none` where there is not. */
const withRoot = (event: EventOf<"request.closed" | "request.opened">, told: Told) => ({
  closed: event.root ? { ...told, body: { ...told.body, root: event.root } } : told,
  facts: { bids: event.bidCount, root: event.root ?? "none" },
});

function ofRequest(event: RequestEvent): Hearing[] {
  const { requestId, reference, dealId, service } = event;
  const buyer = { organisationId: event.buyerOrganisationId };
  const bidders = { biddersOf: requestId };
  const told = {
    body: { requestId, reference, dealId, service },
    facts: { reference, service },
    href: `/requests/${requestId}`,
  };
  switch (event.type) {
    case "request.published":
      return [
        client(buyer, told),
        ...event.invitedOrganisationIds.map((organisationId) =>
          mail(told)({ to: { organisationId }, roles: QUOTING, kind: "request_invited" }),
        ),
        inbox(told)({ to: { listedFor: requestId }, roles: QUOTING, kind: "request_listed" }),
      ];
    case "request.held_for_review":
      return [
        mail(told)({ to: { platform: true }, roles: ["administrator"], kind: "request_to_review" }),
        inbox(told)({ to: buyer, roles: BUYING, kind: "request_held" }),
      ];
    case "request.changed":
      // Whose bid went stale is told so with that; the others whose bids stand may rely on them.
      return [
        client(buyer, told),
        inbox(told)({ to: { unbidOn: requestId }, roles: QUOTING, kind: "request_changed" }),
        ...(event.isSpecChanged === false
          ? [inbox(told)({ to: { standingOn: requestId }, roles: QUOTING, kind: "request_times_moved" })]
          : []),
      ];
    case "request.extended": {
      const extended = { ...told, body: { ...told.body, closesAt: toIso(event.closesAt) } };
      return [
        inbox(extended)({ to: bidders, roles: QUOTING, kind: "request_extended" }),
        inbox(extended)({ to: buyer, roles: BUYING, kind: "request_extended" }),
      ];
    }
    case "request.closed": {
      // The root leaves the market with the mails: copies that nobody here can change.
      const { closed, facts } = withRoot(event, told);
      return [
        inbox(closed)({ to: buyer, roles: BUYING, kind: "request_closed", facts }),
        mail(closed)({ to: bidders, roles: QUOTING, kind: "request_closed_to_bidder", facts }),
      ];
    }
    case "request.opened": {
      const { closed, facts } = withRoot(event, told);
      return [mail(closed)({ to: buyer, roles: BUYING, kind: "request_opened", facts }), client(bidders, closed)];
    }
    case "request.ended":
      return ofEnd(event, {
        ...told,
        body: { ...told.body, state: event.state, ...(event.code === undefined ? {} : { code: event.code }) },
      });
    case "request.decision_extended":
    case "request.decision_due":
      return ofDecision(event, told);
    default:
      return unreachable(event);
  }
}

/** A time in the sentences of inbox and mail, which are read in any zone: to the minute, in UTC. */
const utcText = (at: Instant): string => `${toIso(at).slice(0, 16).replace("T", " ")} UTC`;

function ofDecision(event: EventOf<"request.decision_extended" | "request.decision_due">, told: Told): Hearing[] {
  const buyer = { organisationId: event.buyerOrganisationId };
  const facts = { until: utcText(event.decideBy) };
  if (event.type === "request.decision_due")
    return [mail(told)({ to: buyer, roles: BUYING, kind: "decision_due", facts })];
  return [
    client(buyer, told),
    mail(told)({ to: { biddersOf: event.requestId }, roles: QUOTING, kind: "decision_extended", facts }),
  ];
}

function ofEnd(event: EventOf<"request.ended">, told: Told): Hearing[] {
  const buyer = { organisationId: event.buyerOrganisationId };
  const bidders = { biddersOf: event.requestId };
  switch (event.state) {
    case "no_bids":
      return [mail(told)({ to: buyer, roles: BUYING, kind: "request_no_bids" })];
    case "no_decision":
      return [
        mail(told)({ to: buyer, roles: BUYING, kind: "request_no_decision" }),
        mail(told)({ to: bidders, roles: QUOTING, kind: "request_undecided" }),
      ];
    case "cancelled":
      return [
        client(buyer, told),
        mail(told)({
          to: bidders,
          roles: QUOTING,
          kind: event.isRejection ? "request_rejected" : "request_cancelled",
          facts: { reason: event.reason, ...(event.code === undefined ? {} : { ended: event.code }) },
        }),
        inbox(told)({
          to: { invitedUnbidOn: event.requestId },
          roles: QUOTING,
          kind: "request_cancelled",
          facts: { reason: event.reason, ...(event.code === undefined ? {} : { ended: event.code }) },
        }),
      ];
    default:
      return unreachable(event.state);
  }
}

type QuestionEvent = EventOf<Extract<EventType, `question.${string}`>>;

function ofQuestion(event: QuestionEvent): Hearing[] {
  const { requestId, reference, dealId, service, questionId } = event;
  const buyer = { organisationId: event.buyerOrganisationId };
  const told = {
    body: { requestId, reference, dealId, service, questionId },
    facts: { reference, service },
    href: `/requests/${requestId}#questions`,
  };
  switch (event.type) {
    case "question.asked":
      return [mail(told)({ to: buyer, roles: BUYING, kind: "question_asked" })];
    case "question.answered":
      // One audience, so that whoever asked hears it like all others; by no mail, whose addresses administrators see before the opening.
      return [
        client(buyer, told),
        inbox(told)({
          to: { partakersOf: requestId },
          roles: QUOTING,
          kind: event.number > 1 ? "question_corrected" : "question_answered",
        }),
      ];
    default:
      return unreachable(event);
  }
}

function ofBid(event: BidEvent): Hearing[] {
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
function ofDisqualification(event: Disqualified, told: Told): Hearing[] {
  const buyer = { organisationId: event.buyerOrganisationId };
  const provider = { organisationId: event.providerOrganisationId };
  const why = { why: event.code };
  switch (event.type) {
    case "bid.cure_asked": {
      const facts = { ...why, until: utcText(event.cureEndsAt) };
      return [client(buyer, told), mail(told)({ to: provider, roles: QUOTING, kind: "cure_asked", facts })];
    }
    case "bid.cure_sent": {
      const facts = { ...why, until: utcText(event.cureEndsAt) };
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
): Hearing[] {
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

function ofOrder(event: OrderEvent): Hearing[] {
  const { orderId, reference, dealId, service } = event;
  const buyer = { organisationId: event.buyerOrganisationId };
  const provider = { organisationId: event.providerOrganisationId };
  const body = { orderId, reference, dealId, service };
  const told = { body, facts: { reference, service }, href: `/orders/${orderId}` };
  switch (event.type) {
    case "order.placed":
      return [client(provider, told), inbox(told)({ to: buyer, roles: BUYING, kind: "order_placed" })];
    case "order.milestone_reported": {
      const reported = { ...told, body: { ...body, code: event.code, state: event.state } };
      const facts = { milestone: `${service}.${event.code}` };
      return [
        client(provider, reported),
        event.state === "delivered"
          ? mail(reported)({ to: buyer, roles: BUYING, kind: "order_delivered", facts })
          : inbox(reported)({ to: buyer, roles: BUYING, kind: "order_milestone", facts }),
      ];
    }
    case "order.accepted": {
      const accepted = { ...told, body: { ...body, state: event.state } };
      const kind = event.isAutomatic ? "order_auto_accepted" : "order_accepted";
      return [
        mail(accepted)({ to: provider, roles: FULFILLING, kind }),
        event.isAutomatic ? inbox(accepted)({ to: buyer, roles: BUYING, kind }) : client(buyer, accepted),
      ];
    }
    case "order.completed":
      return [client(provider, told), inbox(told)({ to: buyer, roles: BUYING, kind: "order_completed" })];
    case "order.cancelled":
      return [
        client(buyer, told),
        mail(told)({ to: provider, roles: FULFILLING, kind: "order_cancelled", facts: { reason: event.reason } }),
      ];
    default:
      return unreachable(event);
  }
}

const ofSuspension = ({ organisationId }: EventOf<"organisation.suspended">): Hearing[] => [
  mail({ body: { organisationId }, facts: {}, href: "/" })({
    to: { organisationId },
    roles: ["owner"],
    kind: "organisation_suspended",
  }),
];

const ofCheck = ({ organisationId, outcome }: EventOf<"organisation.checked">): Hearing[] => [
  inbox({ body: { organisationId }, facts: {}, href: "/organisation/profile" })({
    to: { organisationId },
    roles: ["owner", "manager"],
    kind: outcome === "found" ? "organisation_checked" : "organisation_check_ended",
  }),
];

/** Its organisation alone: whoever else could have had the file was never shown it. */
const ofInfection = ({ fileId, organisationId, subjectKind, subjectId }: EventOf<"file.infected">): Hearing[] => [
  mail({
    body: { fileId },
    facts: {},
    href: subjectId === null ? "/" : `/${subjectKind === "order" ? "orders" : "requests"}/${subjectId}`,
  })({
    to: { organisationId },
    roles: ["owner", "manager", "quoter", "operations"],
    kind: "file_infected",
  }),
];

/**
 * Who hears of an event, and which sentence they read. Nobody is told what they may not see: a buyer hears that a bid came, not
 * whose; who lost hears that, not to whom. What only one person may know (a reset, an invitation) is mailed by its command.
 */
export function hearingsOf(event: DomainEvent): readonly Hearing[] {
  switch (event.type) {
    case "user.signed_up":
    case "user.reset_asked":
    case "organisation.created":
    case "member.invited":
      return [];
    case "organisation.suspended":
      return ofSuspension(event);
    case "organisation.checked":
      return ofCheck(event);
    case "request.published":
    case "request.held_for_review":
    case "request.changed":
    case "request.extended":
    case "request.closed":
    case "request.opened":
    case "request.ended":
    case "request.decision_extended":
    case "request.decision_due":
      return ofRequest(event);
    case "question.asked":
    case "question.answered":
      return ofQuestion(event);
    case "bid.submitted":
    case "bid.went_stale":
    case "bid.confirmed":
    case "bid.scored":
    case "bid.withdrawn":
    case "bid.countered":
    case "bid.counter_ended":
    case "bid.won":
    case "bid.lost":
    case "bid.cure_asked":
    case "bid.cure_sent":
    case "bid.cure_accepted":
    case "bid.disqualified":
    case "bid.prolonged":
      return ofBid(event);
    case "order.placed":
    case "order.milestone_reported":
    case "order.accepted":
    case "order.completed":
    case "order.cancelled":
      return ofOrder(event);
    case "file.infected":
      return ofInfection(event);
    default:
      return unreachable(event);
  }
}
