import { unreachable } from "../shared/assert";
import type { Instant } from "../shared/instant";
import { type Milestone, nextMilestone, type OrderState } from "./order";

export type OrderTurn =
  /** The provider reports `code` next; `isAfterDelivery` where the goods are there and papers follow. */
  | { readonly holder: "provider"; readonly code: string; readonly isAfterDelivery: boolean }
  /** The buyer accepts, or it happens by itself at `by`. */
  | { readonly holder: "buyer"; readonly by: Instant | null }
  | { readonly holder: "gate" | "nobody" };

type Known = {
  readonly state: OrderState;
  readonly milestones: readonly Milestone[];
  readonly autoAcceptAt: Instant | null;
};

/** Whose turn an order is, and what they do: the provider reports, the buyer accepts, a hold waits for what it names. */
export function turnOf(order: Known): OrderTurn {
  switch (order.state) {
    case "placed":
    case "scheduled":
    case "in_progress":
    case "changes_requested":
    case "accepted": {
      const next = nextMilestone(order);
      return next === null
        ? { holder: "nobody" }
        : { holder: "provider", code: next.code, isAfterDelivery: order.state === "accepted" };
    }
    case "delivered":
      return { holder: "buyer", by: order.autoAcceptAt };
    case "on_hold":
    case "exception":
    case "disputed":
      return { holder: "gate" };
    case "completed":
    case "cancelled":
      return { holder: "nobody" };
    default:
      return unreachable(order.state);
  }
}
