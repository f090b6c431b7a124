import type { EventOf, EventType } from "./events";
import { unreachable } from "../shared/result";
import { toIso } from "../shared/time";
import {
  ANYBODY,
  BUYING,
  type NotificationRule,
  QUOTING,
  type Told,
  client,
  inbox,
  mail,
  minuteInUtc,
} from "./notification-rule";

type RequestEvent = EventOf<Extract<EventType, `request.${string}`>>;

/** The root of the receipts, to API clients where there is one and to people as `none` where there is not. */
const withRoot = (event: EventOf<"request.closed" | "request.opened">, told: Told) => ({
  closed: event.root ? { ...told, body: { ...told.body, root: event.root } } : told,
  facts: { bids: event.bidCount, root: event.root ?? "none" },
});

export function ofRequest(event: RequestEvent): NotificationRule[] {
  const { requestId, reference, dealId, service } = event;
  const buyer = { organisationId: event.buyerOrganisationId };
  const bidders = { biddersOf: requestId };
  const told = {
    body: { requestId, reference, dealId, service },
    facts: { reference, service },
    href: `/requests/${requestId}`,
  };
  switch (event.type) {
    case "request.published": {
      const invited = event.invitedOrganisationIds.map((organisationId) =>
        mail(told)({ to: { organisationId }, roles: QUOTING, kind: "request_invited" }),
      );
      if (event.isFurther) return invited;
      // A person is told once: of an invitation sooner than of what their search finds, and of that sooner than of a new request at their hub.
      const found = mail(told)({ to: { searchersOf: requestId }, roles: ANYBODY, kind: "search_found" });
      const listed = inbox(told)({ to: { listedFor: requestId }, roles: QUOTING, kind: "request_listed" });
      return [client(buyer, told), ...invited, found, listed];
    }
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

function ofDecision(
  event: EventOf<"request.decision_extended" | "request.decision_due">,
  told: Told,
): NotificationRule[] {
  const buyer = { organisationId: event.buyerOrganisationId };
  const facts = { until: minuteInUtc(event.decideBy) };
  if (event.type === "request.decision_due")
    return [mail(told)({ to: buyer, roles: BUYING, kind: "decision_due", facts })];
  return [
    client(buyer, told),
    mail(told)({ to: { biddersOf: event.requestId }, roles: QUOTING, kind: "decision_extended", facts }),
  ];
}

function ofEnd(event: EventOf<"request.ended">, told: Told): NotificationRule[] {
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
