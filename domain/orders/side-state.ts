import type { Instant } from "../shared/instant";
import { type Refusal, type Result, accept, refuse } from "../shared/result";
import { isOver } from "./order";
import type { LineState, OrderState } from "../shared/states";
import type { Side } from "./slots/sides";

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
