import { insertSlot } from "@/db/repositories/slots";
import type { Instant } from "@/domain/shared/instant";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import { accept, checkAll, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { type SlotKind, slotFee } from "@/domain/orders/slots/fees";
import { lostSlotOf, type NewSlotRefusal, mayBook } from "@/domain/orders/slots/order-of-slot";
import { type Fault, payerOf, usualPayer } from "@/domain/orders/slots/sides";
import { endsBy } from "@/domain/orders/slots/slot";
import type { SlotDriver } from "@/domain/orders/slots/slot-fields";
import type { SlotSystem } from "@/domain/orders/slots/systems";
import { checkWindow, type CrossingClock, type SlotWindow, type WindowRefusal } from "@/domain/orders/slots/window";
import type { CommandContext, PrepareContext } from "../../platform/command";
import type { OrderWithSlots } from "./load-slot";
import { crossingClockAt, crossingsAt, feeIndexAt } from "./slot-reference";

export type Booking = {
  readonly system: SlotSystem;
  /** Why it is not the bid's. */
  readonly systemReason: string | null;
  readonly kind: SlotKind;
  readonly placeId: string;
  readonly window: SlotWindow;
  readonly tractorPlate: string;
  readonly trailerPlate?: string | undefined;
  readonly drivers: readonly SlotDriver[];
  /** Of the slot whose place it takes, and why. */
  readonly instead?: { readonly slotId: string; readonly atFault: Fault; readonly words: string };
};

/** Of a place that is no crossing nobody knows the hours. */
const NO_CLOCK: CrossingClock = { zone: MARKET_ZONE, hours: null };

export type BookRefusal = NewSlotRefusal | WindowRefusal | Refusal<"slot_place_unknown" | "slot_book_anew">;

/** A booking as far as it can be read. */
type ReadBooking = Pick<Booking, "system"> & {
  readonly placeId?: string | undefined;
  readonly windowFrom?: Instant | undefined;
  readonly windowTo?: Instant | undefined;
  readonly tractorPlate?: string | undefined;
  /** The slot whose place it takes. */
  readonly insteadOf?: string;
};

/** Whether the truck may have another slot. Refuses one that is to be booked anew from the slot that it lost (`slot_book_anew`). */
function checkTruck(
  { order, slots, contract }: OrderWithSlots,
  { system, tractorPlate = "", insteadOf }: ReadBooking,
): Result<void, BookRefusal> {
  const others = slots.filter(({ id }) => id !== insteadOf);
  const allowed = mayBook(order, { slots: others, tractorPlate, trucks: contract.trucks });
  if (!allowed.ok) return allowed;
  const lost = insteadOf === undefined ? lostSlotOf(slots, { system, tractorPlate }) : undefined;
  return lost ? refuse("slot_book_anew", { plate: tractorPlate, number: lost.number }) : accept(undefined);
}

/** Holds a booking to the rules of its order, its crossing and its window, all at once; what cannot be read of it is held to none. */
export async function checkBooking(
  { read, now }: Pick<PrepareContext, "read" | "now">,
  all: OrderWithSlots,
  booking: ReadBooking,
): Promise<Result<void, BookRefusal>> {
  const { system, placeId, windowFrom: from, windowTo: to } = booking;
  const { hubId } = all.order;
  const isCrossing = placeId !== undefined && (await crossingsAt(read, hubId, system)).includes(placeId);
  const clock = () => (isCrossing ? crossingClockAt(read, { hubId, placeId, now }) : NO_CLOCK);
  return checkAll<BookRefusal>([
    checkTruck(all, booking),
    placeId === undefined || isCrossing ? accept(undefined) : refuse("slot_place_unknown"),
    from === undefined || to === undefined
      ? accept(undefined)
      : checkWindow(system, { from, to }, { now, ...(await clock()) }),
  ]);
}

/** Writes a slot that is asked for and was checked, with what its system charges and who pays. */
export async function bookSlot(
  { tx, actor, now, newId }: Pick<CommandContext, "tx" | "actor" | "now" | "newId">,
  { order, slots, side, booker, contract }: OrderWithSlots,
  booking: Booking,
): Promise<{ readonly id: string; readonly number: number }> {
  const { system, kind, placeId, window, tractorPlate, instead } = booking;
  const id = newId();
  const number = slots.length + 1;
  const fee = slotFee(system, kind, await feeIndexAt(tx, now))?.fee ?? null;
  const usual = usualPayer({ ...contract, booker });
  await insertSlot(tx, {
    ...{ id, orderId: order.id, number, system, kind, placeId, tractorPlate },
    systemReason: booking.systemReason,
    state: "requested",
    windowFrom: window.from,
    windowTo: window.to,
    trailerPlate: booking.trailerPlate ?? null,
    drivers: booking.drivers,
    declared: [],
    feeMinor: fee?.minor ?? null,
    feeCurrency: fee?.currency ?? null,
    feePaidBy: fee ? payerOf(instead?.atFault ?? "nobody", usual) : null,
    replacesId: instead?.slotId ?? null,
    atFault: instead?.atFault ?? null,
    faultWords: instead?.words ?? null,
    bookedBy: side,
    bookedByUserId: actor.userId,
    requestedAt: now,
    moveCount: 0,
    dueAt: endsBy({ system, state: "requested", window }),
    version: 1,
  });
  return { id, number };
}
