import type { Instant } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import { isOver } from "./order";
import type { LineState, OrderState } from "../shared/states";

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
