import { insertSlot } from "@/db/repositories/slots";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { type SlotKind, slotFee } from "@/domain/orders/slots/fees";
import { lostSlotOf, type NewSlotRefusal, mayBook } from "@/domain/orders/slots/order-of-slot";
import { type Fault, payerOf, usualPayer } from "@/domain/orders/slots/sides";
import { endsBy } from "@/domain/orders/slots/slot";
import type { SlotDriver } from "@/domain/orders/slots/slot-fields";
import type { SlotSystem } from "@/domain/orders/slots/systems";
import { checkWindow, type SlotWindow, type WindowRefusal } from "@/domain/orders/slots/window";
import type { CommandContext } from "../../platform/command";
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

export type BookRefusal = NewSlotRefusal | WindowRefusal | Refusal<"slot_place_unknown" | "slot_book_anew">;

/** Writes a slot that is asked for, with what its system charges and who pays: held to the rules of its order, its window and its crossing. */
export async function bookSlot(
  { tx, actor, now, newId }: Pick<CommandContext, "tx" | "actor" | "now" | "newId">,
  { order, slots, side, booker, contract }: OrderWithSlots,
  booking: Booking,
): Promise<Result<{ readonly id: string; readonly number: number }, BookRefusal>> {
  const { system, kind, placeId, window, tractorPlate, instead } = booking;
  const others = slots.filter(({ id }) => id !== instead?.slotId);
  const allowed = mayBook(order, { slots: others, tractorPlate, trucks: contract.trucks });
  if (!allowed.ok) return allowed;
  const lost = instead ? undefined : lostSlotOf(slots, { system, tractorPlate });
  if (lost) return refuse("slot_book_anew", { plate: tractorPlate, number: lost.number });
  if (!(await crossingsAt(tx, order.hubId, system)).includes(placeId)) return refuse("slot_place_unknown");
  const clock = await crossingClockAt(tx, { hubId: order.hubId, placeId, now });
  const timely = checkWindow(system, window, { now, ...clock });
  if (!timely.ok) return timely;
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
  return accept({ id, number });
}
