import { advance } from "../shared/lifecycle";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import { ORDER_LIFECYCLE, type OrderEvent } from "./order";
import type { LineState } from "../shared/states";

/** So often a buyer may ask for changes of one order; what is still not right then is for a dispute. */
export const CHANGE_ROUNDS_MAX = 3;

/** The buyer does not take the delivery yet and says what is to be changed. Refuses `wrong_state` unless it is delivered, and a fourth round. */
export function requestChanges(
  order: { readonly state: LineState },
  rounds: number,
): Result<LineState, Refusal<"wrong_state" | "too_many_rounds">> {
  const next = advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, "request_changes");
  if (!next.ok) return next;
  return rounds >= CHANGE_ROUNDS_MAX ? refuse("too_many_rounds", { maximum: CHANGE_ROUNDS_MAX }) : accept(next.value);
}
