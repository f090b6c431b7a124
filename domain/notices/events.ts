import type { CancelCode, DisqualifyCode, RejectCode } from "../requests/reasons";
import type { DisputeCode, OrderEffect, Outcome } from "../disputes/dispute";
import type { Release } from "../orders/chain/chain-facts";
import type { Answerer, DeclarationSide, DeclarationState } from "../clearance/declaration";
import type { CheckReminder, CheckOutcome } from "../accounts/organisation-check";
import type { DelayReason } from "../orders/delay/reasons";
import type { StopReason } from "../services/work-reasons";
import type { SubjectKind } from "../files/file";
import type { Decision } from "../inspections/verdict";
import type { VerdictKind } from "../inspections/results/results";
import type { QueueChange } from "../hubs/board/queue-change";
import type { Mode } from "../hubs/place";
import type { NegotiationSide } from "../bidding/counter-offer";
import type { OrderState, Service } from "../shared/vocabulary";
import type { FreezeReason, RecallReason, ReturnReason } from "../remittance/remittance";
import type { CostBearer } from "../remittance/return-cost";
import type { RerouteState } from "../orders/reroute";
import type { Fallback, RequestState } from "../requests/request";
import type { Instant, LocalDate } from "../shared/time";
import type { Fault, Side, SlotState } from "../orders/slots/slot";

type RequestFacts = {
  requestId: string;
  reference: string;
  dealId: string;
  service: Service;
  buyerOrganisationId: string;
};
type BidFacts = RequestFacts & { bidId: string; providerOrganisationId: string };
/** What an event from before amendments were numbered does not say. */
type AmendmentFacts = {
  amendment: number;
  isSpecChanged: boolean;
  isExtended: boolean;
  staleCount: number;
  closesAt: number;
};
type OrderFacts = {
  orderId: string;
  reference: string;
  dealId: string;
  service: Service;
  buyerOrganisationId: string;
  providerOrganisationId: string;
};
/** A thread before its bid has an order. Its request has another name than elsewhere: what is said between two is in no log that others follow. */
type ThreadFacts = {
  bidId: string;
  ofRequestId: string;
  reference: string;
  dealId: string;
  service: Service;
  buyerOrganisationId: string;
  providerOrganisationId: string;
};
/** A message by its number, or a reminder; `by` is the side that wrote or reminds. */
type SaidFacts = { bidId: string; by: Side };
/** A slot by its id and its number in its order, and which side did it; null for the market's clock. */
type SlotFacts = { slotId: string; number: number; by: Side | null } & OrderFacts;
type DelayFacts = { segmentId: string; reason: DelayReason; by: Side } & OrderFacts;

type SendingFacts = { remittanceId: string; attempt: number } & OrderFacts;

type DeclarationFacts = { declarationId: string; side: DeclarationSide } & OrderFacts;
/** A declaration has come into the state, a line each. */
type DeclarationHappening =
  | ({ type: "declaration.questioned"; answersBy: Answerer; answerBy: Instant | null } & DeclarationFacts)
  | {
      [S in Exclude<DeclarationState, "questioned">]: { type: `declaration.${S}` } & DeclarationFacts;
    }[Exclude<DeclarationState, "questioned">];
/** A hub by its id and its names, which never change. */
type HubFacts = { hubId: string; hubEn: string; hubZh: string };
/** A question of a deal for another hub, by its number; `by` is the side that asked. */
type RerouteFacts = {
  dealId: string;
  reference: string;
  number: number;
  by: Side;
  buyerOrganisationId: string;
  /** The carrier's. */
  providerOrganisationId: string;
} & HubFacts;
type ClosureFacts = HubFacts & {
  closureId: string;
  /** Null for all modes. */
  mode: Mode | null;
  from: Instant;
  to: Instant;
  zone: string;
};

/**
 * Everything that can happen, a line each. Ids, names of states, times and counts; never an amount, since an event outlives a seal. `root` is that
 * of the list of receipts; events from before there were lists have none.
 */
export type DomainEvent =
  | { type: "user.signed_up"; userId: string }
  | { type: "user.reset_asked"; userId: string }
  | { type: "organisation.created"; organisationId: string; userId: string }
  | { type: "organisation.suspended"; organisationId: string }
  | { type: "organisation.checked"; organisationId: string; outcome: CheckOutcome }
  | { type: "organisation.check_ends"; organisationId: string; end: CheckReminder; expiresOn: LocalDate }
  | { type: "organisation.check_questioned"; organisationId: string }
  | { type: "organisation.check_declined"; organisationId: string }
  /** A case lies before administrators: before anybody, or before a second one who decides on what is proposed. */
  | { type: "organisation.check_waits"; organisationId: string; caseId: string; isSecond: boolean }
  | { type: "organisation.restricted"; organisationId: string; isLifted: boolean }
  | { type: "member.invited"; organisationId: string; invitationId: string }
  /** `isFurther` where it was published before and these alone are told now. */
  | ({ type: "request.published"; invitedOrganisationIds: string[]; isFurther?: true } & RequestFacts)
  | ({ type: "request.held_for_review" } & RequestFacts)
  | ({ type: "request.changed"; invitedOrganisationIds: string[] } & Partial<AmendmentFacts> & RequestFacts)
  | ({
      /** An improving bid shortly before the end of open bidding has moved it; `count` is how often that was. */
      type: "request.extended";
      closesAt: Instant;
      previousClosesAt: Instant;
      count: number;
    } & RequestFacts)
  | ({ type: "request.closed"; bidCount: number; unconfirmedCount?: number; root?: string | undefined } & RequestFacts)
  | ({ type: "request.opened"; bidCount: number; root?: string | undefined } & RequestFacts)
  | ({
      type: "request.ended";
      state: Extract<RequestState, "no_bids" | "no_decision" | "cancelled">;
      reason: string;
      /** Of the buyer's choice; absent where it chose none. */
      code?: CancelCode | RejectCode;
      /** All bids were rejected: a decision, where a cancellation is none. */
      isRejection?: boolean;
    } & RequestFacts)
  | ({ type: "request.decision_extended"; decideBy: Instant } & RequestFacts)
  | ({ type: "request.decision_due"; decideBy: Instant } & RequestFacts)
  | ({ type: "question.asked"; questionId: string } & RequestFacts)
  | ({ type: "question.answered"; questionId: string; number: number } & RequestFacts)
  | ({ type: "bid.scored"; criteria: number } & BidFacts)
  | ({ type: "bid.submitted"; version: number } & BidFacts)
  | ({ type: "bid.went_stale"; amendment: number; closesAt: number } & BidFacts)
  | ({ type: "bid.confirmed"; version: number; amendment: number } & BidFacts)
  | ({ type: "bid.withdrawn" } & BidFacts)
  | ({ type: "bid.countered"; by: NegotiationSide; round: number } & BidFacts)
  | ({ type: "bid.counter_ended"; by: NegotiationSide; round: number; state: "declined" | "lapsed" } & BidFacts)
  | ({ type: "bid.won"; orderId: string } & BidFacts)
  | ({ type: "bid.lost"; isUnconfirmed?: true } & BidFacts)
  | ({ type: "bid.cure_asked"; code: DisqualifyCode; cureEndsAt: Instant } & BidFacts)
  | ({ type: "bid.cure_sent"; code: DisqualifyCode; cureEndsAt: Instant } & BidFacts)
  | ({ type: "bid.cure_accepted"; code: DisqualifyCode; isAutomatic: boolean } & BidFacts)
  | ({ type: "bid.disqualified"; code: DisqualifyCode; isAutomatic: boolean } & BidFacts)
  | ({ type: "bid.prolonged"; version: number } & BidFacts)
  | ({ type: "order.placed" } & OrderFacts)
  /** Somebody in the field has told of a step that was reported already. */
  | ({ type: "order.evidence_added"; code: string } & OrderFacts)
  /** A report from the field was struck, and the step that it told is open again. */
  | ({ type: "order.report_struck"; code: string } & OrderFacts)
  | ({
      type: "order.milestone_reported";
      code: string;
      state: OrderState;
      /** Whether it was this step that delivered the order: a late one leaves a delivered order delivered. Events from before it was told have none. */
      isDelivery?: boolean;
    } & OrderFacts)
  /** A step whose promised time has passed is still to come; once a step. */
  | ({ type: "order.step_late"; code: string; dueAt: Instant } & OrderFacts)
  /** `isByRuling` where a dispute has ended so, by decision or by agreement: then the buyer has not accepted it itself. */
  | ({ type: "order.accepted"; state: OrderState; isAutomatic: boolean; isByRuling?: boolean } & OrderFacts)
  | ({ type: "order.changes_requested"; round: number } & OrderFacts)
  | ({ type: "dispute.opened"; disputeId: string; code: DisputeCode; byOrganisationId: string } & OrderFacts)
  | ({ type: "dispute.said"; disputeId: string; byOrganisationId: string; isOffer: boolean } & OrderFacts)
  | ({ type: "dispute.escalated"; disputeId: string; decideBy: Instant; isAutomatic: boolean } & OrderFacts)
  /** By agreement of the parties, or by decision. What it means for money the ledger reads from the dispute. */
  | ({
      type: "dispute.ended";
      disputeId: string;
      outcome: Outcome;
      effect: OrderEffect;
      isAgreed: boolean;
    } & OrderFacts)
  | ({ type: "thread.written"; seq: number } & SaidFacts & ThreadFacts)
  | ({ type: "thread.reminded" } & SaidFacts & ThreadFacts)
  /** In the thread that an order goes on with: its parties watch the order. */
  | ({ type: "order.written"; seq: number } & SaidFacts & OrderFacts)
  | ({ type: "order.reminded" } & SaidFacts & OrderFacts)
  | ({ type: "order.held"; gates: string[] } & OrderFacts)
  /** `isStopped` where another gate, an exception or a dispute keeps it all the same: then nobody is told that it goes on. */
  | ({ type: "order.resumed"; isStopped?: true } & OrderFacts)
  | ({ type: "order.completed" } & OrderFacts)
  | ({ type: "order.cancelled"; reason: string } & OrderFacts)
  | ({ type: "order.exception_raised"; reason: StopReason; words: string; by: Side } & OrderFacts)
  | ({ type: "order.exception_ended"; reason: StopReason; words: string; by: Side } & OrderFacts)
  | ({ type: "slot.requested"; atFault: Fault | null } & SlotFacts)
  | ({ type: "slot.confirmed" } & SlotFacts)
  /** Its truck, its drivers or its window are others now. */
  | ({ type: "slot.changed"; what: "vehicle" | "drivers" | "window" } & SlotFacts)
  | ({ type: "slot.marked"; state: Extract<SlotState, "paid" | "called" | "in" | "crossed"> } & SlotFacts)
  | ({ type: "slot.cancelled"; reason: string } & SlotFacts)
  | ({ type: "slot.forfeited" } & SlotFacts)
  | ({ type: "delay.reported" } & DelayFacts)
  | ({ type: "delay.changed"; change: "ended" | "withdrawn" } & DelayFacts)
  | ({ type: "delay.objected" } & DelayFacts)
  | ({ type: "inspection.booked"; round: number; plannedDay: LocalDate } & OrderFacts)
  | ({ type: "inspection.checked_in"; round: number } & OrderFacts)
  | ({ type: "inspection.checked_out"; round: number } & OrderFacts)
  | ({ type: "inspection.reported"; round: number; verdict: VerdictKind } & OrderFacts)
  | ({ type: "inspection.decided"; round: number; decision: Decision } & OrderFacts)
  | ({ type: "inspection.photo_reused" } & OrderFacts)
  | DeclarationHappening
  | ({
      type: "payment.locked";
      lockId: string;
      number: number;
      expiresAt: Instant;
      needsConfirmation: boolean;
    } & OrderFacts)
  | ({ type: "payment.lock_confirmed"; lockId: string; number: number } & OrderFacts)
  /** A part of what is due has come in, and is less than that. */
  | ({ type: "payment.funds_short" } & OrderFacts)
  | ({ type: "payment.funds_returned" } & OrderFacts)
  /** Somebody has paid that was not to: its money is held until the provider accepts it or pays it back; the buyer may be asked who that is. */
  | ({ type: "payment.payer"; stage: "held" | "asked" | "explained" | "accepted" | "returned" } & OrderFacts)
  /** The buyer has said anew where its payee is paid, after money came back for that. */
  | ({ type: "payment.payee" } & SendingFacts)
  /** More than is due has come in, and what becomes of it: it is returned, or the buyer is asked to have it kept, and agrees or declines. */
  | ({ type: "payment.surplus"; stage: "received" | "returned" | "asked" | "kept" | "declined" } & OrderFacts)
  | ({ type: "payment.sent" } & SendingFacts)
  | ({ type: "payment.received" } & SendingFacts)
  | ({ type: "payment.frozen"; reason: FreezeReason } & SendingFacts)
  | ({ type: "payment.unfrozen" } & SendingFacts)
  | ({ type: "payment.recalled"; reason: RecallReason } & SendingFacts)
  /** `borneBy` by the bid's clause; open where it has none. */
  | ({ type: "payment.returned"; reason: ReturnReason; borneBy: CostBearer | "open" } & SendingFacts)
  /** A party has taken on itself what a return has cost, where the bid says nothing of it. */
  | ({ type: "payment.cost_borne"; borneBy: CostBearer } & SendingFacts)
  | {
      type: "chain.changed";
      dealId: string;
      reference: string;
      buyerOrganisationId: string;
    }
  | {
      /** A fact has opened the gate, or closed it again. */
      type: "chain.gate_opened" | "chain.gate_closed";
      dealId: string;
      reference: string;
      buyerOrganisationId: string;
      /** Of the orders that the gate stands before. */
      providerOrganisationIds: string[];
      gate: string;
    }
  | {
      type: "chain.gate_waived";
      dealId: string;
      reference: string;
      buyerOrganisationId: string;
      /** Of the orders that the gate stood before. */
      providerOrganisationIds: string[];
      gate: string;
      reason: string;
    }
  | {
      /** The buyer has said, of a service that it does itself or of a release with its number, that what gates wait for has come. */
      type: "chain.need_stated";
      dealId: string;
      reference: string;
      buyerOrganisationId: string;
      /** Of the orders that wait for it. */
      providerOrganisationIds: string[];
      need: string;
      service: Service;
      release?: Release;
    }
  | {
      /** Nobody was chosen for a service; the buyer has said how its deal goes on. */
      type: "chain.fallback_chosen";
      dealId: string;
      reference: string;
      buyerOrganisationId: string;
      /** Of the orders that wait for something of this service. */
      providerOrganisationIds: string[];
      service: Service;
      fallback: Fallback;
    }
  | ({
      /** One side of a deal's carriage asks the other to go by this hub. */
      type: "chain.reroute_asked";
      reason: string;
    } & RerouteFacts)
  | ({
      type: "chain.reroute_ended";
      outcome: Exclude<RerouteState, "asked">;
      /** Of the deal's other orders, which go by the new hub as well; nobody where it stays. */
      otherOrganisationIds: string[];
    } & RerouteFacts)
  | ({
      /** An administrator has entered what waits at a hub. */
      type: "hub.state_entered";
      mode: Mode;
    } & QueueChange &
      HubFacts)
  | ({ type: "hub.closed"; reason: string } & ClosureFacts)
  | ({ type: "hub.reopened"; reason: string } & ClosureFacts)
  | {
      type: "file.infected";
      fileId: string;
      organisationId: string;
      subjectKind: SubjectKind | null;
      subjectId: string | null;
    };

export type EventType = DomainEvent["type"];
export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;
