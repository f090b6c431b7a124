import { unreachable } from "../shared/result";
import type { Instant } from "../shared/time";
import type { OpenableGate } from "./chain/gate-opener";
import {
  type DisputeStep,
  isOver,
  type Milestone,
  nextMilestone,
  type OrderTask,
  sideOf,
  type SideState,
  type SideTimes,
  type TaskCode,
} from "./order";
import type { LineState, Service } from "../shared/vocabulary";

export type OrderTurn =
  /** The provider reports `code` next; `isAfterDelivery` where the goods are there and papers follow. */
  | { readonly holder: "provider"; readonly code: string; readonly isAfterDelivery: boolean }
  /** The buyer accepts, or it happens by itself at `by`. */
  | { readonly holder: "buyer"; readonly by: Instant | null }
  /** A room of the order asks something of one side: a draft to be approved, a question of the customs, a rate that has run out. */
  | { readonly holder: "task"; readonly task: OrderTask }
  /** What it waits for: closed gates before its next step, or what keeps the order as a whole. */
  | { readonly holder: "gate"; readonly stops: readonly OpenableGate[] }
  | { readonly holder: "nobody" };

type Known = SideTimes & {
  readonly state: LineState;
  readonly milestones: readonly Milestone[];
  readonly autoAcceptAt: Instant | null;
};

/** Before the delivery; from then on it is for the buyer to accept. */
const UNDER_WAY: readonly LineState[] = ["placed", "scheduled", "in_progress", "changes_requested"];

/** What a room asks also after the delivery: the goods are decided on by a report and looked at again, whoever has accepted that report. */
const AFTER_DELIVERY: readonly TaskCode[] = ["inspections.decide", "inspections.book_again", "inspections.visit_again"];

/** What a room asks once a delivery is accepted and papers follow: a payment's account is closed first. */
const AFTER_ACCEPTANCE: readonly TaskCode[] = [
  ...AFTER_DELIVERY,
  "remittance.surplus",
  "remittance.surplus_return",
  "remittance.surplus_answer",
];

/** What a room asks of an order that was called off: the payer's money goes back. */
const AFTER_CALL_OFF: readonly TaskCode[] = ["remittance.funds_return"];

const mayAsk = ({ code }: OrderTask, state: LineState): boolean =>
  UNDER_WAY.includes(state) ||
  (state === "cancelled" && AFTER_CALL_OFF.includes(code)) ||
  (state === "delivered" && AFTER_DELIVERY.includes(code)) ||
  (state === "accepted" && AFTER_ACCEPTANCE.includes(code));

/**
 * Whose turn an order is, and what they do: the provider reports, the buyer accepts, a gate holds until what it names has come. What a room
 * asks of a side comes before all of it, also while the order is held: a question of the customs runs out all the same.
 */
export function turnOf(order: Known, stops: readonly OpenableGate[] = [], task: OrderTask | null = null): OrderTurn {
  if (task !== null && mayAsk(task, order.state) && order.disputedSince === null) return { holder: "task", task };
  if (!isOver(order) && sideOf(order) !== null) return { holder: "gate", stops };
  switch (order.state) {
    case "placed":
    case "scheduled":
    case "in_progress":
    case "changes_requested":
    case "accepted": {
      const next = nextMilestone(order);
      if (next === null) return { holder: "nobody" };
      return stops.length > 0
        ? { holder: "gate", stops }
        : { holder: "provider", code: next.code, isAfterDelivery: order.state === "accepted" };
    }
    case "delivered":
      return { holder: "buyer", by: order.autoAcceptAt };
    case "completed":
    case "cancelled":
      return { holder: "nobody" };
    default:
      return unreachable(order.state);
  }
}

/**
 * Who moves an order next: one of its sides or both, or the market in a dispute; `held` where a failed gate or an exception keeps it until
 * somebody acts, `others` where it waits for what other orders bring, `nobody` where nothing is left to do.
 */
export type Mover = "buyer" | "provider" | "parties" | "market" | "held" | "others" | "nobody";

/** Whether somebody can have a turn in an order: not once it is over, but for a payment that was called off with its payer's money still there. */
export const canHaveTurn = ({ service, state }: { readonly service: Service; readonly state: LineState }): boolean =>
  !isOver({ state }) || (service === "payment" && state === "cancelled");

type Standing = {
  readonly service: Service;
  readonly turn: OrderTurn;
  readonly side: SideState | null;
  readonly dispute: DisputeStep | null;
};

type Stopped = { readonly service: Service; readonly stops: readonly OpenableGate[] };

/** The closed gates before an order that one of its sides can open by doing its part. */
export const gatesOpenedBy = (by: "buyer" | "provider", { service, stops }: Stopped): OpenableGate[] =>
  stops.filter(({ lifter }) => lifter === (by === "buyer" ? "buyer" : service));

/**
 * Who moves an order next, by one rule for every list and page: in a dispute whose turn that is; at closed gates each side that can open one of them
 * itself, whatever else the order waits for, though a stop of the work is not the buyer's to end by a gate.
 */
export function moverOf({ service, turn, side, dispute }: Standing): Mover {
  if (dispute !== null) return dispute.who;
  if (turn.holder === "task") return turn.task.side;
  if (turn.holder !== "gate") return turn.holder;
  const isProviders = gatesOpenedBy("provider", { service, stops: turn.stops }).length > 0;
  const isBuyers = side !== "exception" && gatesOpenedBy("buyer", { service, stops: turn.stops }).length > 0;
  if (isProviders) return isBuyers ? "parties" : "provider";
  if (isBuyers) return "buyer";
  return side === null ? "others" : "held";
}
