import type { Fault, Side } from "../slots/slot";
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
  readonly state: string;
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

/**
 * The windows from whose start a wait is counted: those of confirmed slots. One that the hub moved, or the buyer's fault, keeps the start
 * of the first window; one that the provider moved or booked anew by its own fault starts with the window it has now. One that the provider
 * missed by its own fault starts with the window that replaces it, confirmed or not: the wait before that is its own.
 */
export const bookedStarts = (slots: readonly Booking[]): BookedStart[] =>
  slots
    .filter((slot) => slot.confirmedAt !== null && !isMovedByBuyer(slot))
    .map((slot) => {
      const next = slot.state === "forfeited" ? replacedByProvider(slot, slots) : null;
      return {
        from: next?.window.from ?? firstStart(slot, slots),
        askedAt: slot.requestedAt,
        givenUpAt: slot.state === "cancelled" ? slot.endedAt : null,
        isAfterMiss: next !== null,
      };
    });

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
 * A wait from the step that began it to the one that ended it; one that still runs ends now. Goods that were sent on from one hub to another
 * have waited at each: those are its stays, in their order, and the drive between them is no part of it.
 */
export type Interval = Span & {
  readonly place: DelayPlace;
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
  /** From when the confirmed slots of the order were booked. */
  readonly booked: readonly BookedStart[];
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

/** A truck that comes before its booked window waits at its own cost until the window begins; of several trucks the first window counts. */
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
function staysBefore({ leftHubs, booked }: Known, goneOn: readonly Instant[]): Stay[] {
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

function intervalAt(place: DelayPlace, known: Known): Interval | null {
  const isBorder = place === "border";
  // At a port nothing waits in a queue: its storage is a charge of its own.
  if (!known.milestones.some(({ code }) => code === STEPS[place].to)) return null;
  const arrivedAt = arrivalOf(place, known);
  const end = endOf(place, known);
  const since = known.leftHubs.at(-1)?.leftAt ?? Number.NEGATIVE_INFINITY;
  const here = stayAt({
    hubId: isBorder ? known.hubId : null,
    arrivedAt,
    booked: isBorder ? known.booked.filter(({ askedAt }) => askedAt > since) : [],
    to: end ?? known.now,
  });
  const before = isBorder
    ? staysBefore(
        known,
        [arrivedAt, end].flatMap((one) => one ?? []),
      )
    : [];
  const stays = [...before, ...here];
  const [first] = stays;
  const last = stays.at(-1);
  if (!first || !last) return null;
  const isRunning = here.length > 0 && end === null;
  return { place, from: first.from, to: last.to, isRunning, began: first.began, stays };
}

/**
 * The waits of an order: at the border from the arrival at the hub, or from the start of the booked window where that is later, until the
 * crossing, and at the destination from the arrival until the delivery. A missed slot starts nothing before the truck is there. A step that was passed over is ended by the next one
 * that was told, and an order that was called off ends what ran. At a hub that the goods were sent on from it ran until that was agreed. An order
 * that crosses no border by land has no wait there. A delivery that is sent back was unloaded all the same: no wait runs on.
 */
export const intervalsOf = (known: Known): Interval[] =>
  DELAY_PLACES.flatMap((place) => intervalAt(place, known) ?? []);
