import "server-only";
import type { Reader } from "@/db/database";
import { findMilestones, findOrder, type StoredOrder } from "@/db/repositories/orders";
import { type StoredSlot, slotsWithin } from "@/db/repositories/slots";
import { type Actor, may } from "@/domain/access/policy";
import { type Instant, instant, type LocalDate, MARKET_ZONE } from "@/domain/shared/time";
import { SLOT_KINDS, slotFee } from "@/domain/orders/slots/fees";
import type { CalculationIndex } from "@/domain/shared/calculation-index";
import { hasSlots, isToCross, mayBook } from "@/domain/orders/slots/order-of-slot";
import { type OtherSlot, slotElsewhere } from "@/domain/orders/slots/double-booking";
import { isBookedOrUsed, OPEN, undeclared } from "@/domain/orders/slots/slot";
import { marksOf, nextOf, stepsOf } from "@/domain/orders/slots/slot-turn";
import type { Crossing, BorderSlot, SlotList } from "@/views/slots";
import { SLOT_RULES, type SlotSystem, systemOn } from "@/domain/orders/slots/systems";
import { SLOT_SYSTEMS } from "@/domain/services/logistics/choices";
import type { OpeningHours } from "@/domain/hubs/board/opening-hours";
import { arriveBy, arriveFrom, checkMarkTime, unusualBy, type CrossingClock } from "@/domain/orders/slots/window";
import { crossingsAt, feeIndexAt } from "../slots/slot-reference";
import { type OrderWithSlots, mayReserve, withSlots } from "../slots/load-slot";
import { truckHoursAt } from "../../hubs/read-board";
import { type ReferenceData, namedHub, namedPlace, referenceData } from "../../hubs/queries/network";

/** A crossing with the clock that its windows go by. */
export const crossingOf = (known: ReferenceData, id: string): Crossing => ({
  ...namedPlace(known, id),
  zone: known.places.get(id)?.zone ?? MARKET_ZONE,
});

type Around = {
  readonly viewer: Actor;
  readonly known: ReferenceData;
  readonly index: CalculationIndex & { readonly day: LocalDate };
  readonly isNeeded: boolean;
  /** The crossings of the systems that the order's slots are in. */
  readonly crossings: ReadonlyMap<SlotSystem, readonly Crossing[]>;
  /** Whether the gates before a slot are open. */
  readonly isOpen: boolean;
  readonly mayChange: boolean;
  /** The hours in which the hub lets trucks through; null where it never shuts or nobody says. */
  readonly hours: OpeningHours | null;
  /** The slots of all orders in the hours of the order's own. */
  readonly others: readonly OtherSlot[];
  /** The orders with which these slots were said to share their trucks, by their ids. */
  readonly shared: ReadonlyMap<string, StoredOrder>;
};

/** Whether another slot may be booked in the place of this one for its truck, by the rules that the command asks. */
const mayRebook = ({ id, tractorPlate }: StoredSlot, { order, slots, contract }: OrderWithSlots): boolean =>
  mayBook(order, { slots: slots.filter((one) => one.id !== id), tractorPlate, trucks: contract.trucks }).ok;

/** Where the truck was, as it was told: when, and what is unusual of its time; of a slot from before that was kept by what would be asked today. */
function toldOf(slot: StoredSlot, clock: CrossingClock): BorderSlot["told"] {
  const { window, state } = slot;
  const marks = [
    ["called", slot.calledAt],
    ["in", slot.enteredAt],
    ["crossed", slot.crossedAt],
    ["missed", state === "forfeited" ? slot.endedAt : null],
  ] as const;
  return marks.flatMap(([as, at]) => {
    const kept = slot.told?.[as];
    if (at === null || (as === "missed" && !kept)) return [];
    const usual = checkMarkTime(window, { at, isCall: as === "called" }, clock);
    return [{ as, at: kept?.at ?? null, unusual: kept ? kept.unusual : usual.ok ? null : unusualBy(usual.refusal) }];
  });
}

/** The slot of another order that has this one's truck in the same hours, or was said to when this one was booked, as much of it as the reader may know. */
function elsewhereOf(slot: StoredSlot, { others, shared, viewer }: Around): BorderSlot["elsewhere"] {
  const named = (isOwn: boolean, reference: string) => ({ isOwn, reference: isOwn ? reference : "" });
  const found = isBookedOrUsed(slot) ? slotElsewhere(slot, others) : undefined;
  if (found) return { ...named(found.isOwn, found.reference), isOver: false };
  const order = shared.get(slot.told?.shared?.orderId ?? "");
  if (!order) return null;
  const isOwn = [order.buyerOrganisationId, order.providerOrganisationId].includes(viewer.organisationId ?? "");
  return { ...named(isOwn, order.reference), isOver: true };
}

/** The orders with which these slots were said to share their trucks. */
async function sharedOrders(read: Reader, slots: readonly StoredSlot[]): Promise<Map<string, StoredOrder>> {
  const found = new Map<string, StoredOrder>();
  for (const id of new Set(slots.flatMap(({ told }) => told?.shared?.orderId ?? []))) {
    const order = await findOrder(read, id);
    if (order) found.set(id, order);
  }
  return found;
}

/** The slots of all orders in the hours that these slots span. */
async function othersAround(read: Reader, viewer: Actor, slots: readonly StoredSlot[]): Promise<OtherSlot[]> {
  if (slots.length === 0) return [];
  const from = instant(Math.min(...slots.map(({ window }) => window.from)));
  const to = instant(Math.max(...slots.map(({ window }) => window.to)));
  return await slotsWithin(read, { organisationId: viewer.organisationId, window: { from, to } });
}

function shownSlot(slot: StoredSlot, all: OrderWithSlots, around: Around): BorderSlot {
  const { known, crossings, index, isNeeded, isOpen, mayChange } = around;
  const { slots, side, booker, order } = all;
  const replacing = slots.find(({ replacesId }) => replacesId === slot.id);
  const own = { ...slot, isReplaced: replacing !== undefined, mayRebook: isOpen && mayRebook(slot, all) };
  const { dueAt: _, orderId: __, bookedByUserId: ___, replacesId, window, ...kept } = slot;
  const rebooking = slotFee(slot.system, "rebooking", index);
  return {
    ...kept,
    ...{ windowFrom: window.from, windowTo: window.to },
    crossing: crossingOf(known, slot.placeId),
    crossings: crossings.get(slot.system) ?? [],
    undeclared: undeclared(slot),
    replaces: slots.find(({ id }) => id === replacesId)?.number ?? null,
    replacedBy: replacing?.number ?? null,
    arriveFrom: arriveFrom(slot.system, window),
    arriveBy: arriveBy(slot.system, window),
    rules: SLOT_RULES[slot.system],
    rebookingFee: rebooking?.fee ?? null,
    rebooking,
    next: nextOf(own, { booker, isNeeded, isAnyOpen: slots.some(({ state }) => OPEN.includes(state)) }),
    steps: mayChange ? stepsOf(own, { booker, side, orderState: order.state }) : [],
    elsewhere: elsewhereOf(slot, around),
    marks: marksOf(slot),
    told: toldOf(slot, { zone: crossingOf(known, slot.placeId).zone, hours: around.hours }),
  };
}

/** Whether another slot may be asked for by the viewer, by the rules that the command asks in the same order. */
function askingOf(
  { order, slots, side, booker, contract }: OrderWithSlots,
  { mayChange, isOpen }: Pick<Around, "mayChange" | "isOpen">,
): SlotList["asking"] {
  if (!mayChange) return { isOpen: false, why: "not_permitted" };
  if (side !== booker) return { isOpen: false, why: "other_side" };
  const allowed = mayBook(order, { slots, tractorPlate: "", trucks: contract.trucks });
  if (!allowed.ok) {
    const { code } = allowed.refusal;
    const isTimely = code === "slot_too_early" || code === "slots_full";
    return { isOpen: false, why: isTimely ? code : "slot_too_late" };
  }
  return isOpen ? { isOpen } : { isOpen, why: "gate_closed" };
}

/** The systems that keep a queue at the hub's crossings. */
async function systemsAt(read: Reader, hubId: string): Promise<SlotSystem[]> {
  const found: SlotSystem[] = [];
  for (const system of SLOT_SYSTEMS)
    if (system !== "none" && (await crossingsAt(read, hubId, system)).length > 0) found.push(system);
  return found;
}

/** The slots of an order of carriage by road, to its two parties; null for everybody else, and for orders that have none. */
export async function slotsView(
  read: Reader,
  viewer: Actor,
  { orderId, now, wanted }: { readonly orderId: string; readonly now: Instant; readonly wanted?: unknown },
): Promise<SlotList | null> {
  const order = await findOrder(read, orderId);
  if (!order || viewer.organisationId === null || !hasSlots(order)) return null;
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "order.read", { organisationIds })) return null;
  const all = await withSlots(read, viewer, { ...order, milestones: await findMilestones(read, order) });
  const known = await referenceData(read);
  const mayChange = may(viewer, "slot.change", { organisationIds });
  const isNeeded = isToCross(all.order);
  const isOpen = (await mayReserve(read, all.order)).ok;
  const agreed = all.contract.terms.slot?.system;
  const usual = systemOn(agreed, order.corridor);
  const systems = [...new Set([usual, ...(await systemsAt(read, order.hubId))])];
  const system = systems.find((one) => one === wanted) ?? usual;
  const crossings = new Map<SlotSystem, Crossing[]>();
  for (const one of new Set([system, ...all.slots.map((slot) => slot.system)]))
    crossings.set(
      one,
      (await crossingsAt(read, order.hubId, one)).map((id) => crossingOf(known, id)),
    );
  const index = await feeIndexAt(read, now);
  const offered = crossings.get(system) ?? [];
  const hours = await truckHoursAt(read, order.hubId, now);
  const others = await othersAround(read, viewer, all.slots);
  const shared = await sharedOrders(read, all.slots);
  const around = { viewer, known, crossings, index, isNeeded, isOpen, mayChange, hours, others, shared };
  return {
    ...{ orderId, reference: order.reference, title: order.title, hub: namedHub(known, order.hubId) },
    ...{ side: all.side, booker: all.booker, trucks: all.contract.trucks, isNeeded, system },
    ...{ agreedSystem: agreed ?? null, otherSystems: systems.filter((one) => one !== system) },
    isReportedByHand:
      all.slots.length === 0 &&
      all.order.milestones.some(({ code, occurredAt }) => code === "slot_reserved" && occurredAt !== null),
    slots: all.slots.map((slot) => shownSlot(slot, all, around)),
    crossings: offered,
    placeIds: offered.map(({ id }) => id),
    hours,
    fees: SLOT_KINDS.map((kind) => ({ kind, fee: slotFee(system, kind, index)?.fee ?? null })),
    asking: askingOf(all, { mayChange, isOpen }),
  };
}
