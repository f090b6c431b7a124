import type { Milestone } from "../order";
import type { LineState } from "../../shared/states";
import type { Mode } from "../../hubs/place";
import type { Service } from "../../shared/service";
import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import { OPEN, type SlotState } from "./slot";
import { SLOT_RULES, type SlotSystem } from "./systems";

export const SLOTS_MAX = 400;

type Known = {
  readonly service: Service;
  readonly mode: Mode;
  readonly state: LineState;
  readonly milestones: readonly Milestone[];
};

type Kept = { readonly state: SlotState; readonly tractorPlate: string };

const BOOKABLE: readonly LineState[] = ["scheduled", "in_progress", "changes_requested"];

export type NewSlotRefusal = Refusal<
  "slot_not_needed" | "slot_too_early" | "slot_too_late" | "slot_plate_booked" | "slots_full" | "slots_too_many"
>;

/** Whether one of these slots of an order is open for this truck: it has at most one. */
export const hasOpenSlot = (slots: readonly Kept[], tractorPlate: string): boolean =>
  slots.some((one) => OPEN.includes(one.state) && one.tractorPlate === tractorPlate);

type Past = Kept & { readonly id: string; readonly system: SlotSystem; readonly replacesId: string | null };

const ENDED: readonly SlotState[] = ["forfeited", "cancelled"];

/** The slot that has come last in the place of this one; the slot itself where none has. */
function lastInPlaceOf<S extends Past>(slot: S, slots: readonly S[]): S {
  const next = slots.find(({ replacesId }) => replacesId === slot.id);
  return next ? lastInPlaceOf(next, slots) : slot;
}

/**
 * The slot that this truck's next one is booked anew from: the one that it lost, or what came in its place and ended too, where the system
 * charges for booking anew. Asked for like a first one it would cost an index instead of a hundred, and name nobody at fault.
 */
export function lostSlotOf<S extends Past>(
  slots: readonly S[],
  { system, tractorPlate }: { readonly system: SlotSystem; readonly tractorPlate: string },
): S | undefined {
  if (!SLOT_RULES[system].isPaid) return undefined;
  return slots
    .filter((one) => one.state === "forfeited" && one.system === system && one.tractorPlate === tractorPlate)
    .map((one) => lastInPlaceOf(one, slots))
    .findLast(({ state }) => ENDED.includes(state));
}

/** Whether an order is carried by trucks that cross a border, so that slots belong to it. */
export const hasSlots = ({ service, mode }: Pick<Known, "service" | "mode">): boolean =>
  service === "logistics" && mode === "road";

const hasCrossed = ({ milestones }: Pick<Known, "milestones">): boolean =>
  milestones.some(({ code, occurredAt }) => code === "crossed_border" && occurredAt !== null);

/** Whether a truck of the order has still to cross: no longer once its goods have, are delivered, or the order is called off. */
export const isToCross = (order: Pick<Known, "state" | "milestones">): boolean =>
  (order.state === "placed" || BOOKABLE.includes(order.state)) && !hasCrossed(order);

/**
 * Whether another slot may be asked for. Refuses `slot_not_needed` where no truck crosses, `slot_too_early` before the order is scheduled,
 * `slot_too_late` once its goods have crossed or the order is over, `slot_plate_booked` for a truck that has one, and `slots_full` where
 * every truck of the order does.
 */
export function mayBook(
  order: Known,
  of: { readonly slots: readonly Kept[]; readonly tractorPlate: string; readonly trucks: number },
): Result<void, NewSlotRefusal> {
  if (!hasSlots(order)) return refuse("slot_not_needed");
  if (order.state === "placed") return refuse("slot_too_early");
  if (!isToCross(order)) return refuse("slot_too_late");
  const open = of.slots.filter(({ state }) => OPEN.includes(state));
  if (hasOpenSlot(open, of.tractorPlate)) return refuse("slot_plate_booked", { plate: of.tractorPlate });
  if (open.length >= of.trucks) return refuse("slots_full", { trucks: of.trucks });
  return of.slots.length >= SLOTS_MAX ? refuse("slots_too_many", { maximum: SLOTS_MAX }) : accept(undefined);
}
