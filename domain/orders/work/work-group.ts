import type { SideState } from "../side-state";
import type { OrderTurn } from "../turn";
import type { Service } from "../../shared/service";
import type { Lifter } from "./lifter";

/**
 * The parts of a provider's work list, in the order in which they are read: what it can do something about now, what is kept from going on
 * until somebody acts, what waits for what has not come yet, and what waits for the buyer's acceptance.
 */
export const WORK_GROUPS = ["yours", "held", "waiting", "delivered"] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

type Known = {
  readonly service: Service;
  readonly turn: OrderTurn;
  readonly side: SideState | null;
  /** Who can open the closed gates that the order waits for. */
  readonly lifters: readonly (Lifter | null)[];
};

/**
 * In which part of its provider's list an order stands, with what a room of it asks first; null where nothing is left to do. A gate that its own provider can open is its turn,
 * whatever else the order waits for; a hold, an exception and a dispute are not.
 */
export function workGroupOf({ service, turn, side, lifters }: Known): WorkGroup | null {
  switch (turn.holder) {
    case "provider":
      return "yours";
    case "task":
      return turn.task.side === "provider" ? "yours" : "waiting";
    case "buyer":
      return "delivered";
    case "gate":
      if (lifters.includes(service)) return "yours";
      return side === null ? "waiting" : "held";
    case "nobody":
      return null;
  }
}
