import type { EventOf, EventType } from "../events";
import { unreachable } from "../../shared/assert";
import type { Hearing } from "../hearing";
import { BUYING, client, FULFILLING, inbox, mail } from "./told";

type DeclarationEvent = EventOf<Extract<EventType, `declaration.${string}`>>;

/** What moves a step of the order is told with that step; here is told what waits for somebody, and what the customs have done beside. */
export function ofDeclaration(event: DeclarationEvent): Hearing[] {
  const { orderId, reference, dealId, service, declarationId, side } = event;
  const buyer = { organisationId: event.buyerOrganisationId };
  const provider = { organisationId: event.providerOrganisationId };
  const body = { orderId, reference, dealId, service, declarationId, side };
  const told = { body, facts: { reference, side }, href: `/orders/${orderId}#clearance` };
  switch (event.type) {
    case "declaration.drafted":
      return [mail(told)({ to: buyer, roles: BUYING, kind: "declaration_drafted" }), client(provider, told)];
    case "declaration.returned":
      return [mail(told)({ to: provider, roles: FULFILLING, kind: "declaration_returned" }), client(buyer, told)];
    case "declaration.approved":
      return [mail(told)({ to: provider, roles: FULFILLING, kind: "declaration_approved" }), client(buyer, told)];
    case "declaration.questioned": {
      const { answersBy, answerBy } = event;
      const asked = { ...told, body: { ...body, answersBy, ...(answerBy === null ? {} : { answerBy }) } };
      return answersBy === "buyer"
        ? [mail(asked)({ to: buyer, roles: BUYING, kind: "declaration_questioned" }), client(provider, asked)]
        : [client(provider, asked), client(buyer, asked)];
    }
    case "declaration.answered":
      return [inbox(told)({ to: provider, roles: FULFILLING, kind: "declaration_answered" }), client(buyer, told)];
    case "declaration.inspected":
      return [inbox(told)({ to: buyer, roles: BUYING, kind: "declaration_inspected" }), client(provider, told)];
    case "declaration.assessed":
      return [inbox(told)({ to: buyer, roles: BUYING, kind: "declaration_assessed" }), client(provider, told)];
    case "declaration.refused":
      return [mail(told)({ to: buyer, roles: BUYING, kind: "declaration_refused" }), client(provider, told)];
    case "declaration.filed":
    case "declaration.paid":
    case "declaration.released":
      return [client(buyer, told), client(provider, told)];
    default:
      return unreachable(event);
  }
}
