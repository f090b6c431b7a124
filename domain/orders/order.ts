import type { Instant } from "../shared/time";
import { accept, advance, type Lifecycle, type Refusal, refuse, type Result } from "../shared/result";
import type { LineState, OrderState, Service } from "../shared/vocabulary";
import type { Side } from "./slots/slot";
import type { MilestoneDefinition } from "../services/kind";

/**
 * Since when something keeps an order from going on; null where nothing does. A hold is a gate's, an exception is a party's word that the
 * work has stopped, a dispute is between the parties. They may come together and end one by one, so each has its own time, and the line's
 * state waits behind them.
 */
export type SideTimes = {
  readonly heldSince: Instant | null;
  readonly exceptionSince: Instant | null;
  readonly disputedSince: Instant | null;
};

export type SideState = Extract<OrderState, "on_hold" | "exception" | "disputed">;

/** What keeps the order from going on; of several the one that people have to settle with each other comes first. */
export function sideOf({ disputedSince, exceptionSince, heldSince }: SideTimes): SideState | null {
  if (disputedSince !== null) return "disputed";
  if (exceptionSince !== null) return "exception";
  return heldSince === null ? null : "on_hold";
}

/** What an order says of itself: what keeps it, else how far it is. An order that is over says so whatever there was. */
export function stateOf(order: SideTimes & { readonly state: LineState }): OrderState {
  return isOver(order) ? order.state : (sideOf(order) ?? order.state);
}

/** Nobody accepts or calls off what the parties are in dispute about. Refuses `wrong_state`. */
export const isUndisputed = ({ disputedSince }: SideTimes): Result<void, Refusal<"wrong_state">> =>
  disputedSince === null ? accept(undefined) : refuse("wrong_state", { state: "disputed", event: "accept" });

/** Whether steps may go on. Refuses `wrong_state` with what keeps the order. */
export function goesOn(order: SideTimes): Result<void, Refusal<"wrong_state">> {
  const side = sideOf(order);
  return side === null ? accept(undefined) : refuse("wrong_state", { state: side, event: "progress" });
}

const UNDER_WAY: readonly LineState[] = ["placed", "scheduled", "in_progress", "changes_requested"];

export type ExceptionRefusal = Refusal<"wrong_state" | "exception_open">;

/** A party says that the work of an order has stopped. Refuses `wrong_state` where there is none under way, and `exception_open` where that was said. */
export function raise(order: SideTimes & { readonly state: LineState }): Result<void, ExceptionRefusal> {
  if (!UNDER_WAY.includes(order.state)) return refuse("wrong_state", { state: order.state, event: "progress" });
  return order.exceptionSince === null ? accept(undefined) : refuse("exception_open");
}

/**
 * The work goes on. Whoever said that it had stopped ends it, and the provider in any case, who carries it out and knows. Refuses
 * `no_exception` where none is open, `not_permitted` to the buyer for what the provider has raised.
 */
export function end(
  open: { readonly by: Side } | null,
  by: Side,
): Result<void, Refusal<"no_exception" | "not_permitted">> {
  if (!open) return refuse("no_exception");
  return by === "provider" || open.by === by ? accept(undefined) : refuse("not_permitted");
}

type Facts = {
  readonly reference: string;
  readonly dealId: string;
  readonly service: Service;
  readonly buyerOrganisationId: string;
  readonly providerOrganisationId: string;
};

/** What every event of an order says of it: ids and its number, no amount. */
export const orderFacts = (order: { readonly id: string } & Facts) => ({
  orderId: order.id,
  reference: order.reference,
  dealId: order.dealId,
  service: order.service,
  buyerOrganisationId: order.buyerOrganisationId,
  providerOrganisationId: order.providerOrganisationId,
});

/** Whether nothing more happens on an order: it was completed or called off. */
export const isOver = ({ state }: { readonly state: OrderState }): boolean =>
  state === "completed" || state === "cancelled";

export type OrderEvent =
  | "schedule"
  | "progress"
  | "deliver"
  | "request_changes"
  | "accept"
  | "complete"
  | "cancel"
  /** By the end of a dispute, whatever has been done. */
  | "call_off";

export const ORDER_LIFECYCLE = {
  placed: { schedule: "scheduled", cancel: "cancelled" },
  scheduled: { progress: "in_progress", deliver: "delivered", cancel: "cancelled", call_off: "cancelled" },
  in_progress: { progress: "in_progress", deliver: "delivered", call_off: "cancelled" },
  delivered: { accept: "accepted", request_changes: "changes_requested", call_off: "cancelled" },
  changes_requested: { progress: "in_progress", deliver: "delivered", call_off: "cancelled" },
  accepted: { progress: "accepted", complete: "completed", call_off: "cancelled" },
  completed: {},
  cancelled: {},
} as const satisfies Lifecycle<LineState, OrderEvent>;

/** What is known of an order's milestones: the kind's list in its order, with the times reported so far. */
export type Milestone = MilestoneDefinition & {
  readonly occurredAt: Instant | null;
  /** Of one that was reported as sooner than it can have happened: the time that it fell short of. */
  readonly earliestAt?: Instant | null;
};

export type MilestoneRefusal = Refusal<
  | "milestone_unknown"
  | "milestone_already_reported"
  | "milestone_out_of_order"
  | "step_owed"
  | "awaiting_acceptance"
  | "occurred_in_future"
  | "occurred_out_of_order"
  | "wrong_state"
>;

/** The longest note with a step. */
export const NOTE_MAX = 500;

type Known = { readonly state: LineState; readonly milestones: readonly Milestone[] };
type Told = { readonly code: string; readonly occurredAt: Instant };

// A phone's clock may run ahead by so much without being called wrong.
const CLOCK_DRIFT_MS = 5 * 60_000;

function eventOf(milestones: readonly Milestone[], position: number): OrderEvent {
  const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
  if (position === 0) return "schedule";
  if (position === delivery) return "deliver";
  return position > delivery && position === milestones.length - 1 ? "complete" : "progress";
}

const deliveryIn = (milestones: readonly MilestoneDefinition[]): number =>
  milestones.findIndex(({ isDelivery }) => isDelivery);
/** The place of the milestone from which on one that stands beside others may come. */
const besideFrom = (milestones: readonly MilestoneDefinition[], { besideAfter }: MilestoneDefinition): number =>
  Math.max(
    0,
    milestones.findIndex(({ code }) => code === besideAfter),
  );

/**
 * The milestones after which the one at `position` comes: of one that floats the first alone, of one that stands beside others those up to the one
 * that it names. What stands beside others comes before the delivery and what follows it, and before nothing else.
 */
export function before<M extends MilestoneDefinition>(milestones: readonly M[], position: number): readonly M[] {
  const milestone = milestones[position];
  if (milestone?.isFloating) return milestones.slice(0, Math.min(1, position));
  const end = milestone?.besideAfter ? besideFrom(milestones, milestone) + 1 : position;
  return milestones
    .slice(0, Math.min(end, position))
    .filter(({ besideAfter }) => !besideAfter || position >= deliveryIn(milestones));
}

/** The milestones that come after the one at `position`: of the floating ones none but after the first, of those that stand beside others those that come after it or a later one. */
export function after<M extends MilestoneDefinition>(milestones: readonly M[], position: number): readonly M[] {
  const isBeside = milestones[position]?.besideAfter !== undefined;
  return milestones.slice(isBeside ? deliveryIn(milestones) : position + 1).filter((milestone) => {
    if (milestone.isFloating) return position === 0;
    return !milestone.besideAfter || position <= besideFrom(milestones, milestone);
  });
}

const isDone = ({ occurredAt }: Milestone): boolean => occurredAt !== null;

/** The first step that cannot be passed over and that has to be reported before the one of this code; null where none is owed. */
export const stepOwedBefore = (milestones: readonly Milestone[], code: string): Milestone | null => {
  const position = Math.max(
    0,
    milestones.findIndex((milestone) => milestone.code === code),
  );
  return before(milestones, position).find((one) => one.isRequired && !isDone(one)) ?? null;
};

/** Whether the time lies between those of the steps that were reported before and after this one; equal times are in order. */
function fitsBetween(milestones: readonly Milestone[], position: number, occurredAt: Instant): boolean {
  const times = (list: readonly Milestone[]) => list.flatMap(({ occurredAt: at }) => at ?? []);
  return (
    times(before(milestones, position)).every((at) => at <= occurredAt) &&
    times(after(milestones, position)).every((at) => at >= occurredAt)
  );
}

/** A step that a later one has overtaken is told all the same, with its own time, and moves nothing: never the first or the delivery. */
function reportLate({ state, milestones }: Known, position: number, { code, occurredAt }: Told) {
  const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
  if (state === "cancelled") return refuse("wrong_state", { state, event: "progress" });
  if (position === 0 || position === delivery) return refuse("milestone_out_of_order", { code });
  return fitsBetween(milestones, position, occurredAt) ? accept(state) : refuse("occurred_out_of_order", { code });
}

/** Whether what is told beside a step can have been then: not to come, and between the steps before and after it, like the step itself. */
export function mayStandBeside(
  milestones: readonly Milestone[],
  { code, occurredAt }: Told,
  now: Instant,
): Result<void, Refusal<"occurred_in_future" | "occurred_out_of_order">> {
  if (occurredAt > now + CLOCK_DRIFT_MS) return refuse("occurred_in_future");
  const position = milestones.findIndex((milestone) => milestone.code === code);
  return fitsBetween(milestones, position, occurredAt) ? accept(undefined) : refuse("occurred_out_of_order", { code });
}

/**
 * The order's next state after the provider reports that the milestone `code` happened at `occurredAt`.
 *
 * The first listed milestone schedules the order, the one marked as delivery delivers it, the last one after acceptance completes it.
 * One that does not occur may be passed over, except the first, the delivery and what is required (`step_owed`: no customs release what was not filed); none is reported twice. Reports may come late and out of
 * order, as from a phone without a connection, as long as their times are in order.
 */
export function report(order: Known, told: Told, now: Instant): Result<LineState, MilestoneRefusal> {
  const { milestones } = order;
  const { code, occurredAt } = told;
  const position = milestones.findIndex((milestone) => milestone.code === code);
  if (position < 0) return refuse("milestone_unknown", { code });
  if (milestones[position]?.occurredAt != null) return refuse("milestone_already_reported", { code });
  if (occurredAt > now + CLOCK_DRIFT_MS) return refuse("occurred_in_future");
  if (after(milestones, position).some(isDone)) return reportLate(order, position, told);
  const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
  if (position > delivery && order.state === "delivered") return refuse("awaiting_acceptance");
  const isUnscheduled = position > 0 && milestones[0]?.occurredAt == null;
  const isUndelivered = position > delivery && milestones[delivery]?.occurredAt == null;
  if (isUnscheduled || isUndelivered) return refuse("milestone_out_of_order", { code });
  const owed = stepOwedBefore(milestones, code);
  if (owed) return refuse("step_owed", { code, owed: owed.code });
  if (!fitsBetween(milestones, position, occurredAt)) return refuse("occurred_out_of_order", { code });
  return advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, eventOf(milestones, position));
}

/** The buyer's acceptance; it completes the order where no milestone follows the delivery. Refuses `wrong_state` unless delivered. */
export function acceptDelivery(order: {
  readonly state: LineState;
  readonly milestones: readonly MilestoneDefinition[];
}): Result<LineState, Refusal<"wrong_state">> {
  const accepted = advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, "accept");
  if (!accepted.ok) return accepted;
  return order.milestones.at(-1)?.isDelivery
    ? advance<LineState, OrderEvent>(ORDER_LIFECYCLE, accepted.value, "complete")
    : accept(accepted.value);
}

/** The buyer calls the order off; possible until the service has begun. Refuses `wrong_state` after that. */
export const cancel = (order: { readonly state: LineState }): Result<LineState, Refusal<"wrong_state">> =>
  advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, "cancel");

/** Every milestone that a report at `now` would be taken for, in the kind's order: of those overtaken the ones whose time is still to be told. */
export const reportable = (order: Known, now: Instant): Milestone[] => {
  return order.milestones.filter(({ code, occurredAt }, position) => {
    if (occurredAt !== null) return false;
    const overtakenAt = after(order.milestones, position).find(isDone)?.occurredAt;
    return report(order, { code, occurredAt: overtakenAt ?? now }, now).ok;
  });
};

/** The floating milestones that may come now, beside the next one. */
export const floating = ({ milestones }: Pick<Known, "milestones">): Milestone[] =>
  milestones.filter(
    (milestone, at) =>
      milestone.isFloating &&
      !isDone(milestone) &&
      before(milestones, at).every(isDone) &&
      !after(milestones, at).some(isDone),
  );

/** The next milestone that is waited for, one that stands beside those told since before them; null when none is left or somebody else must act first. */
export function nextMilestone(order: Known): Milestone | null {
  if (["delivered", "completed", "cancelled"].includes(order.state)) return null;
  const { milestones } = order;
  const last = milestones.findLastIndex(
    (milestone, position) => isDone(milestone) && (position === 0 || !milestone.isFloating),
  );
  const isLeft = ({ besideAfter }: Milestone, at: number) =>
    at > last || (besideAfter !== undefined && last < deliveryIn(milestones));
  return milestones.find((one, at) => isLeft(one, at) && !isDone(one) && !one.isUnusual) ?? null;
}

/** What rooms of an order ask of one of its sides beside its steps; each is a sentence of its room. */
export const TASKS = [
  "clearance.approve",
  "clearance.revise",
  "clearance.answer",
  "clearance.redraft",
  "remittance.confirm",
  "remittance.funds_short",
  "remittance.tell_payee",
  "remittance.explain_payer",
  "remittance.third_party",
  "remittance.surplus",
  "remittance.surplus_return",
  "remittance.surplus_answer",
  "remittance.funds_return",
  "remittance.lock",
  "remittance.resend",
  "remittance.frozen",
  "remittance.recalled",
  "reroute.answer",
  "slots.rebook",
  "inspections.decide",
  "inspections.book_again",
  "inspections.visit_again",
] as const;
export type TaskCode = (typeof TASKS)[number];

/** What is done in a dispute, in its order. */
export const DISPUTE_STEPS = ["answer", "offer", "talk", "evidence", "decide"] as const;

/** What is to be done next in the dispute of an order, by whom, and by when. */
export type DisputeStep = {
  readonly who: "buyer" | "provider" | "parties" | "market";
  readonly what: (typeof DISPUTE_STEPS)[number];
  readonly by: Instant | null;
};

/** Something that one side has to do before the order can go on, and by when where somebody set a time. */
export type OrderTask = {
  readonly side: "buyer" | "provider";
  readonly code: TaskCode;
  readonly by: Instant | null;
  /** The slot in whose place another is booked. */
  readonly slotId?: string;
  /** Why, as the other side has said: the beginning of its words. Left out where nobody is asked to say. */
  readonly reason?: string;
};
