import type { EventOf, EventType } from "../events";
import { unreachable } from "../../shared/assert";
import type { Hearing } from "../hearing";
import { BUYING, client, inbox, mail, QUOTING } from "./told";

type QuestionEvent = EventOf<Extract<EventType, `question.${string}`>>;

export function ofQuestion(event: QuestionEvent): Hearing[] {
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
