import type { Fault, Side } from "../slots/sides";
import type { Instant } from "../../shared/instant";

/** From when a confirmed slot lets its truck cross, as far as the clock of waits goes by it. */
export type BookedStart = {
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
