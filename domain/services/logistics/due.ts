import { addDays, dayOf, type Instant } from "@/domain/shared/time";
import {
  type Agreed,
  type CountedBy,
  type DueTime,
  type DueTimes,
  dueBy,
  earliestOf,
  endOfDay,
  endOfDays,
  hoursAfter,
  withinDays,
} from "../due-time";
import { endOf, startOf } from "@/domain/shared/wire-fields";
import { isPortMode } from "@/domain/hubs/place";
import type { LogisticsSpec } from "./spec";
import type { LogisticsTerms } from "./terms";

type Known = Agreed<LogisticsSpec, LogisticsTerms>;

type AtHub = { readonly [step in "arrived_hub" | "arrived_port"]?: DueTime | null };

/**
 * The days of the bid's legs up to the one that ends at the hub, from pick-up on; nothing where a leg before it names no days. Where a ship or
 * a flight brings the goods to it, the hub is the port or airport of destination.
 */
function atHub({ terms, happenedAt, hubPlaces, zones }: Known): AtHub {
  const since = happenedAt("picked_up");
  const { legs = [] } = terms;
  const last = legs.findIndex(({ place }) => hubPlaces.includes(place));
  if (since === null || last < 0) return {};
  const days = legs.slice(0, last + 1).map((leg) => leg.days);
  if (days.some((some) => some === undefined)) return {};
  const sum = days.reduce<number>((all, some) => all + (some ?? 0), 0);
  const due = dueBy("bid", "legs", endOfDay(addDays(dayOf(since, zones.origin), sum), zones.hub));
  const mode = legs[last]?.mode;
  return mode && isPortMode(mode) ? { arrived_port: due } : { arrived_hub: due };
}

/** By when the trucks are to be across: no sooner than the windows let them that they have booked. */
function across({ terms, happenedAt, bookedUntil = null }: Known): DueTime | null {
  const waited = dueBy("bid", "borderWaitHours", hoursAfter(happenedAt("arrived_hub"), terms.borderWaitHours));
  return waited && bookedUntil !== null && bookedUntil > waited.at ? dueBy("bid", "slotWindow", bookedUntil) : waited;
}

/** Days of a haul run from the pick-up, by the calendar there, to the end of the last one where the goods go. */
const haulDaysEnd = ({ zones }: CountedBy, since: Instant, days: number): Instant =>
  endOfDays(since, days, { from: zones.origin, to: zones.destination });

/**
 * By when each step of a haul is due. The customs' steps and the papers after the delivery are nobody's promise.
 *
 * | step | by | what says so |
 * | --- | --- | --- |
 * | booked | the pick-up window begins | request: pickupFrom |
 * | picked_up | the pick-up window ends | request: pickupTo |
 * | arrived_hub, or arrived_port where a ship or a flight brings the goods to the hub | the days of the legs up to the hub, from pick-up | bid: legs |
 * | crossed_border | the wait that the bid assumes, from the arrival at the hub, or the end of the last truck's booked window, whichever is later | bid: borderWaitHours, slotWindow |
 * | delivered | the most days from pick-up, or the end of the delivery window, whichever is first | bid: transitDays; request: deliveryTo |
 */
export function logisticsDue(known: Known): DueTimes {
  const { spec, happenedAt } = known;
  const { pickupFrom, pickupTo, deliveryTo } = spec;
  return {
    booked: dueBy("request", "pickupFrom", pickupFrom === undefined ? null : startOf(pickupFrom)),
    picked_up: dueBy("request", "pickupTo", pickupTo === undefined ? null : endOf(pickupTo)),
    ...atHub(known),
    crossed_border: across(known),
    delivered: earliestOf(
      withinDays(known, happenedAt("picked_up"), haulDaysEnd),
      dueBy("request", "deliveryTo", deliveryTo === undefined ? null : endOf(deliveryTo)),
    ),
  };
}
