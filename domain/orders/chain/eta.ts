import type { WaitSource } from "../../hubs/board/board";
import { nextOpening, type OpeningHours } from "../../hubs/board/opening-hours";
import type { Way } from "../../hubs/place";
import type { PortDays } from "../../hubs/travel-time";
import type { Milestone } from "../order";
import type { SlotWindow } from "../slots/window";
import { assert } from "../../shared/result";
import { DAY_MS, HOUR_MS, type Instant, instant, later } from "../../shared/time";

/** A point in time that is not known to the hour: not before `min`, not after `max` as far as is planned. */
export type Span = { readonly min: Instant; readonly max: Instant };

/** How long goods that come to the border at some time wait there: in the queue, and for it to open. */
export type BorderDelay = {
  readonly queueMs: number;
  readonly closureMs: number;
  readonly source: WaitSource;
};

/**
 * One place of the way with the time of being there; `isActual` where the carrier has reported it, `isPassed` where it has reported a place
 * behind it and not this one: the goods were there, by that later report at the latest.
 */
export type EtaStop = {
  readonly placeId: string;
  readonly at: Span;
  readonly isActual: boolean;
  readonly isPassed: boolean;
  /** The goods should have been there by now, and nobody has said so: `at` is now at the earliest, and no forecast. */
  readonly isOverdue: boolean;
};

export type Eta = {
  /** In the order of the way: origin, every place between, destination. */
  readonly stops: readonly EtaStop[];
  /** Of the crossing, while the goods have not crossed and no truck has been called in to it. */
  readonly wait: BorderDelay | null;
  /** Whether the goods stand at the border, and have still to cross it. */
  readonly isAtBorder: boolean;
  readonly arrives: Span;
  readonly hasArrived: boolean;
};

/** The slot of a truck that has yet to cross; `calledAt` once it has been called in. */
export type CrossingSlot = { readonly window: SlotWindow; readonly calledAt: Instant | null };

/** What keeps goods from crossing beside the queue: the slots of trucks that have yet to cross, and the hours of the crossing where it has any. */
export type CrossingLimits = { readonly slots: readonly CrossingSlot[]; readonly hours: OpeningHours | null };

type Planned = CrossingLimits & {
  readonly way: Way;
  /** The number of the leg that crosses China's border. */
  readonly crossing: number;
  /** What of that leg's days passes in ports or airports; none by land. */
  readonly portDays: PortDays;
  /** When the goods are to be picked up. */
  readonly pickup: Span;
  readonly milestones: readonly Pick<Milestone, "code" | "occurredAt">[];
  readonly waitAt: (arrival: Instant) => BorderDelay;
  readonly now: Instant;
};

const exactly = (at: Instant): Span => ({ min: at, max: at });
const notBefore = ({ min, max }: Span, now: Instant): Span => {
  const from = min < now ? now : min;
  return { min: from, max: max < from ? from : max };
};

const notAfter = ({ min, max }: Span, end: Instant): Span => ({
  min: instant(Math.min(min, end)),
  max: instant(Math.min(max, end)),
});

/** A crossing no sooner than the last truck's slot begins, since the goods are across with their last truck, and within the opening hours. */
function crossable({ min, max }: Span, { slots, hours }: CrossingLimits): Span {
  const open = (at: Instant) => (hours ? nextOpening(hours, at) : at);
  const from = open(instant(Math.max(min, ...slots.map(({ window }) => window.from))));
  return { min: from, max: open(instant(Math.max(from, max))) };
}

const isCalled = ({ calledAt }: CrossingSlot): boolean => calledAt !== null;

/**
 * When goods cross that come through the queue as `planned`. A truck that has been called in crosses within its window, whatever queue there
 * was: of several trucks the last one counts, whose slow end is its window's, or the plan's while it waits for its call. A time that is over
 * without a word is now.
 */
function crossingTime(planned: Span, limits: CrossingLimits, now: Instant): { at: Span; isOverdue: boolean } {
  const called = limits.slots.filter(isCalled).map(({ window }) => window);
  const possible = crossable(planned, limits);
  if (called.length === 0) return { at: crossable(notBefore(planned, now), limits), isOverdue: possible.max < now };
  const min = instant(Math.max(...limits.slots.map(({ window }) => window.from)));
  const lastEnds = instant(Math.max(...called.map(({ to }) => to)));
  const max = called.length === limits.slots.length ? lastEnds : instant(Math.max(possible.max, lastEnds));
  return { at: notBefore({ min, max }, now), isOverdue: max < now };
}

/** The slow end of what is planned: a quarter more. */
const SLOW = 1.25;

const plus = ({ min, max }: Span, days: number): Span => ({
  min: later(min, days * DAY_MS),
  max: later(max, days * SLOW * DAY_MS),
});

/** A leg's travel without the wait and the time in ports that the plan has in its crossing: the slow end is a quarter more, of those too. */
function travel({ way, crossing, portDays }: Planned, leg: number): { minMs: number; maxMs: number } {
  const days = way.legs[leg]?.days;
  assert(days, "the leg is one of the way's");
  const stoodMs = (way.borderWait?.hours ?? 0) * HOUR_MS + (portDays.before + portDays.after) * DAY_MS;
  const besideMs = leg === crossing ? stoodMs : 0;
  return {
    minMs: Math.max(0, days.min * DAY_MS - besideMs),
    maxMs: Math.max(0, days.max * DAY_MS - besideMs * SLOW),
  };
}

const toldOf = ({ milestones }: Planned, code: string): Instant | null =>
  milestones.find((milestone) => milestone.code === code)?.occurredAt ?? null;

/** When the ship or the flight leaves that the goods are aboard of: as it was told, else now at the earliest; null of goods that are not aboard. */
function sailingOf(planned: Planned): Span | null {
  const departedAt = toldOf(planned, "departed");
  if (departedAt !== null) return exactly(departedAt);
  const loadedAt = toldOf(planned, "loaded");
  return loadedAt === null ? null : notBefore(exactly(loadedAt), planned.now);
}

/**
 * From when goods go on that come over the border at a time: from their release where it was told, else once the port or airport has handled
 * them; those that are across and not released not before now.
 */
function goingOn(across: Span, planned: Planned, isAcross: boolean): Span {
  const { milestones, portDays, now } = planned;
  const releasedAt = toldOf(planned, "import_released");
  if (releasedAt !== null) return notBefore(across, releasedAt);
  const handled = plus(across, portDays.after);
  return isAcross && milestones.some(({ code }) => code === "import_released") ? notBefore(handled, now) : handled;
}

const queueOf = ({ queueMs, closureMs }: BorderDelay): number => queueMs + closureMs;

/** What was reported on the way, by the number of the stop that it was reported at; null where nothing was. */
function toldAtStops(planned: Planned): Map<number, Instant | null> {
  const { way, crossing } = planned;
  const toldAt = (code: string) => toldOf(planned, code);
  const last = way.legs.length;
  const told = new Map<number, Instant | null>([[0, toldAt("picked_up")]]);
  const landedAt = toldAt("arrived_port");
  const acrossAt = toldAt("crossed_border") ?? landedAt;
  const arrivedAt = toldAt("arrived_destination") ?? toldAt("delivered");
  if (crossing > 0) told.set(crossing, toldAt("arrived_hub"));
  told.set(crossing + 1, acrossAt);
  // A port or airport at which the way ends is reached with the ship or the flight, and not with the handover after the customs.
  told.set(last, crossing + 1 === last ? (landedAt ?? arrivedAt ?? acrossAt) : arrivedAt);
  return told;
}

/**
 * When the goods are where on their way: what was reported as it was, what was not from the last known time on, leg by leg, and at the
 * border by the wait that its board expects for their arrival, not before a slot that is booked nor while the crossing is shut, and within
 * the slot of a truck that was called in. A port is reached with the ship: the days in the first port lie before the voyage and are past once
 * the goods are aboard, those in the second before what follows. Goods that are across drive on once they are released, which is now at the
 * earliest. What has not been reported has not happened, so it lies at `now` or after.
 */
export function etaOf(planned: Planned): Eta {
  const { way, crossing, portDays, now, waitAt, slots } = planned;
  const last = way.legs.length;
  const told = toldAtStops(planned);
  const sails = sailingOf(planned);
  const isAcross = (told.get(crossing + 1) ?? null) !== null;
  // A truck that was called in had come to the border by then.
  const calls = slots.flatMap(({ calledAt }) => calledAt ?? []);
  const toldBehind = (stop: number): Instant[] => [
    ...[...told].flatMap(([one, at]) => (one > stop && at !== null ? [at] : [])),
    ...(stop <= crossing ? calls : []),
  ];

  const stops: EtaStop[] = [];
  let at: Span = planned.pickup;
  let wait: BorderDelay | null = null;
  for (let stop = 0; stop <= last; stop++) {
    const behind = toldBehind(stop);
    const isCrossing = stop - 1 === crossing;
    if (stop > 0) {
      const { minMs, maxMs } = travel(planned, stop - 1);
      if (stop - 2 === crossing) at = goingOn(at, planned, isAcross);
      const delays = isCrossing && sails === null ? ([waitAt(at.min), waitAt(at.max)] as const) : null;
      // What is aboard waits no more, and its voyage begins when the ship or the flight leaves.
      if (isCrossing) at = sails ?? plus(at, portDays.before);
      const isAhead = behind.length === 0 && (told.get(stop) ?? null) === null;
      if (delays && isAhead && calls.length === 0) wait = delays[0];
      at = {
        min: later(at.min, minMs + (delays ? queueOf(delays[0]) : 0)),
        max: later(at.max, maxMs + (delays ? queueOf(delays[1]) : 0)),
      };
    }
    const known = told.get(stop) ?? null;
    const isPassed = known === null && behind.length > 0;
    let isOverdue = false;
    // A place that was passed without a word lies between those that were told: no later than the next of them.
    if (known !== null) at = exactly(known);
    else if (isPassed) at = notAfter(at, instant(Math.min(...behind)));
    else if (isCrossing && sails === null) ({ at, isOverdue } = crossingTime(at, planned, now));
    else {
      isOverdue = at.max < now;
      at = notBefore(at, now);
    }
    const placeId = stop === 0 ? (way.legs[0]?.fromId ?? "") : (way.legs[stop - 1]?.toId ?? "");
    stops.push({ placeId, at, isActual: known !== null, isPassed, isOverdue });
  }
  const end = stops.at(-1);
  assert(end, "a way has stops");
  const seenAt = stops.findLastIndex(({ isActual, isPassed }) => isActual || isPassed);
  return {
    stops,
    wait,
    isAtBorder: seenAt === crossing && toldOf(planned, "departed") === null,
    arrives: end.at,
    hasArrived: end.isActual,
  };
}
