import type { DomainEvent, EventOf, EventType } from "./events";
import { unreachable } from "../shared/result";
import { ANYBODY, BUYING, client, FULFILLING, inbox, mail, type NotificationRule, QUOTING } from "./notification-rule";
import { ofBid } from "./bid-notices";
import { ofChain } from "./chain-notices";
import { ofInspection } from "./inspection-notices";
import { ofOrder } from "./order-notices";
import { ofPayment } from "./payment-notices";
import { ofRequest } from "./request-notices";
import { isSaid, ofSaid } from "./thread-notices";
import type { Instant } from "../shared/time";
import { wallClock } from "../shared/zones";

type SlotEvent = EventOf<Extract<EventType, `slot.${string}`>>;
type DelayEvent = EventOf<Extract<EventType, `delay.${string}`>>;

function sidesOf(event: SlotEvent | DelayEvent) {
  const buyer = { to: { organisationId: event.buyerOrganisationId }, roles: BUYING };
  const provider = { to: { organisationId: event.providerOrganisationId }, roles: FULFILLING };
  return {
    buyer,
    provider,
    own: event.by === "buyer" ? buyer : provider,
    other: event.by === "buyer" ? provider : buyer,
  };
}

/** Of a slot the side hears that did not do it; of one that was lost both, for the clock did it and waiting costs money from then on. */
export function ofSlot(event: SlotEvent): NotificationRule[] {
  const { orderId, reference, dealId, service, slotId, number } = event;
  const { buyer, provider, own, other } = sidesOf(event);
  const body = { orderId, reference, dealId, service, slotId, number };
  const told = { body, facts: { reference, number }, href: `/orders/${orderId}/slots/${slotId}` };
  switch (event.type) {
    case "slot.requested":
      return [client(own.to, told), inbox(told)({ ...other, kind: "slot_requested" })];
    case "slot.confirmed":
      return [client(own.to, told), inbox(told)({ ...other, kind: "slot_confirmed" })];
    case "slot.changed":
      return [own, other].map(({ to }) => client(to, { ...told, body: { ...body, what: event.what } }));
    case "slot.marked":
      return [own, other].map(({ to }) => client(to, { ...told, body: { ...body, state: event.state } }));
    case "slot.cancelled":
      if (event.by === null) return [buyer, provider].map((side) => inbox(told)({ ...side, kind: "slot_lapsed" }));
      return [client(own.to, told), inbox(told)({ ...other, kind: "slot_cancelled", facts: { reason: event.reason } })];
    case "slot.forfeited":
      return [buyer, provider].map((side) => mail(told)({ ...side, kind: "slot_forfeited" }));
    default:
      return unreachable(event);
  }
}

/** A reason for a wait says who pays for it, so the other side is asked whether it sees it so. */
export function ofDelay(event: DelayEvent): NotificationRule[] {
  const { orderId, reference, dealId, service, segmentId, reason } = event;
  const { own, other } = sidesOf(event);
  const body = { orderId, reference, dealId, service, segmentId, reason };
  const told = { body, facts: { reference, delay: reason }, href: `/orders/${orderId}#delay` };
  switch (event.type) {
    case "delay.reported":
      return [client(own.to, told), mail(told)({ ...other, kind: "delay_reported" })];
    case "delay.changed":
      return [own, other].map(({ to }) => client(to, { ...told, body: { ...body, change: event.change } }));
    case "delay.objected":
      return [client(own.to, told), mail(told)({ ...other, kind: "delay_objected" })];
    default:
      return unreachable(event);
  }
}

type DisputeEvent = EventOf<Extract<EventType, `dispute.${string}`>>;

/** Both parties, each in its own people; administrators from the escalation on, since before that it is between the two. */
function ofDispute(event: DisputeEvent): NotificationRule[] {
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

type DeclarationEvent = EventOf<Extract<EventType, `declaration.${string}`>>;

/** What moves a step of the order is told with that step; here is told what waits for somebody, and what the customs have done beside. */
function ofDeclaration(event: DeclarationEvent): NotificationRule[] {
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

type QuestionEvent = EventOf<Extract<EventType, `question.${string}`>>;

function ofQuestion(event: QuestionEvent): NotificationRule[] {
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

type HubEvent = EventOf<"hub.state_entered" | "hub.closed" | "hub.reopened">;

/** A change by less than half of what goes through in a day is news for programs: people would be told of every day's count. */
const isWorthTelling = ({ queueHours, previousQueueHours, openHoursPerDay }: EventOf<"hub.state_entered">): boolean =>
  previousQueueHours === null || Math.abs(queueHours - previousQueueHours) >= openHoursPerDay / 2;

/** On the clock by which it was announced: whoever reads it knows that border's, and the notice no reader's zone. */
const clock = (at: Instant, zone: string): string => wallClock(at, zone).replace("T", " ");

/** Whoever has goods that have yet to cross there; before the award nobody's plans are told of, their pages show it. */
function ofHub(event: HubEvent): NotificationRule[] {
  const { hubId, hubEn, hubZh, mode } = event;
  const to = { crossingAt: hubId, mode };
  const told = {
    body: { hubId, mode: mode ?? "all" },
    facts: { hubId, hubEn, hubZh, mode: mode ?? "all" },
    href: `/hubs/${hubId}`,
  };
  if (event.type === "hub.state_entered") {
    // Counts are of the queue out of China.
    const leaving = { ...to, direction: "export" } as const;
    const { queueHours: hours } = event;
    const counted = { ...told, body: { ...told.body, hours } };
    if (!isWorthTelling(event)) return [client(leaving, counted)];
    const previous = event.previousQueueHours ?? "none";
    const news = { kind: "hub_wait_changed", facts: { hours, previous } } as const;
    return [
      inbox(counted)({ to: leaving, roles: FULFILLING, ...news }),
      inbox(counted)({ to: { watchingHub: hubId }, roles: ANYBODY, ...news }),
    ];
  }
  const { closureId, from, to: until, zone, reason } = event;
  const times = { from: clock(from, zone), until: clock(until, zone), zone };
  const closure = { ...told, body: { ...told.body, closureId, ...times } };
  const kind = event.type === "hub.closed" ? "hub_closed" : "hub_reopened";
  const news = { kind, facts: { ...times, reason } } as const;
  return [
    inbox(closure)({ to, roles: FULFILLING, ...news }),
    inbox(closure)({ to: { watchingHub: hubId }, roles: ANYBODY, ...news }),
  ];
}

const ofSuspension = ({ organisationId }: EventOf<"organisation.suspended">): NotificationRule[] => [
  mail({ body: { organisationId }, facts: {}, href: "/" })({
    to: { organisationId },
    roles: ["owner"],
    kind: "organisation_suspended",
  }),
];

/** Where an organisation reads how its check stands, answers and asks for the next one. */
const CHECK_PAGE = "/organisation/check";

const ofCheck = ({ organisationId, outcome }: EventOf<"organisation.checked">): NotificationRule[] => [
  inbox({ body: { organisationId }, facts: {}, href: CHECK_PAGE })({
    to: { organisationId },
    roles: ["owner", "manager"],
    kind: outcome === "found" ? "organisation_checked" : "organisation_check_ended",
  }),
];

/** Its owner and managers hear it in time to ask for the next check, and when it is too late to bid as checked. */
const ofCheckEnd = ({ organisationId, end, expiresOn }: EventOf<"organisation.check_ends">): NotificationRule[] => [
  mail({ body: { organisationId, end, expiresOn }, facts: { day: expiresOn }, href: CHECK_PAGE })({
    to: { organisationId },
    roles: ["owner", "manager"],
    kind: end === "lapsed" ? "organisation_check_lapsed" : "organisation_check_ending",
  }),
];

type CaseEvent = EventOf<
  | "organisation.check_questioned"
  | "organisation.check_declined"
  | "organisation.check_waits"
  | "organisation.restricted"
>;

/** What an administrator does in a case its owner and managers hear; what waits for an administrator, the administrators. */
function ofCase(event: CaseEvent): NotificationRule[] {
  const { organisationId } = event;
  const told = { body: { organisationId }, facts: {}, href: CHECK_PAGE };
  const leaders = { to: { organisationId }, roles: ["owner", "manager"] } as const;
  switch (event.type) {
    case "organisation.check_questioned":
      return [mail(told)({ ...leaders, kind: "organisation_check_question" })];
    case "organisation.check_declined":
      return [mail(told)({ ...leaders, kind: "organisation_check_declined" })];
    case "organisation.restricted":
      return event.isLifted
        ? [inbox(told)({ ...leaders, kind: "organisation_released" })]
        : [mail(told)({ ...leaders, kind: "organisation_restricted" })];
    case "organisation.check_waits": {
      const { caseId, isSecond } = event;
      const queued = { body: { organisationId, caseId }, facts: {}, href: `/admin/checks/${caseId}` };
      const administrators = { to: { platform: true }, roles: ["administrator"] } as const;
      return [inbox(queued)({ ...administrators, kind: isSecond ? "check_to_confirm" : "check_to_take" })];
    }
    default:
      return unreachable(event);
  }
}

/** The page of what a file is attached to; a visit has none of its own that its id would name. */
function hrefOfSubject(kind: EventOf<"file.infected">["subjectKind"], id: string | null): string {
  if (kind === "inspection") return "/orders";
  if (kind === "check") return CHECK_PAGE;
  return id === null ? "/" : `/${kind === "order" ? "orders" : "requests"}/${id}`;
}

/** Its organisation alone: whoever else could have had the file was never shown it. */
const ofInfection = ({
  fileId,
  organisationId,
  subjectKind,
  subjectId,
}: EventOf<"file.infected">): NotificationRule[] => [
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
export function notificationRulesOf(event: DomainEvent): readonly NotificationRule[] {
  if (isSaid(event)) return ofSaid(event);
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
    case "organisation.check_ends":
      return ofCheckEnd(event);
    case "organisation.check_questioned":
    case "organisation.check_declined":
    case "organisation.check_waits":
    case "organisation.restricted":
      return ofCase(event);
    case "file.infected":
      return ofInfection(event);
    default:
      return unreachable(event);
  }
}
