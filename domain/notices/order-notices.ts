import type { EventOf, EventType } from "./events";
import type { SaidInOrder } from "./thread-notices";
import { unreachable } from "../shared/result";
import {
  BUYING,
  FULFILLING,
  type NotificationRule,
  type Told,
  client,
  inbox,
  mail,
  minuteInUtc,
} from "./notification-rule";

type OrderEvent = EventOf<Exclude<Extract<EventType, `order.${string}`>, SaidInOrder>>;

/** That a report from the field was struck: the buyer has heard of the step that is open again. */
function ofStruck(event: EventOf<"order.report_struck">, told: Told): NotificationRule[] {
  const { service, code, buyerOrganisationId, providerOrganisationId } = event;
  const struck = { ...told, body: { ...told.body, code } };
  const facts = { milestone: `${service}.${code}` };
  const buyer = { to: { organisationId: buyerOrganisationId }, roles: BUYING } as const;
  return [
    client({ organisationId: providerOrganisationId }, struck),
    inbox(struck)({ ...buyer, kind: "order_report_struck", facts }),
  ];
}

export function ofOrder(event: OrderEvent): NotificationRule[] {
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
      const isDelivery = event.isDelivery ?? event.state === "delivered";
      return [
        client(provider, reported),
        isDelivery
          ? mail(reported)({ to: buyer, roles: BUYING, kind: "order_delivered", facts })
          : inbox(reported)({ to: buyer, roles: BUYING, kind: "order_milestone", facts }),
      ];
    }
    case "order.step_late": {
      const late = { ...told, body: { ...body, code: event.code, dueAt: event.dueAt } };
      const facts = { milestone: `${service}.${event.code}`, until: minuteInUtc(event.dueAt) };
      return [client(provider, late), mail(late)({ to: buyer, roles: BUYING, kind: "order_step_late", facts })];
    }
    case "order.report_struck":
      return ofStruck(event, told);
    case "order.evidence_added":
      // It stands with the step, of which both have heard.
      return [];
    case "order.accepted": {
      const accepted = { ...told, body: { ...body, state: event.state } };
      const kind = event.isByRuling
        ? "order_ruled_accepted"
        : event.isAutomatic
          ? "order_auto_accepted"
          : "order_accepted";
      return [
        mail(accepted)({ to: provider, roles: FULFILLING, kind }),
        event.isAutomatic ? inbox(accepted)({ to: buyer, roles: BUYING, kind }) : client(buyer, accepted),
      ];
    }
    case "order.changes_requested":
      return [client(buyer, told), mail(told)({ to: provider, roles: FULFILLING, kind: "changes_requested" })];
    case "order.held":
    case "order.resumed": {
      const isHeld = event.type === "order.held";
      if (event.type === "order.resumed" && event.isStopped) return [client(provider, told), client(buyer, told)];
      const kind = isHeld ? "order_held" : "order_resumed";
      return [
        mail(told)({ to: provider, roles: FULFILLING, kind }),
        (isHeld ? mail : inbox)(told)({ to: buyer, roles: BUYING, kind }),
      ];
    }
    case "order.exception_raised":
    case "order.exception_ended":
      return ofException(event, told);
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

function ofException(
  event: EventOf<"order.exception_raised" | "order.exception_ended">,
  { body, ...told }: Told,
): NotificationRule[] {
  const kind = event.type === "order.exception_raised" ? "order_exception" : "order_exception_ended";
  const stopped = { ...told, body: { ...body, reason: event.reason } };
  const facts = { delay: event.reason, reason: event.words };
  const isBuyers = event.by === "buyer";
  const provider = { organisationId: event.providerOrganisationId };
  return [
    (isBuyers ? mail : inbox)(stopped)({ to: provider, roles: FULFILLING, kind, facts }),
    (isBuyers ? inbox : mail)(stopped)({
      to: { organisationId: event.buyerOrganisationId },
      roles: BUYING,
      kind,
      facts,
    }),
  ];
}
