import type { DomainEvent, EventOf } from "../events";
import { unreachable } from "../shared/assert";
import type { Hearing } from "./hearing";
import { ofBid } from "./hearings/of-bid";
import { ofDispute } from "./hearings/of-dispute";
import { ofGate } from "./hearings/of-gate";
import { ofInspection } from "./hearings/of-inspection";
import { ofOrder } from "./hearings/of-order";
import { ofQuestion } from "./hearings/of-question";
import { ofRequest } from "./hearings/of-request";
import { ofDelay, ofSlot } from "./hearings/of-slot";
import { FULFILLING, inbox, mail } from "./hearings/told";

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

/** The page of what a file is attached to; a visit has none of its own that its id would name. */
function hrefOfSubject(kind: EventOf<"file.infected">["subjectKind"], id: string | null): string {
  if (kind === "inspection") return "/orders";
  return id === null ? "/" : `/${kind === "order" ? "orders" : "requests"}/${id}`;
}

/** Its organisation alone: whoever else could have had the file was never shown it. */
const ofInfection = ({ fileId, organisationId, subjectKind, subjectId }: EventOf<"file.infected">): Hearing[] => [
  mail({
    body: { fileId },
    facts: {},
    href: hrefOfSubject(subjectKind, subjectId),
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
    case "order.changes_requested":
    case "order.held":
    case "order.resumed":
    case "order.completed":
    case "order.cancelled":
    case "order.exception_raised":
    case "order.exception_ended":
      return ofOrder(event);
    case "inspection.booked":
    case "inspection.checked_in":
    case "inspection.checked_out":
    case "inspection.reported":
    case "inspection.decided":
    case "inspection.photo_reused":
      return ofInspection(event);
    case "dispute.opened":
    case "dispute.said":
    case "dispute.escalated":
    case "dispute.ended":
      return ofDispute(event);
    case "slot.requested":
    case "slot.confirmed":
    case "slot.changed":
    case "slot.marked":
    case "slot.cancelled":
    case "slot.forfeited":
      return ofSlot(event);
    case "delay.reported":
    case "delay.changed":
    case "delay.objected":
      return ofDelay(event);
    case "chain.changed":
      return [];
    case "chain.gate_opened":
    case "chain.gate_closed":
    case "chain.gate_waived":
      return ofGate(event);
    case "file.infected":
      return ofInfection(event);
    default:
      return unreachable(event);
  }
}
