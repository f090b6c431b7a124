import type { LineState, Milestone } from "../orders/order";
import type { Mode } from "../hubs/place";
import type { Service } from "../services/service";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import { OPEN, type SlotState } from "./slot";

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

/** Whether an order is carried by trucks that cross a border, so that slots belong to it. */
export const hasSlots = ({ service, mode }: Pick<Known, "service" | "mode">): boolean =>
  service === "logistics" && mode === "road";

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
  const hasCrossed = order.milestones.some(({ code, occurredAt }) => code === "crossed_border" && occurredAt !== null);
  if (order.state === "placed") return refuse("slot_too_early");
  if (hasCrossed || !BOOKABLE.includes(order.state)) return refuse("slot_too_late");
  const open = of.slots.filter(({ state }) => OPEN.includes(state));
  if (open.some(({ tractorPlate }) => tractorPlate === of.tractorPlate))
    return refuse("slot_plate_booked", { plate: of.tractorPlate });
  if (open.length >= of.trucks) return refuse("slots_full", { trucks: of.trucks });
  return of.slots.length >= SLOTS_MAX ? refuse("slots_too_many", { maximum: SLOTS_MAX }) : accept(undefined);
}
