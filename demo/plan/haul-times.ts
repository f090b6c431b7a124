import type { Mode } from "../../domain/hubs/place";
import { DAY_MS, HOUR_MS, type Instant, instant, later } from "../../domain/shared/time";
import { byOffice, inOffice } from "./calendar";
import type { Movement } from "./plan-movement";
import { inOpening, throughQueue, waitHoursAt } from "./queues";
import { between, type Random } from "./random";
import { type Awarded, hours, latest, partOf, readyAt, type Scene, type Times, work } from "./order-scene";

/** No truck's and no train's way is shorter than this part of its planned days. */
const WAY_SHARE_LEAST = 0.7;

/** Of what the queue says when a truck comes to its end, so much is waited. */
const WAITED = [0.8, 1.15] as const;
/** And so much of that at the least, whatever the crossing lets through in its hours. */
const WAITED_LEAST = 0.5;

/** Hours from the gate-in at a port, or the handover at an airport, until the ship sails or the flight takes off. Estimates. */
const AT_PORT_HOURS: Readonly<Partial<Record<Mode, readonly [number, number]>>> = { sea: [30, 70], air: [8, 18] };
/** What is offloaded waits so long for the next flight, at the least. Hours, an estimate. */
const OFFLOADED_HOURS = 28;
/** A container that is rolled over is loaded one sailing later: services over some weeks' voyage sail once a week, those within the region twice. Days, estimates. */
const SAILS_AGAIN_DAYS = { far: 7, near: 3.5 } as const;
const FAR_DAYS = 15;
/** Beside that it sails as it would have: within such a part of the promised days, and late by some hours at the least. */
const SAILS_WITHIN = 0.86;
const ROLLED_LATE_HOURS = 8;
/** What trucks, ships and freighters keep up over a way, below what any of them could, in km an hour. Estimates. */
const TRUCK_KM_PER_HOUR = 65;
/** From the gate to the air, and from the air to the gate. */
const AT_GATES_MS = 0.6 * HOUR_MS;
const ABOARD_KM_PER_HOUR: Readonly<Partial<Record<Mode, number>>> = { sea: 38, air: 750 };
/** From the berth to the door within the port's own town a container takes so long at the most, and each kilometre beyond takes as long as a train's with its stops. Estimates. */
const ASHORE_HOURS = 60;
const ASHORE_KM_PER_HOUR = 25;
/** A port of loading abroad is in its shipper's own town. Hours, estimates. */
const TO_OWN_PORT_HOURS = [2, 8] as const;

/** Customs let goods go so many hours after they lie before them, at the most, where nothing is wrong with them. Estimates. */
const EXPORT_HOURS = [3, 14] as const;
const IMPORT_HOURS = [4, 26] as const;

/** How long customs take over goods that lie before them: some hours, while time enough is left before what follows. */
const letGoMs = (random: Random, most: readonly [number, number], leftMs: number): number =>
  Math.min(leftMs, partOf(random, most) * HOUR_MS);

/** A slot is taken a day or two before the truck is to be there; it leaves for the hub's yard once it has been loaded and the slot stands. */
function dispatch(
  random: Random,
  { booked, pickedUp, arrived }: Readonly<Record<"booked" | "pickedUp" | "arrived", Instant>>,
): Times {
  const reserved = latest(hours(booked, 1), hours(arrived, -between(random, 10, 44)));
  const from = latest(reserved, pickedUp);
  return {
    slot_reserved: instant(Math.min(reserved, arrived)),
    left_for_hub: later(from, Math.max(0, arrived - from) * between(random, 0.2, 0.5)),
  };
}

/** What a way takes without its wait at the border. */
const movingMs = ({ days, waitHours }: Movement): number => days.min * DAY_MS - waitHours * HOUR_MS;

type Begun = {
  readonly booked: Instant;
  readonly pickedUp: Instant;
  /** From the pick-up to the delivery, as it is going to be. */
  readonly totalMs: number;
  /** What of it is beyond the days that were promised. */
  readonly lateMs: number;
};

/** A truck or a train comes when the goods are there and may go; it waits at the border as the queue of that day makes it. */
function overLand({ random, deal, referenceData }: Scene, { booked, pickedUp, totalMs }: Begun): Times {
  const { movement } = deal;
  const { queues, places } = referenceData;
  const zone = places.get(movement.destinationId)?.zone;
  const leastMs = movingMs(movement) * WAY_SHARE_LEAST;
  // A carrier who sees a long queue hurries where it can: what is promised holds as long as the way can be driven.
  const seen = { hubId: movement.hubId, mode: movement.mode, at: later(pickedUp, leastMs * movement.nearShare) };
  const waitHours = (waitHoursAt(queues, seen) ?? movement.waitHours) * partOf(random, WAITED);
  const movesMs = Math.max(totalMs - waitHours * HOUR_MS, leastMs);
  // Where the network knows no place on the far side of the border, the way to the hub is driven all the same.
  const driveMs = ((movement.crossing?.beforeKm ?? 0) / TRUCK_KM_PER_HOUR) * HOUR_MS;
  const arrived = later(pickedUp, Math.max(movesMs * movement.nearShare, driveMs));
  // Who comes in the morning has the day's traffic before it, and waits its time all the same.
  const least = inOpening(queues, { ...seen, at: later(arrived, waitHours * WAITED_LEAST * HOUR_MS) });
  const crossed = latest(throughQueue(queues, { ...seen, at: arrived, waitHours }), least);
  const delivered = latest(
    byOffice(later(pickedUp, totalMs), zone),
    later(crossed, leastMs * (1 - movement.nearShare)),
  );
  const beyond = delivered - crossed;
  return {
    booked,
    picked_up: pickedUp,
    ...(movement.mode === "road" ? dispatch(random, { booked, pickedUp, arrived }) : {}),
    arrived_hub: arrived,
    export_released: later(arrived, letGoMs(random, EXPORT_HOURS, (crossed - arrived) * between(random, 0.3, 0.8))),
    crossed_border: crossed,
    import_released: later(crossed, letGoMs(random, IMPORT_HOURS, beyond * between(random, 0.1, 0.3))),
    arrived_destination: later(delivered, -beyond * between(random, 0.1, 0.3)),
    delivered,
  };
}

/** How much longer goods of a late haul lie at the port or airport: those that fly are offloaded, of those that sail every other container is rolled over and the rest held on its voyage. */
function rolledMs({ mode, days }: Movement, { pickedUp, lateMs }: Begun, stayMs: number): number {
  if (lateMs <= 0) return 0;
  if (mode === "air") return Math.max(lateMs, OFFLOADED_HOURS * HOUR_MS - stayMs);
  if (Math.floor(pickedUp / HOUR_MS) % 2 !== 0) return 0;
  return SAILS_AGAIN_DAYS[days.min > FAR_DAYS ? "far" : "near"] * DAY_MS;
}

/** From the pick-up to the delivery of a container that is rolled over: its usual days and those until the next sailing, which is all that makes it late. */
function totalRolledMs({ totalMs, lateMs }: Begun, waitedMs: number): number {
  const promisedMs = totalMs - lateMs;
  return Math.max(promisedMs * SAILS_WITHIN + waitedMs, promisedMs + ROLLED_LATE_HOURS * HOUR_MS);
}

const NOT_ABOARD = { before: 0, beforeKm: 0, on: 1, fromDeparture: 1, onKm: 0, afterKm: 0 };

/** A container is gated in, or pallets are handed over, cleared, loaded and gone; at the other port the far side lets them go once they have come. */
function byPorts({ random, deal, referenceData }: Scene, begun: Begun): Times {
  const { booked, pickedUp } = begun;
  const { movement } = deal;
  const zone = referenceData.places.get(movement.destinationId)?.zone;
  const { before, beforeKm, on, fromDeparture, onKm, afterKm } = movement.aboard ?? NOT_ABOARD;
  const usualMs = partOf(random, AT_PORT_HOURS[movement.mode] ?? [24, 24]) * HOUR_MS;
  const waitedMs = rolledMs(movement, begun, usualMs);
  const stayMs = usualMs + waitedMs;
  const totalMs = movement.mode === "sea" && waitedMs > 0 ? totalRolledMs(begun, waitedMs) : begun.totalMs;
  // The days in a port are among those of the way.
  const leastMs = Math.max(0, movingMs(movement) - usualMs) * WAY_SHARE_LEAST;
  const movesMs = Math.max(totalMs - stayMs, leastMs);
  const driveMs = (beforeKm / TRUCK_KM_PER_HOUR) * HOUR_MS;
  const toPortMs = before > 0 ? Math.max(movesMs * before, driveMs) : partOf(random, TO_OWN_PORT_HOURS) * HOUR_MS;
  const gatedIn = later(pickedUp, toPortMs);
  const departed = later(gatedIn, stayMs);
  const delivered = latest(byOffice(later(pickedUp, totalMs), zone), later(departed, leastMs * (1 - before)));
  const beyond = delivered - departed;
  // Of what comes after the departure the voyage is all but the drive from the port, and the time in which the port hands over.
  const aboard = Math.min(0.86, on / fromDeparture) * between(random, 0.94, 1);
  const voyageMs = (onKm / (ABOARD_KM_PER_HOUR[movement.mode] ?? onKm)) * HOUR_MS;
  // A flight takes what it takes; what is left of the days passes in the airport's warehouse, before customs there.
  const ashoreMostMs = (ASHORE_HOURS + afterKm / ASHORE_KM_PER_HOUR) * HOUR_MS;
  const atSeaMs = Math.max(beyond * aboard, beyond - ashoreMostMs, voyageMs);
  const sailed = movement.mode === "air" ? voyageMs + AT_GATES_MS : atSeaMs;
  const arrivedPort = later(departed, Math.min(Math.max(beyond * 0.95, beyond - ashoreMostMs / 2), sailed));
  const ashore = delivered - arrivedPort;
  return {
    booked,
    picked_up: pickedUp,
    arrived_hub: gatedIn,
    export_released: later(gatedIn, letGoMs(random, EXPORT_HOURS, stayMs * between(random, 0.3, 0.6))),
    loaded: later(departed, -stayMs * between(random, 0.06, 0.15)),
    departed,
    arrived_port: arrivedPort,
    import_released: later(arrivedPort, letGoMs(random, IMPORT_HOURS, ashore * between(random, 0.25, 0.5))),
    arrived_destination: later(delivered, -ashore * between(random, 0.05, 0.15)),
    delivered,
  };
}

/** Of the planned days the part that a haul takes which the buyer sees to in another way. */
const OWN_HAUL = [0.7, 0.95] as const;

/** From when goods may be fetched: after their inspection; of a loading that is watched, when the doors are sealed and the truck leaves with them. */
type Release = { readonly goodsMayGo: Instant | undefined; readonly sealed: Instant | undefined };

/** When the steps of a haul happen, by its mode; where nobody of the market was chosen for it the goods go all the same, within the days of the way. */
export function haulTimes(scene: Scene, awarded: Awarded | undefined, { goodsMayGo, sealed }: Release): Times {
  const { random, deal, at, referenceData } = scene;
  const booked = hours(at, between(random, 2, 12));
  const earliest = hours(at, between(random, 30, 60));
  const zone = referenceData.places.get(deal.movement.originId)?.zone;
  const fetched = inOffice(latest(hours(readyAt(deal), between(random, 0, 40)), earliest, goodsMayGo), zone);
  const pickedUp = sealed ?? fetched;
  const ownMs = () => deal.movement.days.max * partOf(random, OWN_HAUL) * DAY_MS;
  const { ms: totalMs, promisedMs } = awarded ? work(scene, awarded) : { ms: ownMs(), promisedMs: Infinity };
  const begun = { booked, pickedUp, totalMs, lateMs: Math.max(0, totalMs - promisedMs) };
  return deal.movement.aboard ? byPorts(scene, begun) : overLand(scene, begun);
}
