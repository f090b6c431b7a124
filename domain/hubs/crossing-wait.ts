import { type Closure, spanOf, type WaitsByDirection } from "@/domain/hubs/board/board";
import { instant, type Instant } from "@/domain/shared/time";
import type { Direction } from "@/domain/shared/vocabulary";
import type { WayBorderWait, WayClosure } from "./place";
import { type Edge, type PreparedNetwork, waitKey } from "./prepare-network";
import { CENTIDAY_MS, type Centidays, waitTime } from "./travel-time";

/** What a way waits at its crossing: in the planner's time, and as it is told. */
export type CrossingWait = { readonly time: Centidays; readonly wait: WayBorderWait };

/** Answers the wait of goods that reach the crossing so long after they left; null where none is known. */
export type WaitAtCrossing = (edge: Pick<Edge, "hubId" | "mode">, after: Centidays) => CrossingWait | null;

/** The planning figures of one month, whenever the goods arrive. */
export const monthWaits =
  (network: Pick<PreparedNetwork, "waits">, month: number): WaitAtCrossing =>
  ({ hubId, mode }) => {
    const known = network.waits.get(waitKey(hubId ?? "", mode, month));
    if (!known) return null;
    const { hours, source, isEstimate } = known;
    return { time: waitTime(hours), wait: { hours, month, source, isEstimate } };
  };

/** From when goods are on their way, and what they will wait where they then arrive, by their direction. */
export type Departure = { readonly departsAt: Instant; readonly waits: WaitsByDirection };

const toldClosure = (closure: Closure): WayClosure => {
  const { from, to } = spanOf(closure);
  return { from: instant(from), to: instant(to), reason: closure.reason };
};

/** What the board says for the time of the arrival; the month's figures stay those of the month that is asked for. */
export const boardWaits =
  ({ departsAt, waits }: Departure, direction: Direction, month: number): WaitAtCrossing =>
  ({ hubId, mode }, after) => {
    const arrivesAt = instant(departsAt + after * CENTIDAY_MS);
    const found = waits[direction](hubId ?? "", mode, arrivesAt, month);
    if (!found) return null;
    const { hours, closedHours, source: basis, asOf, isEstimate, statedBy, closures } = found;
    const source = statedBy ?? closures[0]?.source ?? "";
    // A month's figure is told as it was before there were boards.
    const more = {
      ...(basis === "month" ? {} : { basis }),
      ...(asOf === null ? {} : { asOf }),
      ...(closedHours > 0 ? { closedHours } : {}),
      ...(basis === "month" && closures.length === 0 ? {} : { arrivesAt }),
      ...(closures.length === 0 ? {} : { closures: closures.map(toldClosure) }),
    };
    return { time: Math.round(found.totalMs / CENTIDAY_MS), wait: { hours, month, source, isEstimate, ...more } };
  };
