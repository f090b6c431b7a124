import { isPortMode, type Mode, type WayLeg } from "../../hubs/place";
import { DAY_MS, HOUR_MS, type Instant, later } from "../../shared/time";
import { startOfDay } from "../../shared/zones";
import type { Begun, Earliest, EarliestRule } from "../earliest";

/**
 * What no vehicle of its kind goes beyond, in km an hour: a heavy truck's speed limiter (90, Council Directive 92/6/EEC), the fastest
 * wagons of China Railway's scheduled freight (120), a container ship's full speed (46, 25 knots), a freighter's cruise (950).
 */
const TOP_KM_PER_HOUR: Readonly<Record<Mode, number>> = { road: 90, rail: 120, sea: 46, air: 950 };

/** Goods are often packed a day before they were promised; more than that is worth a word. Our choice. */
const READY_SLACK_MS = DAY_MS;

/** Milliseconds that the legs take without a stop at the top speed of their modes. */
const travelMs = (legs: readonly WayLeg[]): number =>
  Math.floor(legs.reduce((hours, { km, mode }) => hours + km / TOP_KM_PER_HOUR[mode], 0) * HOUR_MS);

const isAboard = ({ mode }: WayLeg): boolean => isPortMode(mode);

/**
 * The legs from the origin until the way first touches the hub; all of them where it never does. Of a way by sea or air those before the
 * ship or the flight, whichever end of it the hub is.
 */
function legsToHub({ legs, hubPlaceIds }: Begun): readonly WayLeg[] {
  const aboard = legs.findIndex(isAboard);
  if (aboard >= 0) return legs.slice(0, aboard);
  if (legs[0] && hubPlaceIds.includes(legs[0].fromId)) return [];
  const last = legs.findIndex(({ toId }) => hubPlaceIds.includes(toId));
  return last < 0 ? legs : legs.slice(0, last + 1);
}

const readyAt = ({ ready }: Begun): Instant => later(startOfDay(ready.date, ready.zone), -READY_SLACK_MS);

/** Nothing is fetched more than a day before the goods are ready. */
export const whenReady: EarliestRule = (begun) => ({ at: readyAt(begun), because: "goods_ready" });

/** Nothing arrives sooner after it was fetched than the way can be driven; where nobody said when that was, it was as soon as it can have been. */
const after = (begun: Begun, legs: readonly WayLeg[]): Earliest => ({
  at: later(begun.happenedAt("picked_up") ?? readyAt(begun), travelMs(legs)),
  because: "travel",
});

export const whenAtHub: EarliestRule = (begun) => after(begun, legsToHub(begun));
/** By sea and air nothing is at its port or airport of destination before the ship or the flight can have come there. */
export const whenAtPort: EarliestRule = (begun) =>
  after(begun, begun.legs.slice(0, begun.legs.findLastIndex(isAboard) + 1));
export const whenArrived: EarliestRule = (begun) => after(begun, begun.legs);
