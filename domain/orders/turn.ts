import { unreachable } from "../shared/assert";
import type { Instant } from "../shared/instant";
import type { StandingGate } from "../chain/holds";
import { type LineState, type Milestone, nextMilestone } from "./order";
import { sideOf, type SideTimes } from "./side-state";

export type OrderTurn =
  /** The provider reports `code` next; `isAfterDelivery` where the goods are there and papers follow. */
  | { readonly holder: "provider"; readonly code: string; readonly isAfterDelivery: boolean }
  /** The buyer accepts, or it happens by itself at `by`. */
  | { readonly holder: "buyer"; readonly by: Instant | null }
  /** What it waits for: closed gates before its next step, or what keeps the order as a whole. */
  | { readonly holder: "gate"; readonly stops: readonly StandingGate[] }
  | { readonly holder: "nobody" };

type Known = SideTimes & {
  readonly state: LineState;
  readonly milestones: readonly Milestone[];
  readonly autoAcceptAt: Instant | null;
};

/** Whose turn an order is, and what they do: the provider reports, the buyer accepts, a gate holds until what it names has come. */
export function turnOf(order: Known, stops: readonly StandingGate[] = []): OrderTurn {
  const isOver = order.state === "completed" || order.state === "cancelled";
  if (!isOver && sideOf(order) !== null) return { holder: "gate", stops };
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
