import type { OrderState } from "../../shared/states";
import type { SideState } from "../side-state";
import type { Instant } from "../../shared/instant";
import type { Eta } from "./eta";
import type { StandingGate } from "./holds";

/**
 * What keeps the goods where they are: what stops their order as a whole, the gate before a place at which they should be by now, or the
 * one before the release of goods that stand across the border.
 */
export type GoodsHold = { readonly why: SideState | "gate"; readonly stop: StandingGate | null };

type Carriage = { readonly state: OrderState; readonly stops: readonly StandingGate[] };

const isSide = (state: OrderState): state is SideState =>
  state === "on_hold" || state === "exception" || state === "disputed";

/**
 * What holds the goods of a deal at `now`; null where they go on, have arrived, or nobody carries them. A gate that is closed before a
 * place that they come to later holds nothing yet; one before the release holds them once they are across.
 */
export function goodsHold(carriage: Carriage | null, eta: Eta, now: Instant): GoodsHold | null {
  if (!carriage || eta.hasArrived) return null;
  const { state, stops } = carriage;
  const [stop = null] = stops;
  if (isSide(state)) return { why: state, stop: state === "on_hold" ? stop : null };
  const isUnderWay = state === "placed" || state === "scheduled" || state === "in_progress";
  const next = eta.stops[eta.stops.findLastIndex(({ isActual }) => isActual) + 1];
  const isDue = next !== undefined && next.at.min <= now;
  const isAtRelease = stop?.gate.holds.code === "import_released";
  return isUnderWay && (isDue || isAtRelease) && stop ? { why: "gate", stop } : null;
}
