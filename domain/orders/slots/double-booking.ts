import { plateText, readPlate } from "../document-numbers";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import type { SlotWindow } from "./window";

/** Whether two plates are of one vehicle, however they are written. */
export const isSamePlate = (one: string, other: string): boolean => readPlate(one).value === readPlate(other).value;

/** A slot of any order that is booked or used, and whether the reader's organisation is a party of that order. */
export type OtherSlot = {
  readonly orderId: string;
  readonly reference: string;
  readonly number: number;
  readonly tractorPlate: string;
  readonly window: SlotWindow;
  readonly isOwn: boolean;
};

type Plates = { readonly tractorPlate?: string | undefined; readonly trailerPlate?: string | null | undefined };

/** Refuses `slot_trailer_is_tractor` where truck and trailer have one plate: each has its own, in China the trailer's ends in 挂. */
export function checkTrailer({ tractorPlate, trailerPlate }: Plates): Result<void, Refusal<"slot_trailer_is_tractor">> {
  const isOne = tractorPlate !== undefined && trailerPlate && isSamePlate(tractorPlate, trailerPlate);
  return isOne ? refuse("slot_trailer_is_tractor", { plate: plateText(tractorPlate) }) : accept(undefined);
}

type Truck = { readonly orderId: string; readonly tractorPlate: string; readonly window: SlotWindow };

const isAtOnce = (one: SlotWindow, other: SlotWindow): boolean => one.from < other.to && other.from < one.to;

/** The slot of another order that has this truck in the same hours; one of the reader's own first. */
export function slotElsewhere(truck: Truck, others: readonly OtherSlot[]): OtherSlot | undefined {
  const found = others.filter(
    (one) =>
      one.orderId !== truck.orderId &&
      isSamePlate(one.tractorPlate, truck.tractorPlate) &&
      isAtOnce(one.window, truck.window),
  );
  return found.find(({ isOwn }) => isOwn) ?? found[0];
}

export type ElsewhereRefusal = Refusal<"slot_truck_elsewhere">;

/**
 * One truck crosses once in an hour: refuses `slot_truck_elsewhere` where another order's slot has it then, until somebody says that it carries
 * the goods of both. The other slot is named to a party of its order, and to nobody else.
 */
export function checkElsewhere(
  truck: Truck,
  { others, isShared }: { readonly others: readonly OtherSlot[]; readonly isShared: boolean },
): Result<void, ElsewhereRefusal> {
  const found = isShared ? undefined : slotElsewhere(truck, others);
  if (!found) return accept(undefined);
  const { isOwn, reference, number } = found;
  return refuse("slot_truck_elsewhere", {
    plate: plateText(truck.tractorPlate),
    isOwn,
    reference: isOwn ? reference : "",
    number: isOwn ? number : 0,
  });
}

export type NumberRefusal = Refusal<"slot_number_used">;

/** A system gives each number once: refuses `slot_number_used` for one of `others`, the slots that have it, unless that is this truck's in the same hours. */
export function checkBookingNumber(
  { tractorPlate, window }: Pick<Truck, "tractorPlate" | "window">,
  others: readonly OtherSlot[],
): Result<void, NumberRefusal> {
  const other = others.find((one) => !isSamePlate(one.tractorPlate, tractorPlate) || !isAtOnce(one.window, window));
  if (!other) return accept(undefined);
  const { isOwn, reference, number } = other;
  return refuse("slot_number_used", { isOwn, reference: isOwn ? reference : "", number: isOwn ? number : 0 });
}
