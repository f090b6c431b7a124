import type { EventOf, EventType } from "./events";
import { unreachable } from "../shared/result";
import { BUYING, FULFILLING, type NotificationRule, type NoticeKind, client, inbox, mail } from "./notification-rule";

type InspectionEvent = EventOf<Extract<EventType, `inspection.${string}`>>;

const OF_VERDICT = {
  pass: "inspection_passed",
  fail: "inspection_failed",
  pending: "inspection_pending",
} as const satisfies Record<EventOf<"inspection.reported">["verdict"], NoticeKind>;

const OF_DECISION = {
  accept: "goods_accepted",
  waive: "goods_waived",
  reject: "goods_refused",
  reinspect: "reinspection_asked",
} as const satisfies Record<EventOf<"inspection.decided">["decision"], NoticeKind>;

/** Who hears of a visit to the goods. The report itself is mailed with the order's delivery; a photo that is not new is the market's concern too. */
export function ofInspection(event: InspectionEvent): NotificationRule[] {
  const { orderId, reference, dealId, service } = event;
  const buyer = { organisationId: event.buyerOrganisationId };
  const provider = { organisationId: event.providerOrganisationId };
  const body = { orderId, reference, dealId, service };
  const told = { body, facts: { reference }, href: `/orders/${orderId}/inspection` };
  switch (event.type) {
    case "inspection.booked": {
      const booked = { ...told, body: { ...body, round: event.round, plannedDay: event.plannedDay } };
      const facts = { day: event.plannedDay };
      return [client(provider, booked), inbox(booked)({ to: buyer, roles: BUYING, kind: "inspection_booked", facts })];
    }
    case "inspection.checked_in":
    case "inspection.checked_out": {
      const visited = { ...told, body: { ...body, round: event.round } };
      if (event.type === "inspection.checked_out") return [client(provider, visited), client(buyer, visited)];
      return [client(provider, visited), inbox(visited)({ to: buyer, roles: BUYING, kind: "inspection_began" })];
    }
    case "inspection.reported": {
      const reported = { ...told, body: { ...body, round: event.round, verdict: event.verdict } };
      const kind = OF_VERDICT[event.verdict];
      return [client(provider, reported), inbox(reported)({ to: buyer, roles: BUYING, kind })];
    }
    case "inspection.decided": {
      const decided = { ...told, body: { ...body, round: event.round, decision: event.decision } };
      const kind = OF_DECISION[event.decision];
      return [client(buyer, decided), mail(decided)({ to: provider, roles: FULFILLING, kind })];
    }
    case "inspection.photo_reused": {
      const flagged = inbox(told);
      return [
        flagged({ to: buyer, roles: BUYING, kind: "photo_reused" }),
        flagged({ to: provider, roles: FULFILLING, kind: "photo_reused" }),
        inbox({ ...told, href: "/admin/inspections" })({
          to: { platform: true },
          roles: ["administrator"],
          kind: "photo_reused",
        }),
      ];
    }
    default:
      return unreachable(event);
  }
}
