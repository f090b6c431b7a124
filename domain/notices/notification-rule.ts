import { MEMBER_ROLES, type Role } from "../access/policy";
import type { Mode } from "../hubs/place";
import type { Direction } from "../shared/vocabulary";

/** People whom no organisation sends: those whose saved search finds a request, and those who watch a hub or a corridor that it serves. */
export type Persons = { readonly searchersOf: string } | { readonly watchingHub: string };

export const arePersons = (to: Audience | Persons): to is Persons => "searchersOf" in to || "watchingHub" in to;

/**
 * Who is meant: one organisation, a bidder where another won, all that bid on a request, those whose bid stands now, all that take part in
 * it (bid, are invited or have asked something), all that are listed for it, those invited or listed who have not bid, those invited
 * who have not, the parties of orders that have yet to cross at a hub, or the platform's administrators.
 */
export type Audience =
  | { readonly organisationId: string }
  | { readonly beaten: string; readonly onRequest: string }
  | { readonly biddersOf: string }
  | { readonly standingOn: string }
  | { readonly partakersOf: string }
  | { readonly listedFor: string }
  | { readonly unbidOn: string }
  | { readonly invitedUnbidOn: string }
  | { readonly crossingAt: string; readonly mode: Mode | null; readonly direction?: Direction }
  | { readonly platform: true };

/** Every sentence of messages/notices.json. */
export const NOTICE_KINDS = [
  "organisation_suspended",
  "organisation_checked",
  "organisation_check_ended",
  "organisation_check_ending",
  "organisation_check_lapsed",
  "organisation_check_question",
  "organisation_check_declined",
  "organisation_restricted",
  "organisation_released",
  "check_to_take",
  "check_to_confirm",
  "request_invited",
  "request_listed",
  "search_found",
  "request_to_review",
  "request_held",
  "request_changed",
  "request_times_moved",
  "request_extended",
  "request_closed",
  "request_closed_to_bidder",
  "request_opened",
  "request_no_bids",
  "request_no_decision",
  "request_undecided",
  "request_cancelled",
  "request_rejected",
  "decision_extended",
  "decision_due",
  "question_asked",
  "question_answered",
  "question_corrected",
  "bid_received",
  "bid_went_stale",
  "bid_unconfirmed",
  "bid_withdrawn",
  "bid_countered",
  "counter_declined",
  "counter_lapsed",
  "bid_won",
  "bid_lost",
  "cure_asked",
  "cure_sent",
  "cure_accepted",
  "cure_taken",
  "bid_disqualified",
  "bid_out",
  "bid_prolonged",
  "order_placed",
  "order_milestone",
  "order_step_late",
  "order_report_struck",
  "order_delivered",
  "order_accepted",
  "order_auto_accepted",
  "order_ruled_accepted",
  "changes_requested",
  "dispute_opened",
  "dispute_said",
  "dispute_escalated",
  "dispute_to_decide",
  "dispute_settled",
  "dispute_decided",
  "thread_message",
  "thread_reminder",
  "order_held",
  "order_resumed",
  "order_completed",
  "gate_opened",
  "gate_waived",
  "need_stated",
  "release_stated",
  "service_asked_again",
  "service_done_by_buyer",
  "service_dropped",
  "reroute_asked",
  "reroute_agreed",
  "reroute_declined",
  "route_changed",
  "order_cancelled",
  "order_exception",
  "order_exception_ended",
  "slot_requested",
  "slot_confirmed",
  "slot_cancelled",
  "slot_lapsed",
  "slot_forfeited",
  "delay_reported",
  "delay_objected",
  "inspection_booked",
  "inspection_began",
  "inspection_passed",
  "inspection_failed",
  "inspection_pending",
  "goods_accepted",
  "goods_waived",
  "goods_refused",
  "reinspection_asked",
  "photo_reused",
  "declaration_drafted",
  "declaration_returned",
  "declaration_approved",
  "declaration_questioned",
  "declaration_answered",
  "declaration_inspected",
  "declaration_assessed",
  "declaration_refused",
  "payment_locked",
  "payment_lock_to_confirm",
  "payment_lock_confirmed",
  "payment_funds_short",
  "payment_funds_returned",
  "payment_payer_held",
  "payment_payer_asked",
  "payment_payer_explained",
  "payment_payer_accepted",
  "payment_payer_returned",
  "payment_surplus_received",
  "payment_surplus_returned",
  "payment_surplus_asked",
  "payment_surplus_kept",
  "payment_surplus_declined",
  "payment_sent_again",
  "payment_returned",
  "payment_returned_payee",
  "payment_payee",
  "payment_cost_borne_by_buyer",
  "payment_cost_borne_by_provider",
  "payment_frozen",
  "payment_unfrozen",
  "payment_recalled",
  "hub_wait_changed",
  "hub_closed",
  "hub_reopened",
  "file_infected",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export type Facts = Readonly<Record<string, string | number>>;

/** A sentence for the people in these roles, with the page that it is about. */
export type Notice = {
  readonly kind: NoticeKind;
  readonly roles: readonly Role[];
  readonly facts: Facts;
  readonly href: string;
  /** Also by mail: where somebody has to act or has waited for it. */
  readonly isMailed: boolean;
};

/** An audience hears of an event: what its API clients are told, and what its people read, where it is for people at all. */
export type NotificationRule = {
  readonly to: Audience | Persons;
  readonly body: Facts;
  readonly notice: Notice | null;
};

/** Whoever belongs to an organisation. */
export const ANYBODY: readonly Role[] = MEMBER_ROLES;
export const BUYING: readonly Role[] = ["owner", "manager", "operations"];
export const QUOTING: readonly Role[] = ["owner", "manager", "quoter"];
export const FULFILLING: readonly Role[] = ["owner", "manager", "operations"];

type Sentence = {
  readonly to: Audience | Persons;
  readonly roles: readonly Role[];
  readonly kind: NoticeKind;
  readonly facts?: Facts;
};
export type Told = { readonly body: Facts; readonly facts: Facts; readonly href: string };

/** A sentence in the inbox. */
export const inbox =
  ({ body, facts, href }: Told) =>
  ({ to, roles, kind, facts: more }: Sentence): NotificationRule => ({
    to,
    body,
    notice: { kind, roles, href, facts: { ...facts, ...more }, isMailed: false },
  });

/** A sentence in the inbox and by mail: somebody has to act, or has waited for it. */
export const mail =
  (told: Told) =>
  (sentence: Sentence): NotificationRule => {
    const rule = inbox(told)(sentence);
    return { ...rule, notice: rule.notice && { ...rule.notice, isMailed: true } };
  };

/** API clients hear it; people need not. */
export const client = (to: Audience, { body }: Told): NotificationRule => ({ to, body, notice: null });

/** A time that is read in mail and inbox, where no reader's zone is known yet: "2026-11-27 10:00 UTC". `noticeValues` reads it back. */
export const minuteInUtc = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
