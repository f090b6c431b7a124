import type { DomainEvent, EventOf } from "./events";
import { unreachable } from "../shared/assert";
import type { Hearing } from "./hearing";
import { ofBid } from "./hearings/of-bid";
import { ofChain } from "./hearings/of-chain";
import { ofDispute } from "./hearings/of-dispute";
import { ofInspection } from "./hearings/of-inspection";
import { ofDeclaration } from "./hearings/of-declaration";
import { ofHub } from "./hearings/of-hub";
import { ofOrder } from "./hearings/of-order";
import { ofPayment } from "./hearings/of-payment";
import { ofQuestion } from "./hearings/of-question";
import { ofRequest } from "./hearings/of-request";
import { ofDelay, ofSlot } from "./hearings/of-slot";
import { inbox, mail } from "./hearings/told";

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

type OfRoom<Room extends string> = Extract<DomainEvent, { type: `${Room}.${string}` }>;

const isOf = <const Room extends string>(event: DomainEvent, room: Room): event is OfRoom<Room> =>
  event.type.startsWith(`${room}.`);

/**
 * Who hears of an event, and which sentence they read. Nobody is told what they may not see: a buyer hears that a bid came, not
 * whose; who lost hears that, not to whom. What only one person may know (a reset, an invitation) is mailed by its command.
 */
export function hearingsOf(event: DomainEvent): readonly Hearing[] {
  if (isOf(event, "request")) return ofRequest(event);
  if (isOf(event, "question")) return ofQuestion(event);
  if (isOf(event, "bid")) return ofBid(event);
  if (isOf(event, "order")) return ofOrder(event);
  if (isOf(event, "inspection")) return ofInspection(event);
  if (isOf(event, "declaration")) return ofDeclaration(event);
  if (isOf(event, "payment")) return ofPayment(event);
  if (isOf(event, "slot")) return ofSlot(event);
  if (isOf(event, "delay")) return ofDelay(event);
  if (isOf(event, "dispute")) return ofDispute(event);
  if (isOf(event, "chain")) return ofChain(event);
  if (isOf(event, "hub")) return ofHub(event);
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
    case "file.infected":
      return ofInfection(event);
    default:
      return unreachable(event);
  }
}
