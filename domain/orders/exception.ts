import type { LineState } from "../shared/states";
import type { SideTimes } from "./side-state";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { Side } from "./slots/sides";

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
