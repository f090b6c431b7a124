import type { Milestone } from "../order";
import { plateText } from "../document-numbers";
import type { LineState, Service } from "../../shared/vocabulary";
import type { Mode } from "../../hubs/place";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import { isBookedOrUsed, OPEN, type SlotState, STANDING } from "./slot";
import { SLOT_RULES, type SlotSystem } from "./systems";
import type { SlotFact } from "../chain/chain-facts";
import type { Instant } from "../../shared/time";

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
 * every truck of the order does, or has crossed with its own.
 */
export function mayBook(
  order: Known,
  of: { readonly slots: readonly Kept[]; readonly tractorPlate: string; readonly trucks: number },
): Result<void, NewSlotRefusal> {
  if (!hasSlots(order)) return refuse("slot_not_needed");
  if (order.state === "placed") return refuse("slot_too_early");
  if (!isToCross(order)) return refuse("slot_too_late");
  if (hasOpenSlot(of.slots, of.tractorPlate)) return refuse("slot_plate_booked", { plate: plateText(of.tractorPlate) });
  if (of.slots.filter(isBookedOrUsed).length >= of.trucks) return refuse("slots_full", { trucks: of.trucks });
  return of.slots.length >= SLOTS_MAX ? refuse("slots_too_many", { maximum: SLOTS_MAX }) : accept(undefined);
}

type Lost = Kept & { readonly id: string; readonly replacesId: string | null };

/**
 * The slot in whose place another is to be booked: the last that was lost or called off, that nothing has come in the place of and whose truck
 * may be booked anew, while the order has fewer slots that are booked or used than trucks. Undefined where none is missing.
 */
export function slotToRebook<S extends Lost>(
  order: Known,
  { slots, trucks }: { readonly slots: readonly S[]; readonly trucks: number },
): S | undefined {
  if (slots.filter(isBookedOrUsed).length >= trucks) return undefined;
  return slots.findLast(({ id, state, tractorPlate }) => {
    const others = slots.filter((one) => one.id !== id);
    const isLeft = ENDED.includes(state) && others.every(({ replacesId }) => replacesId !== id);
    return isLeft && mayBook(order, { slots: others, tractorPlate, trucks }).ok;
  });
}

type KnownSlot = { readonly state: SlotState; readonly confirmedAt: Instant | null; readonly endedAt: Instant | null };

const NONE: SlotFact = { kind: "none", at: null };

/**
 * What an order's gate is told of its slots. An order is dispatched once, so that each of its trucks has to have one that stands; while fewer
 * do, or one is asked for, it waits; where all that there were are forfeited or called off, the last of them was lost.
 */
export function slotFactOf(slots: readonly KnownSlot[], trucks: number): SlotFact {
  const fact = factOf(slots, trucks);
  const firstAt = firstForAll(slots, trucks);
  return firstAt === null || firstAt === fact.at ? fact : { ...fact, firstAt };
}

/** When there was a slot for each truck for the first time; null where there never was. */
function firstForAll(slots: readonly KnownSlot[], trucks: number): Instant | null {
  const stood = (at: Instant) =>
    slots.filter(
      ({ confirmedAt, endedAt }) => confirmedAt !== null && confirmedAt <= at && (endedAt === null || endedAt >= at),
    );
  const full = slots.flatMap(({ confirmedAt }) =>
    confirmedAt !== null && stood(confirmedAt).length >= trucks ? confirmedAt : [],
  );
  return full.length === 0 ? null : (Math.min(...full) as Instant);
}

function factOf(slots: readonly KnownSlot[], trucks: number): SlotFact {
  const standing = slots.filter(({ state }) => STANDING.includes(state));
  if (standing.length > 0) {
    const since = standing.flatMap(({ confirmedAt }) => confirmedAt ?? []).sort((a, b) => a - b);
    return standing.length < trucks ? { kind: "some", at: null } : { kind: "stands", at: since[trucks - 1] ?? null };
  }
  if (slots.some(({ state }) => OPEN.includes(state))) return { kind: "asked", at: null };
  const ends = slots.flatMap(({ endedAt }) => endedAt ?? []);
  return slots.length === 0 ? NONE : { kind: "lost", at: ends.length === 0 ? null : (Math.max(...ends) as Instant) };
}
