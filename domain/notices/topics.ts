import type { TaskCode } from "../orders/order";
import type { TurnAct } from "../requests/request-turn";
import type { NoticeKind } from "./notification-rule";

/** Kinds of notices as a trader tells them apart: what each person sets, mutes and stops. */
export const TOPICS = [
  "new_requests",
  "saved_searches",
  "questions",
  "bids_received",
  "own_bids",
  "counter_offers",
  "messages",
  "awards",
  "order_steps",
  "delays",
  "chain",
  "payments",
  "customs",
  "inspections",
  "disputes",
  "hubs",
  "organisation",
  "administration",
] as const;
export type Topic = (typeof TOPICS)[number];

type Room = TaskCode extends `${infer Name}.${string}` ? Name : never;

/**
 * What a notice asks of its reader: acts of a request's or an order's turn, any of which keeps it standing; of what a room of an order asks, which
 * room. `report` is done once any step has been reported since.
 */
export type NoticeTask = { readonly acts: readonly TurnAct[]; readonly room?: Room };

type KindRule = {
  readonly topic: Topic;
  readonly task?: NoticeTask;
  /**
   * Said by mail whatever its reader has set: an account is in danger (`security`), or a right is lost where nobody acts in time (`right`).
   */
  readonly always?: "security" | "right";
};

const asks = (...acts: TurnAct[]): NoticeTask => ({ acts });
const room = (name: Room): NoticeTask => ({ acts: ["asked"], room: name });

const BIDS = { topic: "bids_received" } as const;
const OWN = { topic: "own_bids" } as const;
const STEP = { topic: "order_steps" } as const;
const DELAY = { topic: "delays" } as const;
const CHAIN = { topic: "chain" } as const;
const PAYMENT = { topic: "payments" } as const;
const CUSTOMS = { topic: "customs" } as const;
const VISIT = { topic: "inspections" } as const;
const DISPUTE = { topic: "disputes" } as const;
const COMPANY = { topic: "organisation" } as const;

/** Of every kind its topic, what it asks of its reader, and whether it is mailed in any case. A kind that is not here does not compile. */
export const KIND_RULES: Readonly<Record<NoticeKind, KindRule>> = {
  organisation_suspended: { ...COMPANY, always: "security" },
  organisation_checked: COMPANY,
  organisation_check_ended: COMPANY,
  organisation_check_ending: { ...COMPANY, always: "right" },
  organisation_check_lapsed: { ...COMPANY, always: "right" },
  organisation_check_question: COMPANY,
  organisation_check_declined: COMPANY,
  organisation_restricted: { ...COMPANY, always: "right" },
  organisation_released: COMPANY,
  check_to_take: { topic: "administration" },
  check_to_confirm: { topic: "administration" },
  file_infected: { ...COMPANY, always: "security" },
  request_to_review: { topic: "administration", task: asks("review") },
  dispute_to_decide: { topic: "administration", task: asks("dispute") },
  request_invited: { topic: "new_requests", task: asks("bid") },
  request_listed: { topic: "new_requests" },
  search_found: { topic: "saved_searches" },
  request_changed: { topic: "new_requests" },
  question_asked: { topic: "questions", task: asks("reply") },
  question_answered: { topic: "questions" },
  question_corrected: { topic: "questions" },
  request_held: BIDS,
  request_closed: { ...BIDS, task: asks("open") },
  request_opened: { ...BIDS, task: asks("decide") },
  request_no_bids: { ...BIDS, task: asks("choose") },
  request_no_decision: { ...BIDS, task: asks("choose") },
  decision_due: { ...BIDS, task: asks("decide"), always: "right" },
  bid_received: BIDS,
  bid_withdrawn: BIDS,
  bid_prolonged: BIDS,
  cure_sent: { ...BIDS, task: asks("judge"), always: "right" },
  cure_taken: BIDS,
  bid_out: BIDS,
  request_times_moved: OWN,
  request_extended: OWN,
  request_closed_to_bidder: OWN,
  request_cancelled: OWN,
  decision_extended: OWN,
  bid_went_stale: { ...OWN, task: asks("confirm"), always: "right" },
  bid_unconfirmed: OWN,
  cure_asked: { ...OWN, task: asks("cure"), always: "right" },
  cure_accepted: OWN,
  bid_countered: { topic: "counter_offers", task: asks("answer") },
  counter_declined: { topic: "counter_offers" },
  counter_lapsed: { topic: "counter_offers" },
  bid_won: { topic: "awards", task: asks("report") },
  bid_lost: { topic: "awards" },
  bid_disqualified: { topic: "awards" },
  request_undecided: { topic: "awards" },
  request_rejected: { topic: "awards" },
  order_placed: STEP,
  order_milestone: STEP,
  order_report_struck: STEP,
  order_delivered: { ...STEP, task: asks("accept"), always: "right" },
  order_accepted: STEP,
  order_auto_accepted: STEP,
  order_ruled_accepted: STEP,
  changes_requested: { ...STEP, task: asks("report") },
  order_completed: STEP,
  order_cancelled: STEP,
  order_step_late: DELAY,
  order_held: DELAY,
  order_resumed: { ...DELAY, task: asks("report") },
  order_exception: DELAY,
  order_exception_ended: { ...DELAY, task: asks("report") },
  slot_requested: DELAY,
  slot_confirmed: DELAY,
  slot_cancelled: { ...DELAY, task: room("slots") },
  slot_lapsed: { ...DELAY, task: room("slots") },
  slot_forfeited: { ...DELAY, task: room("slots") },
  delay_reported: DELAY,
  delay_objected: DELAY,
  gate_opened: CHAIN,
  gate_waived: CHAIN,
  need_stated: CHAIN,
  release_stated: CHAIN,
  service_asked_again: CHAIN,
  service_done_by_buyer: CHAIN,
  service_dropped: CHAIN,
  reroute_asked: { ...CHAIN, task: room("reroute") },
  reroute_agreed: CHAIN,
  reroute_declined: CHAIN,
  route_changed: CHAIN,
  inspection_booked: VISIT,
  inspection_began: VISIT,
  inspection_passed: { ...VISIT, task: room("inspections") },
  inspection_failed: { ...VISIT, task: room("inspections") },
  inspection_pending: { ...VISIT, task: room("inspections") },
  goods_accepted: VISIT,
  goods_waived: VISIT,
  goods_refused: VISIT,
  reinspection_asked: { ...VISIT, task: room("inspections") },
  photo_reused: VISIT,
  declaration_drafted: { ...CUSTOMS, task: room("clearance") },
  declaration_returned: { ...CUSTOMS, task: room("clearance") },
  declaration_approved: { ...CUSTOMS, task: asks("report") },
  declaration_questioned: { ...CUSTOMS, task: room("clearance"), always: "right" },
  declaration_answered: { ...CUSTOMS, task: room("clearance") },
  declaration_inspected: CUSTOMS,
  declaration_assessed: CUSTOMS,
  declaration_refused: CUSTOMS,
  payment_locked: PAYMENT,
  payment_lock_to_confirm: { ...PAYMENT, task: room("remittance"), always: "right" },
  payment_lock_confirmed: PAYMENT,
  payment_funds_short: { ...PAYMENT, task: room("remittance") },
  payment_funds_returned: PAYMENT,
  payment_payer_held: PAYMENT,
  payment_payer_asked: { ...PAYMENT, task: room("remittance") },
  payment_payer_explained: { ...PAYMENT, task: room("remittance") },
  payment_payer_accepted: PAYMENT,
  payment_payer_returned: { ...PAYMENT, task: room("remittance") },
  payment_surplus_received: PAYMENT,
  payment_surplus_returned: PAYMENT,
  payment_surplus_asked: { ...PAYMENT, task: room("remittance") },
  payment_surplus_kept: PAYMENT,
  payment_surplus_declined: { ...PAYMENT, task: room("remittance") },
  payment_sent_again: PAYMENT,
  payment_returned: PAYMENT,
  payment_returned_payee: { ...PAYMENT, task: room("remittance") },
  payment_payee: { ...PAYMENT, task: room("remittance") },
  payment_cost_borne_by_buyer: PAYMENT,
  payment_cost_borne_by_provider: PAYMENT,
  payment_frozen: PAYMENT,
  payment_unfrozen: PAYMENT,
  payment_recalled: PAYMENT,
  dispute_opened: { ...DISPUTE, task: asks("dispute"), always: "right" },
  dispute_said: { ...DISPUTE, task: asks("dispute") },
  dispute_escalated: { ...DISPUTE, task: asks("dispute"), always: "right" },
  dispute_settled: DISPUTE,
  dispute_decided: DISPUTE,
  hub_wait_changed: { topic: "hubs" },
  hub_closed: { topic: "hubs" },
  thread_message: { topic: "messages" },
  thread_reminder: { topic: "messages" },
  hub_reopened: { topic: "hubs" },
};

/** What of its reader a kind asks; null of what there is only to know. */
export const taskOfKind = (kind: NoticeKind): NoticeTask | null => KIND_RULES[kind].task ?? null;

/** What stands on a subject now: an act that waits for the reader, and of what a room of its order asks, what. */
export type Standing = { readonly act: TurnAct; readonly task?: string | undefined };

/** Whether any of what waits for the reader is what the notice asked for. */
export const isStillAsked = ({ acts, room: asking }: NoticeTask, standings: readonly Standing[]): boolean =>
  standings.some(
    ({ act, task }) => acts.includes(act) && (asking === undefined || (task?.startsWith(`${asking}.`) ?? false)),
  );
