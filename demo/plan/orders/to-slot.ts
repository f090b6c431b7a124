import { HOUR_MS, type Instant, instant, later } from "../../../domain/shared/instant";
import { systemOn } from "../../../domain/slots/systems";
import type { Movement } from "../plan-movement";
import { type Queues, slotWindow } from "../queues";
import { type PlannedOrder, timeIn } from "./scene";
import { GAP_MS } from "./working-hours";

/** So long before its window a truck comes to the hub: two hours, and up to six more, each with a time of its own. */
const AHEAD_MS = { least: 2.2 * HOUR_MS, spread: 5.4 * HOUR_MS };
/** What a truck keeps up on its way to a hub, with its stops, in km an hour. An estimate. */
const TO_HUB_KM_PER_HOUR = 60;

/** Whether a truck crosses by a slot of the other side's electronic queue; where there is none it stands in the queue itself. */
export const hasSlot = ({ mode, corridor }: Pick<Movement, "mode" | "corridor">): boolean =>
  mode === "road" && systemOn(undefined, corridor) !== "none";

/** What a truck takes from its pick-up to the hub. */
export const driveMs = ({ crossing }: Pick<Movement, "crossing">): number =>
  Math.max(HOUR_MS, ((crossing?.beforeKm ?? 0) / TO_HUB_KM_PER_HOUR) * HOUR_MS);

/** When a truck that crosses at `crossed` comes to the hub: some hours before its window, and not days. */
export function toSlot(queues: Queues, { hubId, mode }: Pick<Movement, "hubId" | "mode">, crossed: Instant): Instant {
  const { from } = slotWindow(queues, { hubId, mode, at: crossed });
  return later(from, -AHEAD_MS.least - (crossed % AHEAD_MS.spread));
}

/** The plan of a haul with its truck sent to the hub as late as its slot asks for: a crossing that was put off puts the departure off. */
export function sentToSlot(plan: PlannedOrder, movement: Movement, queues: Queues): PlannedOrder {
  const [crossed, released] = [timeIn(plan, "crossed_border"), timeIn(plan, "export_released")];
  const [pickedUp, slot] = [timeIn(plan, "picked_up"), timeIn(plan, "slot_reserved")];
  if (!hasSlot(movement) || !crossed || !released || !pickedUp || !slot) return plan;
  const left = timeIn(plan, "left_for_hub") ?? pickedUp;
  const arrived = timeIn(plan, "arrived_hub") ?? released;
  const comes = Math.max(arrived, Math.min(toSlot(queues, movement, crossed), released - GAP_MS));
  const leaves = Math.max(left, pickedUp + GAP_MS, slot + GAP_MS, comes - driveMs(movement));
  const moved: Readonly<Record<string, number>> = {
    arrived_hub: comes,
    left_for_hub: Math.min(leaves, comes - GAP_MS),
  };
  return { ...plan, reports: plan.reports.map((one) => ({ ...one, at: instant(moved[one.code] ?? one.at) })) };
}
