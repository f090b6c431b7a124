import type { DomainEvent } from "@/domain/notices/events";
import { dayOf, instant, type LocalDate } from "@/domain/shared/time";

export const request = {
  requestId: "r",
  reference: "KR-1",
  dealId: "d",
  service: "logistics",
  buyerOrganisationId: "buyer",
} as const;
export const bid = { ...request, bidId: "b", providerOrganisationId: "provider" } as const;
const deal = { dealId: "deal", reference: "KD-1", buyerOrganisationId: "buyer" };
const gate = { ...deal, gate: "inspection>logistics.picked_up", providerOrganisationIds: ["provider"] };
const unprovided = { ...deal, providerOrganisationIds: ["provider"] };
const reroute = {
  ...{ ...deal, number: 1, hubId: "alashankou", hubEn: "Alashankou", hubZh: "阿拉山口" },
  providerOrganisationId: "carrier",
};
export const order = {
  orderId: "o",
  reference: "KO-1",
  dealId: "d",
  service: "customs",
  buyerOrganisationId: "buyer",
  providerOrganisationId: "provider",
} as const;
type Row = readonly [DomainEvent, readonly string[]];
const disputed = { ...order, disputeId: "dispute" };

const { requestId: ofRequestId, ...ofBid } = bid;
const thread = { ...ofBid, ofRequestId };

const slot = { ...order, slotId: "s", number: 1 } as const;
const delay = { ...order, segmentId: "g", reason: "queue" } as const;

export const declaration = { ...order, declarationId: "x", side: "import" } as const;
export const sending = { ...order, service: "payment", remittanceId: "s", attempt: 1 } as const;
export const lock = { ...order, service: "payment", lockId: "l", number: 1 } as const;

const visit = { ...order, service: "inspection", round: 1 } as const;

const hub = { hubId: "horgos", hubEn: "Horgos", hubZh: "霍尔果斯" } as const;
const closure = {
  ...hub,
  closureId: "c",
  mode: "road",
  from: instant(Date.UTC(2026, 1, 15, 16)),
  to: instant(Date.UTC(2026, 1, 18, 16)),
  zone: "Asia/Shanghai",
  reason: "Spring Festival",
} as const;

/** Events of every kind, each with who reads which sentence of it; `+` where it also goes by mail. */
export const TABLE: readonly Row[] = [
  [{ type: "user.signed_up", userId: "u" }, []],
  [{ type: "user.reset_asked", userId: "u" }, []],
  [{ type: "organisation.created", organisationId: "o", userId: "u" }, []],
  [{ type: "member.invited", organisationId: "o", invitationId: "i" }, []],
  [
    { type: "file.infected", fileId: "f", organisationId: "o", subjectKind: "bid", subjectId: "r" },
    ["o: file_infected+"],
  ],
  [{ type: "hub.closed", ...closure }, ["crossingAt: hub_closed", "watchingHub: hub_closed"]],
  [{ type: "hub.reopened", ...closure, mode: null }, ["crossingAt: hub_reopened", "watchingHub: hub_reopened"]],
  [
    {
      type: "hub.state_entered",
      ...hub,
      mode: "road",
      queueHours: 51.4,
      previousQueueHours: 39.4,
      openHoursPerDay: 24,
    },
    ["crossingAt: hub_wait_changed", "watchingHub: hub_wait_changed"],
  ],
  [
    {
      type: "hub.state_entered",
      ...hub,
      mode: "road",
      queueHours: 51.4,
      previousQueueHours: null,
      openHoursPerDay: 24,
    },
    ["crossingAt: hub_wait_changed", "watchingHub: hub_wait_changed"],
  ],
  // Of a crossing that is open for twelve hours six are half a day.
  [
    { type: "hub.state_entered", ...hub, mode: "road", queueHours: 13.4, previousQueueHours: 7.4, openHoursPerDay: 12 },
    ["crossingAt: hub_wait_changed", "watchingHub: hub_wait_changed"],
  ],
  // Less than half a day is no news to people; programs hear it.
  [
    {
      type: "hub.state_entered",
      ...hub,
      mode: "road",
      queueHours: 51.4,
      previousQueueHours: 39.5,
      openHoursPerDay: 24,
    },
    [],
  ],
  [{ type: "organisation.suspended", organisationId: "o" }, ["o: organisation_suspended+"]],
  [
    { type: "request.published", invitedOrganisationIds: ["p1", "p2"], ...request },
    ["p1: request_invited+", "p2: request_invited+", "searchersOf: search_found+", "listedFor: request_listed"],
  ],
  [{ type: "request.held_for_review", ...request }, ["platform: request_to_review+", "buyer: request_held"]],
  [
    { type: "request.changed", invitedOrganisationIds: ["p1"], isSpecChanged: true, ...request },
    ["unbidOn: request_changed"],
  ],
  [
    { type: "request.changed", invitedOrganisationIds: ["p1"], isSpecChanged: false, ...request },
    ["unbidOn: request_changed", "standingOn: request_times_moved"],
  ],
  [
    { type: "request.closed", bidCount: 3, root: "ab", ...request },
    ["buyer: request_closed", "biddersOf: request_closed_to_bidder+"],
  ],
  [{ type: "request.opened", bidCount: 3, root: "ab", ...request }, ["buyer: request_opened+"]],
  [
    { type: "request.extended", closesAt: instant(2), previousClosesAt: instant(1), count: 1, ...request },
    ["biddersOf: request_extended", "buyer: request_extended"],
  ],
  [{ type: "request.ended", state: "no_bids", reason: "", ...request }, ["buyer: request_no_bids+"]],
  [
    { type: "request.ended", state: "no_decision", reason: "", ...request },
    ["buyer: request_no_decision+", "biddersOf: request_undecided+"],
  ],
  [
    { type: "request.ended", state: "cancelled", reason: "x", ...request },
    ["biddersOf: request_cancelled+", "invitedUnbidOn: request_cancelled"],
  ],
  [{ type: "bid.went_stale", amendment: 2, closesAt: 0, ...bid }, ["provider: bid_went_stale+"]],
  [{ type: "bid.confirmed", version: 2, amendment: 2, ...bid }, []],
  [{ type: "bid.lost", isUnconfirmed: true, ...bid }, ["provider: bid_unconfirmed+"]],
  [
    { type: "request.ended", state: "cancelled", reason: "x", code: "over_budget", isRejection: true, ...request },
    ["biddersOf: request_rejected+", "invitedUnbidOn: request_cancelled"],
  ],
  [{ type: "request.decision_extended", decideBy: instant(0), ...request }, ["biddersOf: decision_extended+"]],
  [{ type: "request.decision_due", decideBy: instant(0), ...request }, ["buyer: decision_due+"]],
  [{ type: "organisation.checked", organisationId: "o", outcome: "found" }, ["o: organisation_checked"]],
  [{ type: "organisation.checked", organisationId: "o", outcome: "taken_back" }, ["o: organisation_check_ended"]],
  [
    { type: "organisation.check_ends", organisationId: "o", end: "ending", expiresOn: "2026-12-30" as LocalDate },
    ["o: organisation_check_ending+"],
  ],
  [
    { type: "organisation.check_ends", organisationId: "o", end: "lapsed", expiresOn: "2026-11-30" as LocalDate },
    ["o: organisation_check_lapsed+"],
  ],
  ...(["week", "day"] as const).map(
    (end): Row => [
      { type: "organisation.check_ends", organisationId: "o", end, expiresOn: "2026-12-30" as LocalDate },
      ["o: organisation_check_ending+"],
    ],
  ),
  [{ type: "organisation.check_questioned", organisationId: "o" }, ["o: organisation_check_question+"]],
  [{ type: "organisation.check_declined", organisationId: "o" }, ["o: organisation_check_declined+"]],
  [
    { type: "organisation.check_waits", organisationId: "o", caseId: "c", isSecond: false },
    ["platform: check_to_take"],
  ],
  [
    { type: "organisation.check_waits", organisationId: "o", caseId: "c", isSecond: true },
    ["platform: check_to_confirm"],
  ],
  [{ type: "organisation.restricted", organisationId: "o", isLifted: false }, ["o: organisation_restricted+"]],
  [{ type: "organisation.restricted", organisationId: "o", isLifted: true }, ["o: organisation_released"]],
  [{ type: "question.asked", questionId: "q", ...request }, ["buyer: question_asked+"]],
  [{ type: "question.answered", questionId: "q", number: 1, ...request }, ["partakersOf: question_answered"]],
  [{ type: "question.answered", questionId: "q", number: 2, ...request }, ["partakersOf: question_corrected"]],
  [{ type: "bid.scored", criteria: 2, ...bid }, []],
  [{ type: "bid.submitted", version: 1, ...bid }, ["buyer: bid_received"]],
  [{ type: "bid.submitted", version: 2, ...bid }, []],
  [{ type: "bid.withdrawn", ...bid }, ["buyer: bid_withdrawn"]],
  [{ type: "bid.countered", by: "buyer", round: 1, ...bid }, ["provider: bid_countered+"]],
  [{ type: "bid.countered", by: "provider", round: 1, ...bid }, ["buyer: bid_countered+"]],
  [{ type: "bid.counter_ended", by: "provider", round: 1, state: "declined", ...bid }, ["buyer: counter_declined"]],
  [
    { type: "bid.counter_ended", by: "buyer", round: 1, state: "lapsed", ...bid },
    ["buyer: counter_lapsed", "provider: counter_lapsed"],
  ],
  [{ type: "bid.won", orderId: "o", ...bid }, ["provider: bid_won+"]],
  [{ type: "bid.lost", ...bid }, ["beaten provider: bid_lost+"]],
  [{ type: "bid.cure_asked", code: "document_missing", cureEndsAt: instant(0), ...bid }, ["provider: cure_asked+"]],
  [{ type: "bid.cure_sent", code: "document_missing", cureEndsAt: instant(0), ...bid }, ["buyer: cure_sent+"]],
  [{ type: "bid.cure_accepted", code: "document_missing", isAutomatic: false, ...bid }, ["provider: cure_accepted+"]],
  [
    { type: "bid.cure_accepted", code: "document_missing", isAutomatic: true, ...bid },
    ["provider: cure_accepted+", "buyer: cure_taken"],
  ],
  [{ type: "bid.disqualified", code: "other", isAutomatic: false, ...bid }, ["provider: bid_disqualified+"]],
  [
    { type: "bid.disqualified", code: "document_missing", isAutomatic: true, ...bid },
    ["provider: bid_disqualified+", "buyer: bid_out"],
  ],
  [{ type: "bid.prolonged", version: 2, ...bid }, ["buyer: bid_prolonged"]],
  [{ type: "order.placed", ...order }, ["buyer: order_placed"]],
  [{ type: "order.report_struck", code: "picked_up", ...order }, ["buyer: order_report_struck"]],
  [{ type: "order.evidence_added", code: "picked_up", ...order }, []],
  [{ type: "order.step_late", code: "filed", dueAt: instant(0), ...order }, ["buyer: order_step_late+"]],
  [{ type: "order.milestone_reported", code: "filed", state: "in_progress", ...order }, ["buyer: order_milestone"]],
  [
    { type: "order.milestone_reported", code: "released", state: "delivered", isDelivery: true, ...order },
    ["buyer: order_delivered+"],
  ],
  // A step that is told late leaves the order delivered, and asks nobody to accept once more.
  [
    { type: "order.milestone_reported", code: "inspected", state: "delivered", isDelivery: false, ...order },
    ["buyer: order_milestone"],
  ],
  // From before events said it.
  [{ type: "order.milestone_reported", code: "released", state: "delivered", ...order }, ["buyer: order_delivered+"]],
  [{ type: "order.accepted", state: "accepted", isAutomatic: false, ...order }, ["provider: order_accepted+"]],
  [
    { type: "order.accepted", state: "accepted", isAutomatic: false, isByRuling: true, ...order },
    ["provider: order_ruled_accepted+"],
  ],
  [
    { type: "order.accepted", state: "accepted", isAutomatic: true, ...order },
    ["provider: order_auto_accepted+", "buyer: order_auto_accepted"],
  ],
  [
    { type: "order.held", gates: ["inspection>logistics.picked_up"], ...order },
    ["provider: order_held+", "buyer: order_held+"],
  ],
  [{ type: "order.changes_requested", round: 1, ...order }, ["provider: changes_requested+"]],
  [{ type: "thread.written", by: "buyer", seq: 1, ...thread }, ["provider: thread_message+"]],
  [{ type: "thread.reminded", by: "provider", ...thread }, ["buyer: thread_reminder+"]],
  [{ type: "order.written", by: "provider", seq: 2, bidId: "b", ...order }, ["buyer: thread_message+"]],
  [{ type: "order.reminded", by: "buyer", bidId: "b", ...order }, ["provider: thread_reminder+"]],
  [{ type: "dispute.opened", code: "late", byOrganisationId: "provider", ...disputed }, ["buyer: dispute_opened+"]],
  [{ type: "dispute.said", byOrganisationId: "buyer", isOffer: false, ...disputed }, ["provider: dispute_said"]],
  [
    { type: "dispute.escalated", decideBy: instant(0), isAutomatic: true, ...disputed },
    ["buyer: dispute_escalated+", "provider: dispute_escalated+", "platform: dispute_to_decide"],
  ],
  [
    { type: "dispute.ended", outcome: "split", effect: "goes_on", isAgreed: true, ...disputed },
    ["buyer: dispute_settled+", "provider: dispute_settled+"],
  ],
  [
    { type: "dispute.ended", outcome: "split", effect: "goes_on", isAgreed: false, ...disputed },
    ["buyer: dispute_decided+", "provider: dispute_decided+"],
  ],
  [{ type: "order.resumed", ...order }, ["provider: order_resumed+", "buyer: order_resumed"]],
  [{ type: "order.resumed", isStopped: true, ...order }, []],
  [{ type: "chain.changed", ...deal }, []],
  [{ type: "chain.gate_opened", ...gate }, ["provider: gate_opened"]],
  [{ type: "chain.gate_closed", ...gate }, []],
  [{ type: "chain.gate_waived", reason: "x", ...gate }, ["provider: gate_waived+"]],
  [{ type: "chain.need_stated", need: "customs.filed", service: "customs", ...unprovided }, ["provider: need_stated"]],
  [
    {
      ...{ type: "chain.need_stated", need: "customs.released", service: "customs", ...unprovided },
      release: { number: "120128000123", releasedOn: dayOf(instant(0)), reason: "x" },
    },
    ["provider: release_stated+"],
  ],
  [
    { type: "chain.fallback_chosen", service: "customs", fallback: "again", ...unprovided },
    ["provider: service_asked_again+"],
  ],
  [
    { type: "chain.fallback_chosen", service: "customs", fallback: "self", ...unprovided },
    ["provider: service_done_by_buyer+"],
  ],
  [
    { type: "chain.fallback_chosen", service: "customs", fallback: "dropped", ...unprovided },
    ["provider: service_dropped+"],
  ],
  [{ type: "chain.reroute_asked", reason: "x", by: "buyer", ...reroute }, ["carrier: reroute_asked+"]],
  [{ type: "chain.reroute_asked", reason: "x", by: "provider", ...reroute }, ["buyer: reroute_asked+"]],
  [
    { type: "chain.reroute_ended", outcome: "agreed", by: "buyer", otherOrganisationIds: ["broker"], ...reroute },
    ["buyer: reroute_agreed+", "broker: route_changed+"],
  ],
  [
    { type: "chain.reroute_ended", outcome: "declined", by: "provider", otherOrganisationIds: [], ...reroute },
    ["carrier: reroute_declined+"],
  ],
  [{ type: "chain.reroute_ended", outcome: "withdrawn", by: "buyer", otherOrganisationIds: [], ...reroute }, []],
  [{ type: "order.completed", ...order }, ["buyer: order_completed"]],
  [{ type: "order.cancelled", reason: "x", ...order }, ["provider: order_cancelled+"]],
  [{ type: "order.held", gates: ["a>b"], ...order }, ["provider: order_held+", "buyer: order_held+"]],
  [{ type: "order.resumed", ...order }, ["provider: order_resumed+", "buyer: order_resumed"]],
  [{ type: "chain.changed", dealId: "d", reference: "KD-1", buyerOrganisationId: "buyer" }, []],
  [
    {
      type: "chain.gate_waived",
      ...{ dealId: "d", reference: "KD-1", buyerOrganisationId: "buyer", gate: "a>b", reason: "x" },
      providerOrganisationIds: ["provider"],
    },
    ["provider: gate_waived+"],
  ],
  [
    { type: "order.exception_raised", reason: "vehicle", words: "x", by: "provider", ...order },
    ["provider: order_exception", "buyer: order_exception+"],
  ],
  [
    { type: "order.exception_raised", reason: "documents", words: "x", by: "buyer", ...order },
    ["provider: order_exception+", "buyer: order_exception"],
  ],
  [
    { type: "order.exception_ended", reason: "vehicle", words: "", by: "provider", ...order },
    ["provider: order_exception_ended", "buyer: order_exception_ended+"],
  ],
  [{ type: "slot.requested", atFault: null, by: "provider", ...slot }, ["buyer: slot_requested"]],
  [{ type: "slot.requested", atFault: "buyer", by: "buyer", ...slot }, ["provider: slot_requested"]],
  [{ type: "slot.confirmed", by: "provider", ...slot }, ["buyer: slot_confirmed"]],
  [{ type: "slot.changed", what: "drivers", by: "provider", ...slot }, []],
  [{ type: "slot.marked", state: "in", by: "provider", ...slot }, []],
  [{ type: "slot.cancelled", reason: "x", by: "provider", ...slot }, ["buyer: slot_cancelled"]],
  [{ type: "slot.cancelled", reason: "", by: null, ...slot }, ["buyer: slot_lapsed", "provider: slot_lapsed"]],
  [{ type: "slot.forfeited", by: null, ...slot }, ["buyer: slot_forfeited+", "provider: slot_forfeited+"]],
  [{ type: "delay.reported", by: "provider", ...delay }, ["buyer: delay_reported+"]],
  [{ type: "delay.changed", change: "ended", by: "provider", ...delay }, []],
  [{ type: "delay.objected", by: "buyer", ...delay }, ["provider: delay_objected+"]],
  [{ type: "declaration.drafted", ...declaration }, ["buyer: declaration_drafted+"]],
  [{ type: "declaration.returned", ...declaration }, ["provider: declaration_returned+"]],
  [{ type: "declaration.approved", ...declaration }, ["provider: declaration_approved+"]],
  [{ type: "declaration.filed", ...declaration }, []],
  [
    { type: "declaration.questioned", answersBy: "buyer", answerBy: instant(1), ...declaration },
    ["buyer: declaration_questioned+"],
  ],
  [{ type: "declaration.questioned", answersBy: "provider", answerBy: null, ...declaration }, []],
  [{ type: "declaration.answered", ...declaration }, ["provider: declaration_answered"]],
  [{ type: "declaration.inspected", ...declaration }, ["buyer: declaration_inspected"]],
  [{ type: "declaration.assessed", ...declaration }, ["buyer: declaration_assessed"]],
  [{ type: "declaration.paid", ...declaration }, []],
  [{ type: "declaration.released", ...declaration }, []],
  [{ type: "declaration.refused", ...declaration }, ["buyer: declaration_refused+"]],
  [{ type: "payment.locked", expiresAt: instant(1), needsConfirmation: false, ...lock }, ["buyer: payment_locked"]],
  [
    { type: "payment.locked", expiresAt: instant(1), needsConfirmation: true, ...lock },
    ["buyer: payment_lock_to_confirm+"],
  ],
  [{ type: "payment.lock_confirmed", ...lock }, ["provider: payment_lock_confirmed+"]],
  [{ type: "payment.funds_short", ...order, service: "payment" }, ["buyer: payment_funds_short+"]],
  [{ type: "payment.funds_returned", ...order, service: "payment" }, ["buyer: payment_funds_returned+"]],
  [{ type: "payment.payer", stage: "held", ...order, service: "payment" }, ["buyer: payment_payer_held"]],
  [{ type: "payment.payer", stage: "asked", ...order, service: "payment" }, ["buyer: payment_payer_asked+"]],
  [{ type: "payment.payer", stage: "explained", ...order, service: "payment" }, ["provider: payment_payer_explained+"]],
  [{ type: "payment.payer", stage: "accepted", ...order, service: "payment" }, ["buyer: payment_payer_accepted"]],
  [{ type: "payment.payer", stage: "returned", ...order, service: "payment" }, ["buyer: payment_payer_returned+"]],
  [{ type: "payment.surplus", stage: "received", ...order, service: "payment" }, ["buyer: payment_surplus_received"]],
  [{ type: "payment.surplus", stage: "returned", ...order, service: "payment" }, ["buyer: payment_surplus_returned+"]],
  [{ type: "payment.surplus", stage: "asked", ...order, service: "payment" }, ["buyer: payment_surplus_asked+"]],
  [{ type: "payment.surplus", stage: "kept", ...order, service: "payment" }, ["provider: payment_surplus_kept+"]],
  [
    { type: "payment.surplus", stage: "declined", ...order, service: "payment" },
    ["provider: payment_surplus_declined+"],
  ],
  [{ type: "payment.sent", ...sending }, []],
  [{ type: "payment.sent", ...sending, attempt: 2 }, ["buyer: payment_sent_again"]],
  [{ type: "payment.received", ...sending }, []],
  [{ type: "payment.frozen", reason: "other", ...sending }, ["buyer: payment_frozen+"]],
  [{ type: "payment.unfrozen", ...sending }, ["buyer: payment_unfrozen"]],
  [{ type: "payment.recalled", reason: "other", ...sending }, ["buyer: payment_recalled"]],
  [
    { type: "payment.returned", reason: "account_closed", borneBy: "open", ...sending },
    ["buyer: payment_returned_payee+"],
  ],
  [{ type: "payment.payee", ...sending }, ["provider: payment_payee+"]],
  [{ type: "payment.returned", reason: "other", borneBy: "open", ...sending }, ["buyer: payment_returned+"]],
  [{ type: "payment.cost_borne", borneBy: "payer", ...sending }, ["provider: payment_cost_borne_by_buyer"]],
  [{ type: "payment.cost_borne", borneBy: "provider", ...sending }, ["buyer: payment_cost_borne_by_provider"]],
  [
    { type: "inspection.booked", plannedDay: dayOf(instant(Date.UTC(2026, 1, 16))), ...visit },
    ["buyer: inspection_booked"],
  ],
  [{ type: "inspection.checked_in", ...visit }, ["buyer: inspection_began"]],
  [{ type: "inspection.checked_out", ...visit }, []],
  [{ type: "inspection.reported", verdict: "pass", ...visit }, ["buyer: inspection_passed"]],
  [{ type: "inspection.reported", verdict: "fail", ...visit }, ["buyer: inspection_failed"]],
  [{ type: "inspection.reported", verdict: "pending", ...visit }, ["buyer: inspection_pending"]],
  [{ type: "inspection.decided", decision: "accept", ...visit }, ["provider: goods_accepted+"]],
  [{ type: "inspection.decided", decision: "waive", ...visit }, ["provider: goods_waived+"]],
  [{ type: "inspection.decided", decision: "reject", ...visit }, ["provider: goods_refused+"]],
  [{ type: "inspection.decided", decision: "reinspect", ...visit }, ["provider: reinspection_asked+"]],
  [
    { type: "inspection.photo_reused", ...visit },
    ["buyer: photo_reused", "provider: photo_reused", "platform: photo_reused"],
  ],
];
