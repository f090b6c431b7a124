import { type Fault, isBookedOrUsed, type Side, type SlotState } from "../slots/slot";
import type { Instant } from "../../shared/time";
import type { Milestone } from "../order";
import type { Span } from "./time-spans";

/** From when a confirmed slot lets its truck cross, as far as the clock of waits goes by it. */
type BookedStart = {
  readonly from: Instant;
  /** When the slot was asked for: it tells at which hub, where the goods were sent on. */
  readonly askedAt: Instant;
  /** When the slot was called off; null where it was not. */
  readonly givenUpAt: Instant | null;
  /** Whether it is that of the slot which replaces one that the provider missed by its own fault. */
  readonly isAfterMiss: boolean;
};

type Booking = {
  readonly id: string;
  readonly tractorPlate: string;
  readonly state: SlotState;
  readonly crossedAt: Instant | null;
  readonly window: { readonly from: Instant };
  readonly requestedAt: Instant;
  readonly confirmedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly replacesId: string | null;
  readonly atFault: Fault | null;
  readonly bookedBy: Side;
  readonly moveCount: number;
};

/** A window that the buyer itself moved binds the truck to nothing: its wait is counted from the arrival, as without a slot. */
const isMovedByBuyer = ({ bookedBy, moveCount }: Booking): boolean => bookedBy === "buyer" && moveCount > 0;

/** The start of the first window of a slot: that of the slot which it replaces, unless the provider had caused the replacement. */
function firstStart(slot: Booking, slots: readonly Booking[]): Instant {
  const before = slots.find(({ id }) => id === slot.replacesId);
  if (!before || before.confirmedAt === null || slot.atFault === "provider" || isMovedByBuyer(before))
    return slot.window.from;
  return Math.min(slot.window.from, firstStart(before, slots)) as Instant;
}

/** The slot that the provider booked, by its own fault, in place of another; of several in a row the last. */
function replacedByProvider({ id }: Booking, slots: readonly Booking[]): Booking | null {
  const next = slots.find(({ replacesId, atFault }) => replacesId === id && atFault === "provider");
  return next ? (replacedByProvider(next, slots) ?? next) : null;
}

/** The slot that is asked for in place of one that was given up, and not confirmed yet; none once it ended too. */
const askedInPlaceOf = ({ id, state }: Booking, slots: readonly Booking[]): Booking | undefined =>
  state === "cancelled"
    ? slots.find((one) => one.replacesId === id && one.confirmedAt === null && isBookedOrUsed(one))
    : undefined;

/**
 * The windows from whose start a wait is counted: those of confirmed slots. One that the hub moved, or the buyer's fault, keeps the start
 * of the first window; one that the provider moved or booked anew by its own fault starts with the window it has now. One that the provider
 * missed by its own fault starts with the window that replaces it, confirmed or not: the wait before that is its own. One that was given up for
 * another binds by the same rule until the other is confirmed.
 */
const bookedStarts = (slots: readonly Booking[]): BookedStart[] =>
  slots
    .filter((slot) => slot.confirmedAt !== null && !isMovedByBuyer(slot))
    .map((slot) => {
      const next = slot.state === "forfeited" ? replacedByProvider(slot, slots) : null;
      const asked = askedInPlaceOf(slot, slots);
      return {
        from: next?.window.from ?? firstStart(asked ?? slot, slots),
        askedAt: slot.requestedAt,
        givenUpAt: slot.state === "cancelled" && !asked ? slot.endedAt : null,
        isAfterMiss: next !== null,
      };
    });

/** Trucks of an order of which the same is booked and told. */
export type WaitingTrucks = {
  /** Their plates; none of trucks that no slot names. */
  readonly plates: readonly string[];
  readonly count: number;
  /** From when their confirmed slots were booked. */
  readonly booked: readonly BookedStart[];
  /** When they crossed, as it was told of their slot; null where it was not. */
  readonly crossedAt: Instant | null;
};

/**
 * The truck of these that a slot was booked for: the one whose slot it replaces, the one of its plate that has no other, a new one, and once
 * all are named one whose own slot has ended.
 */
function truckOf(slot: Booking, trucks: readonly (readonly Booking[])[], count: number): number {
  const isFree = (slots: readonly Booking[]) => !slots.some(isBookedOrUsed);
  const replaced = trucks.findIndex((slots) => slots.some(({ id }) => id === slot.replacesId));
  if (replaced >= 0) return replaced;
  const same = trucks.findIndex((slots) => isFree(slots) && slots.at(-1)?.tractorPlate === slot.tractorPlate);
  if (same >= 0) return same;
  const free = trucks.findIndex(isFree);
  return trucks.length < count ? trucks.length : free < 0 ? trucks.length - 1 : free;
}

/** The trucks of an order by its slots, the first booked first, and in one group those that none was booked for. */
export function waitingTrucks(slots: readonly Booking[], count: number): WaitingTrucks[] {
  const trucks: Booking[][] = [];
  for (const slot of slots) {
    const own = truckOf(slot, trucks, count);
    trucks[own] = [...(trucks[own] ?? []), slot];
  }
  const named = trucks.map((own): WaitingTrucks => {
    const last = own.findLast(isBookedOrUsed) ?? own.at(-1);
    const plates = last ? [last.tractorPlate] : [];
    return { plates, count: 1, booked: bookedStarts(own), crossedAt: last?.crossedAt ?? null };
  });
  const rest = count - named.length;
  return rest > 0 ? [...named, { plates: [], count: rest, booked: [], crossedAt: null }] : named;
}

/** Where goods wait: at the border, and where they are unloaded. */
export const DELAY_PLACES = ["border", "destination"] as const;
export type DelayPlace = (typeof DELAY_PLACES)[number];

/** What a stay is counted from: the arrival, the start of the booked window of a truck that came before it, or of the one that replaces a slot which the provider missed. */
export const BEGINNINGS = ["arrived", "slot_window", "slot_missed"] as const;

/** A stretch of a wait in which the truck stood at one hub, or where it unloads. */
export type Stay = Span & {
  /** Null at the destination. */
  readonly hubId: string | null;
  readonly began: (typeof BEGINNINGS)[number];
};

/**
 * A wait of one truck, or of several that waited alike, from the step that began it to the one that ended it; one that still runs ends now. Goods that were sent on from one hub to another
 * have waited at each: those are its stays, in their order, and the drive between them is no part of it.
 */
export type Interval = Span & {
  readonly place: DelayPlace;
  readonly trucks: number;
  /** The plates of those trucks; none where no slot names them. */
  readonly plates: readonly string[];
  readonly isRunning: boolean;
  readonly began: Stay["began"];
  readonly stays: readonly Stay[];
};

/** A hub that the goods were sent on from, as both sides agreed: when they had come to it, and when it was agreed. */
export type LeftHub = { readonly hubId: string; readonly arrivedAt: Instant | null; readonly leftAt: Instant };

const STEPS: Readonly<Record<DelayPlace, { readonly from: string; readonly to: string }>> = {
  border: { from: "arrived_hub", to: "crossed_border" },
  destination: { from: "arrived_destination", to: "delivered" },
};

type Known = {
  readonly milestones: readonly Milestone[];
  /** The hub that the goods go by now, and those that they went by before, the first first. */
  readonly hubId: string;
  readonly leftHubs: readonly LeftHub[];
  /** The trucks of the order. At the destination they wait as one. */
  readonly trucks: readonly WaitingTrucks[];
  /** When the goods were first told to be delivered, where the delivery was sent back since: they were unloaded then. */
  readonly firstDeliveredAt: Instant | null;
  /** When the order was called off; null where it was not. */
  readonly endedAt: Instant | null;
  readonly now: Instant;
};

const arrivalOf = (place: DelayPlace, { milestones }: Known): Instant | null =>
  milestones.find(({ code }) => code === STEPS[place].from)?.occurredAt ?? null;

/** When nothing waits at the place any more; null where it may still. */
function endOf(place: DelayPlace, { milestones, firstDeliveredAt, endedAt }: Known): Instant | null {
  const position = milestones.findIndex(({ code }) => code === STEPS[place].to);
  const told = milestones.slice(position).map(({ occurredAt }) => occurredAt);
  const later = [...told, firstDeliveredAt].flatMap((at) => at ?? []);
  return later.length > 0 ? (Math.min(...later) as Instant) : endedAt;
}

type Stood = {
  readonly hubId: string | null;
  readonly arrivedAt: Instant | null;
  readonly booked: readonly BookedStart[];
  readonly to: Instant;
};

/** A truck that comes before its booked window waits at its own cost until the window begins; where it has booked several, the first counts. */
function startOf({ arrivedAt, booked, to }: Stood): Pick<Stay, "from" | "began"> | null {
  // Nothing waits before the truck is there, whatever was booked or missed.
  if (arrivedAt === null) return null;
  const standing = booked.filter(({ givenUpAt }) => givenUpAt === null || givenUpAt >= to);
  const [first] = standing.sort((a, b) => a.from - b.from || Number(b.isAfterMiss) - Number(a.isAfterMiss));
  if (!first || first.from <= arrivedAt) return { from: arrivedAt, began: "arrived" };
  return { from: first.from, began: first.isAfterMiss ? "slot_missed" : "slot_window" };
}

function stayAt(stood: Stood): Stay[] {
  const { hubId, to } = stood;
  const start = startOf(stood);
  return start && start.from < to ? [{ hubId, ...start, to }] : [];
}

/** The stays at hubs that the goods were sent on from. Each ends with the agreement, or before it where they were at a later hub or beyond by then. */
function staysBefore({ leftHubs }: Known, booked: readonly BookedStart[], goneOn: readonly Instant[]): Stay[] {
  return leftHubs.flatMap(({ hubId, arrivedAt, leftAt }, place) => {
    const since = leftHubs[place - 1]?.leftAt ?? Number.NEGATIVE_INFINITY;
    const ahead = leftHubs.slice(place + 1).flatMap((later) => later.arrivedAt ?? []);
    return stayAt({
      ...{ hubId, arrivedAt },
      // A slot is at one crossing: whatever was asked for after the agreement is of the next hub's.
      booked: booked.filter(({ askedAt }) => since < askedAt && askedAt <= leftAt),
      to: Math.min(leftAt, ...ahead, ...goneOn) as Instant,
    });
  });
}

function intervalAt(place: DelayPlace, known: Known, trucks: WaitingTrucks): Interval | null {
  const isBorder = place === "border";
  // At a port nothing waits in a queue: its storage is a charge of its own.
  if (!known.milestones.some(({ code }) => code === STEPS[place].to)) return null;
  const arrivedAt = arrivalOf(place, known);
  const { booked, crossedAt } = trucks;
  // The goods are across with their last truck: each waits until its own crossing, and none after that.
  const ends = [endOf(place, known), isBorder ? crossedAt : null].flatMap((one) => one ?? []);
  const end = ends.length > 0 ? (Math.min(...ends) as Instant) : null;
  const since = known.leftHubs.at(-1)?.leftAt ?? Number.NEGATIVE_INFINITY;
  const here = stayAt({
    hubId: isBorder ? known.hubId : null,
    arrivedAt,
    booked: isBorder ? booked.filter(({ askedAt }) => askedAt > since) : [],
    to: end ?? known.now,
  });
  const before = isBorder
    ? staysBefore(
        known,
        booked,
        [arrivedAt, end].flatMap((one) => one ?? []),
      )
    : [];
  const stays = [...before, ...here];
  const [first] = stays;
  const last = stays.at(-1);
  if (!first || !last) return null;
  const isRunning = here.length > 0 && end === null;
  const { count, plates } = trucks;
  return { place, trucks: count, plates, from: first.from, to: last.to, isRunning, began: first.began, stays };
}

const countOf = (trucks: readonly WaitingTrucks[]): number => trucks.reduce((all, { count }) => all + count, 0);

/** Trucks that stood at the same places at the same times wait as one. */
const alike = (intervals: readonly Interval[]): Interval[] =>
  [...Map.groupBy(intervals, ({ stays, isRunning }) => JSON.stringify([stays, isRunning])).values()].flatMap((same) => {
    const [first] = same;
    const trucks = same.reduce((all, one) => all + one.trucks, 0);
    return first ? [{ ...first, trucks, plates: same.flatMap(({ plates }) => plates) }] : [];
  });

/**
 * The waits of an order: at the border for each truck from the arrival at the hub, or from the start of its booked window where that is later,
 * until its crossing, or that of the goods; and at the destination from the arrival until the delivery. A missed slot starts nothing before the truck is there. A step that was passed over is ended by the next one
 * that was told, and an order that was called off ends what ran. At a hub that the goods were sent on from it ran until that was agreed. An order
 * that crosses no border by land has no wait there. A delivery that is sent back was unloaded all the same: no wait runs on.
 */
export function intervalsOf(known: Known): Interval[] {
  const { trucks } = known;
  const together: WaitingTrucks = { plates: [], count: countOf(trucks), booked: [], crossedAt: null };
  const atBorder = alike(trucks.flatMap((one) => intervalAt("border", known, one) ?? []));
  return [...atBorder, ...[intervalAt("destination", known, together) ?? []].flat()];
}

/** The hours in which any truck of an order waits at a place, at one hub after the other; null where none has. */
export function waitAt(
  place: DelayPlace,
  intervals: readonly Interval[],
): Pick<Interval, "to" | "isRunning" | "stays"> | null {
  const there = intervals.filter((one) => one.place === place);
  const stays = there.flatMap((one) => one.stays).sort((a, b) => a.from - b.from);
  const joined: Stay[] = [];
  for (const stay of stays) {
    const last = joined.at(-1);
    const goesOn = last?.hubId === stay.hubId && stay.from <= last.to;
    if (last && goesOn) joined.splice(-1, 1, { ...last, to: Math.max(last.to, stay.to) as Instant });
    else joined.push(stay);
  }
  const last = joined.at(-1);
  return last ? { to: last.to, isRunning: there.some(({ isRunning }) => isRunning), stays: joined } : null;
}
