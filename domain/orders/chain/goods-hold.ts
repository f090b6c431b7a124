import type { OrderState } from "../../shared/states";
import type { SideState } from "../side-state";
import type { Instant } from "../../shared/instant";
import type { Eta } from "./eta";
import type { StandingGate } from "./holds";

/** What keeps the goods where they are: what stops their order as a whole, or the gate before a pick-up whose time has come. */
export type GoodsHold = { readonly why: SideState | "gate"; readonly stop: StandingGate | null };

type Carriage = { readonly state: OrderState; readonly stops: readonly StandingGate[] };

const isSide = (state: OrderState): state is SideState =>
  state === "on_hold" || state === "exception" || state === "disputed";

/**
 * What holds the goods of a deal at `now`; null where they go on, have arrived, or nobody carries them. A gate that is closed before a
 * pick-up that is planned for later holds nothing yet.
 */
export function goodsHold(carriage: Carriage | null, eta: Eta, now: Instant): GoodsHold | null {
  if (!carriage || eta.hasArrived) return null;
  const { state, stops } = carriage;
  const [stop = null] = stops;
  if (isSide(state)) return { why: state, stop: state === "on_hold" ? stop : null };
  const isUnderWay = state === "placed" || state === "scheduled" || state === "in_progress";
  const [origin] = eta.stops;
  const hasLeft = eta.stops.some(({ isActual }) => isActual);
  const isDue = !hasLeft && origin !== undefined && origin.at.min <= now;
  return isUnderWay && isDue && stop ? { why: "gate", stop } : null;
}
