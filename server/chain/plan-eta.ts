import type { OtherWay } from "../../domain/chain/chain-view";
import { type BorderDelay, type Eta, etaOf, type Span } from "../../domain/chain/eta";
import type { WaitAt } from "../../domain/hubs/board/board";
import type { Mode } from "../../domain/hubs/place";
import { planWays } from "../../domain/hubs/plan-ways";
import type { Way } from "../../domain/hubs/way";
import type { Milestone } from "../../domain/orders/order";
import type { Instant } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
import { namedHub } from "../queries/names";
import type { World } from "../queries/network";

export type DelayAt = (hubId: string, mode: Mode, arrival: Instant) => BorderDelay;

type Moving = {
  readonly known: World;
  readonly way: Way;
  readonly pickup: Span;
  readonly milestones: readonly Milestone[];
  readonly delayAt: DelayAt;
  readonly waitAt: WaitAt;
  readonly now: Instant;
};

const OTHERS_MAX = 3;
const WAYS_LOOKED_AT = 12;

/** The leg of the way that crosses China's border; -1 where none does, as of a deal from before ways were kept. */
export const crossingOf = ({ places }: World, way: Way): number =>
  (way.legs ?? []).findIndex(
    ({ fromId, toId }) => (places.get(fromId)?.country === "CN") !== (places.get(toId)?.country === "CN"),
  );

export function planEta({ known, way, pickup, milestones, delayAt, now }: Moving): Eta | null {
  const crossing = crossingOf(known, way);
  if (crossing < 0) return null;
  return etaOf({ way, crossing, pickup, milestones, now, waitAt: (at) => delayAt(way.hubId, way.mode, at) });
}

/** Where the goods were seen last on this side of the border: the number of the stop. */
const seenAt = (eta: Eta): number =>
  Math.max(
    0,
    eta.stops.findLastIndex(({ isActual }) => isActual),
  );

/** Kilometres from where the goods were seen last to the end of their way. */
export const kilometresLeft = (way: Way, eta: Eta): number =>
  way.legs.slice(seenAt(eta)).reduce((all, { km }) => all + km, 0);

/**
 * How else goods that have not crossed could go from where they were seen last, each by its own hub and mode with the wait that is expected
 * there when they come, the soonest first. Empty once they have crossed.
 */
export function otherWays(moving: Moving, eta: Eta): OtherWay[] {
  const { known, way, delayAt, now } = moving;
  const crossing = crossingOf(known, way);
  const from = eta.stops[seenAt(eta)];
  const to = eta.stops.at(-1);
  if (!from || !to || seenAt(eta) > crossing) return [];
  const month = Number(dayOf(now).slice(5, 7));
  const start: Span = from.isActual ? { min: now, max: now } : from.at;
  const asked = { originId: from.placeId, destinationId: to.placeId, month, k: WAYS_LOOKED_AT };
  const found = planWays(known.network, asked, { departsAt: start.min, waitAt: moving.waitAt });
  if (!found.ok) return [];
  const left = kilometresLeft(way, eta);
  return found.value
    .filter((other) => other.hubId !== way.hubId || other.mode !== way.mode)
    .flatMap((other): OtherWay[] => {
      const planned = planEta({ ...moving, way: other, pickup: start, milestones: [] });
      if (!planned) return [];
      return [
        {
          hub: namedHub(known, other.hubId),
          mode: other.mode,
          distanceKm: other.distanceKm,
          wait: planned.wait ?? delayAt(other.hubId, other.mode, now),
          arrives: planned.arrives,
          laterMs: planned.arrives.min - eta.arrives.min,
          furtherKm: other.distanceKm - left,
        },
      ];
    })
    .sort((a, b) => a.laterMs - b.laterMs || a.furtherKm - b.furtherKm)
    .slice(0, OTHERS_MAX);
}
