import type { EventOf, EventType } from "../events";
import { unreachable } from "../../shared/assert";
import type { Hearing } from "../hearing";
import { BUYING, client, FULFILLING, inbox, mail } from "./told";

type DisputeEvent = EventOf<Extract<EventType, `dispute.${string}`>>;

/** Both parties, each in its own people; administrators from the escalation on, since before that it is between the two. */
export function ofDispute(event: DisputeEvent): Hearing[] {
  const { orderId, reference, dealId, service, disputeId, buyerOrganisationId, providerOrganisationId } = event;
  const body = { orderId, reference, dealId, service, disputeId };
  const told = { body, facts: { reference, service }, href: `/orders/${orderId}/dispute` };
  const sides = [
    { to: { organisationId: buyerOrganisationId }, roles: BUYING },
    { to: { organisationId: providerOrganisationId }, roles: FULFILLING },
  ];
  switch (event.type) {
    case "dispute.opened":
    case "dispute.said": {
      const [own, other] = sides[0]?.to.organisationId === event.byOrganisationId ? sides : [...sides].reverse();
      if (!own || !other) return [];
      return [
        client(own.to, told),
        event.type === "dispute.opened"
          ? mail(told)({ ...other, kind: "dispute_opened" })
          : inbox(told)({ ...other, kind: "dispute_said" }),
      ];
    }
    case "dispute.escalated": {
      const toDecide = { ...told, href: `/admin/disputes/${disputeId}` };
      return [
        ...sides.map((side) => mail(told)({ ...side, kind: "dispute_escalated" })),
        inbox(toDecide)({ to: { platform: true }, roles: ["administrator"], kind: "dispute_to_decide" }),
      ];
    }
    case "dispute.ended": {
      const kind = event.isAgreed ? "dispute_settled" : "dispute_decided";
      return sides.map((side) => mail(told)({ ...side, kind }));
    }
    default:
      return unreachable(event);
  }
}
