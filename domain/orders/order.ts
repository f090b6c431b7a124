import type { Instant } from "../shared/instant";
import { advance, type Lifecycle } from "../shared/lifecycle";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

export const ORDER_STATES = [
  "placed",
  "scheduled",
  "in_progress",
  "delivered",
  "changes_requested",
  "accepted",
  "completed",
  "on_hold",
  "exception",
  "disputed",
  "cancelled",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export type OrderEvent = "schedule" | "progress" | "deliver" | "request_changes" | "accept" | "complete" | "cancel";

export const ORDER_LIFECYCLE = {
  placed: { schedule: "scheduled", cancel: "cancelled" },
  scheduled: { progress: "in_progress", deliver: "delivered", cancel: "cancelled" },
  in_progress: { progress: "in_progress", deliver: "delivered" },
  delivered: { accept: "accepted", request_changes: "changes_requested" },
  changes_requested: { progress: "in_progress", deliver: "delivered" },
  accepted: { progress: "accepted", complete: "completed" },
  completed: {},
  on_hold: {},
  exception: {},
  disputed: {},
  cancelled: {},
} as const satisfies Lifecycle<OrderState, OrderEvent>;

export type MilestoneDefinition = { readonly code: string; readonly isDelivery?: true };

/** What is known of an order's milestones: the kind's list in its order, with the times reported so far. */
export type Milestone = MilestoneDefinition & { readonly occurredAt: Instant | null };

export type MilestoneRefusal = Refusal<
  | "milestone_unknown"
  | "milestone_already_reported"
  | "milestone_out_of_order"
  | "awaiting_acceptance"
  | "occurred_in_future"
  | "wrong_state"
>;

// A phone's clock may run ahead by so much without being called wrong.
const CLOCK_DRIFT_MS = 5 * 60_000;

function eventOf(milestones: readonly Milestone[], position: number): OrderEvent {
  const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
  if (position === 0) return "schedule";
  if (position === delivery) return "deliver";
  return position > delivery && position === milestones.length - 1 ? "complete" : "progress";
}

/**
 * The order's next state after the provider reports that the milestone `code` happened at `occurredAt`.
 *
 * The first listed milestone schedules the order, the one marked as delivery delivers it, the last one after acceptance completes it.
 * One that does not occur may be passed over, except the first and the delivery; none is reported twice or after a later one.
 */
export function report(
  order: { readonly state: OrderState; readonly milestones: readonly Milestone[] },
  { code, occurredAt }: { readonly code: string; readonly occurredAt: Instant },
  now: Instant,
): Result<OrderState, MilestoneRefusal> {
  const { milestones } = order;
  const position = milestones.findIndex((milestone) => milestone.code === code);
  if (position < 0) return refuse("milestone_unknown", { code });
  if (milestones[position]?.occurredAt != null) return refuse("milestone_already_reported", { code });
  if (occurredAt > now + CLOCK_DRIFT_MS) return refuse("occurred_in_future");
  const delivery = milestones.findIndex((milestone) => milestone.isDelivery);
  if (position > delivery && order.state === "delivered") return refuse("awaiting_acceptance");
  const isLate = milestones.slice(position + 1).some((milestone) => milestone.occurredAt !== null);
  const isUnscheduled = position > 0 && milestones[0]?.occurredAt == null;
  const isUndelivered = position > delivery && milestones[delivery]?.occurredAt == null;
  if (isLate || isUnscheduled || isUndelivered) return refuse("milestone_out_of_order", { code });
  return advance<OrderState, OrderEvent>(ORDER_LIFECYCLE, order.state, eventOf(milestones, position));
}

/** The buyer's acceptance; it completes the order where no milestone follows the delivery. Refuses `wrong_state` unless delivered. */
export function acceptDelivery(order: {
  readonly state: OrderState;
  readonly milestones: readonly MilestoneDefinition[];
}): Result<OrderState, Refusal<"wrong_state">> {
  const accepted = advance<OrderState, OrderEvent>(ORDER_LIFECYCLE, order.state, "accept");
  if (!accepted.ok) return accepted;
  return order.milestones.at(-1)?.isDelivery
    ? advance<OrderState, OrderEvent>(ORDER_LIFECYCLE, accepted.value, "complete")
    : accept(accepted.value);
}

/** The buyer calls the order off; possible until the service has begun. Refuses `wrong_state` after that. */
export const cancel = (order: { readonly state: OrderState }): Result<OrderState, Refusal<"wrong_state">> =>
  advance<OrderState, OrderEvent>(ORDER_LIFECYCLE, order.state, "cancel");

/** Every milestone that a report at `now` would be taken for, in the kind's order. */
export const reportable = (
  order: { readonly state: OrderState; readonly milestones: readonly Milestone[] },
  now: Instant,
): Milestone[] => order.milestones.filter(({ code }) => report(order, { code, occurredAt: now }, now).ok);

/** The next milestone that may be reported, or null when none is left or somebody else must act first. */
export function nextMilestone(order: {
  readonly state: OrderState;
  readonly milestones: readonly Milestone[];
}): Milestone | null {
  if (["delivered", "completed", "cancelled", "on_hold", "exception", "disputed"].includes(order.state)) return null;
  const last = order.milestones.findLastIndex((milestone) => milestone.occurredAt !== null);
  return order.milestones[last + 1] ?? null;
}
