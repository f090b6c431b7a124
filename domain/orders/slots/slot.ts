import type { ChargeCode } from "../../services/charge";
import { plateText } from "../document-numbers";
import type { SLOT_BOOKERS } from "../../services/logistics/choices";
import { type Instant, MINUTE_MS } from "../../shared/time";
import { accept, advance, type Lifecycle, type Refusal, refuse, type Result } from "../../shared/result";
import { type Money, toDecimal } from "../../shared/money";
import type { SlotKind } from "./fees";
import type { SlotDriver } from "./slot-fields";
import { type Declared, SLOT_RULES, type SlotSystem } from "./systems";
import { arriveBy, checkWindow, type CrossingClock, type SlotWindow, type Unusual, type WindowRefusal } from "./window";

/** The two sides of an order. */
export const SIDES = ["buyer", "provider"] as const;
export type Side = (typeof SIDES)[number];

/** Whose fault it is that a slot is booked anew; `nobody` where neither could help it. */
export const FAULTS = ["buyer", "provider", "nobody"] as const;
export type Fault = (typeof FAULTS)[number];

export type SlotBooker = (typeof SLOT_BOOKERS)[number];

/** Who books, as the bid says it; its driver is the provider's, and where it says nothing the provider does. */
export const bookerOf = (bookedBy: SlotBooker | undefined): Side => (bookedBy === "buyer" ? "buyer" : "provider");

/** To book is to request, pay, confirm, move, book anew and call off; to drive is to name trucks and drivers and to say where they are. */
export type SlotWork = "book" | "drive";

/** Whether a side does this work of a slot: who books does all of it, and the provider, whose truck it is, drives in any case. */
export const mayWork = (work: SlotWork, side: Side, booker: Side): boolean =>
  side === booker || (work === "drive" && side === "provider");

type BidOfSlot = {
  readonly lines: readonly { readonly code: ChargeCode; readonly isPassThrough: boolean }[];
  readonly exclusions: readonly ChargeCode[];
  readonly booker: Side;
};

/**
 * Who pays the system's fee where nobody is at fault: the buyer where the bid passes the charge SLT through at cost or leaves it out,
 * the provider where it is priced, and where the bid says nothing whoever books. What was not quoted is not charged.
 */
export function usualPayer({ lines, exclusions, booker }: BidOfSlot): Side {
  const line = lines.find(({ code }) => code === "SLT");
  if (line) return line.isPassThrough ? "buyer" : "provider";
  return exclusions.includes("SLT") ? "buyer" : booker;
}

/** Who pays for a slot that is booked anew: whose fault it is, and where it is nobody's who pays in any case. */
export const payerOf = (fault: Fault, usual: Side): Side => (fault === "nobody" ? usual : fault);

export const SLOT_STATES = [
  "requested",
  "paid",
  "confirmed",
  "called",
  "in",
  "crossed",
  "forfeited",
  "cancelled",
] as const;
export type SlotState = (typeof SLOT_STATES)[number];

export type SlotEvent = "pay" | "confirm" | "move" | "call" | "enter" | "cross" | "forfeit" | "cancel";

/** What was not told in time (a truck that was called, or let in) may be passed over; a forfeited one lives on where it is told late that the truck was called or let in in time. */
export const SLOT_LIFECYCLE = {
  requested: { pay: "paid", confirm: "confirmed", move: "requested", cancel: "cancelled" },
  paid: { confirm: "confirmed", move: "paid", cancel: "cancelled" },
  confirmed: {
    move: "confirmed",
    call: "called",
    enter: "in",
    cross: "crossed",
    forfeit: "forfeited",
    cancel: "cancelled",
  },
  called: { enter: "in", cross: "crossed", forfeit: "forfeited", cancel: "cancelled" },
  in: { cross: "crossed" },
  crossed: {},
  forfeited: { call: "called", enter: "in" },
  cancelled: {},
} as const satisfies Lifecycle<SlotState, SlotEvent>;

/** A truck's slot at a crossing, with what was paid for it and why it came after another. */
export type Slot = {
  readonly system: SlotSystem;
  readonly kind: SlotKind;
  readonly state: SlotState;
  readonly placeId: string;
  readonly window: SlotWindow;
  readonly tractorPlate: string;
  readonly trailerPlate: string | null;
  readonly drivers: readonly SlotDriver[];
  readonly declared: readonly Declared[];
  /** Of the system; null where it charges none. */
  readonly fee: Money | null;
  readonly atFault: Fault | null;
};

export const STANDING: readonly SlotState[] = ["confirmed", "called", "in", "crossed"];
/** Still to be carried out: one truck has at most one of these. */
export const OPEN: readonly SlotState[] = ["requested", "paid", "confirmed", "called", "in"];

/** Whether a slot is booked or asked for, or was used. */
export const isBookedOrUsed = ({ state }: { readonly state: SlotState }): boolean =>
  OPEN.includes(state) || state === "crossed";

/** When the last window ends that is booked, or was used; null where none is. */
export function bookedUntil(
  slots: readonly { readonly state: SlotState; readonly window: { readonly to: Instant } }[],
): Instant | null {
  const ends = slots.filter(isBookedOrUsed).map(({ window }) => window.to);
  return ends.reduce<Instant | null>((last, end) => (last === null || end > last ? end : last), null);
}
const BEFORE_CONFIRMATION: readonly SlotState[] = ["requested", "paid"];

export type StateRefusal = Refusal<"wrong_state">;

const next = (slot: Pick<Slot, "state">, event: SlotEvent): Result<SlotState, StateRefusal> =>
  advance<SlotState, SlotEvent>(SLOT_LIFECYCLE, slot.state, event);

/** The fee is paid. Refuses `slot_free` where the system charges none, and `wrong_state` once it is. */
export const pay = (slot: Slot): Result<SlotState, StateRefusal | Refusal<"slot_free">> =>
  slot.fee === null ? refuse("slot_free") : next(slot, "pay");

// A slot names its truck and its drivers in any case.
const NAMED: readonly Declared[] = ["vehicle", "driver"];

/** What the system still wants declared before it confirms, beside truck and drivers, which the slot names. */
export const undeclared = (slot: Pick<Slot, "system" | "declared">): Declared[] =>
  SLOT_RULES[slot.system].declares.filter((one) => !NAMED.includes(one) && !slot.declared.includes(one));

export type ConfirmRefusal = StateRefusal | Refusal<"slot_unpaid" | "slot_undeclared" | "slot_window_past">;

/**
 * The system has confirmed the slot. Refuses `slot_unpaid` before its fee is paid, `slot_undeclared` with what the system wants to know
 * before the truck moves, and `slot_window_past` where its time is over.
 */
export function confirm(slot: Slot, now: Instant): Result<SlotState, ConfirmRefusal> {
  const state = next(slot, "confirm");
  if (!state.ok) return state;
  if (slot.fee !== null && slot.state === "requested") return refuse("slot_unpaid");
  const [missing] = undeclared(slot);
  if (missing) return refuse("slot_undeclared", { what: missing });
  return (arriveBy(slot.system, slot.window) ?? slot.window.to) <= now ? refuse("slot_window_past") : state;
}

export type FixedRefusal = StateRefusal | Refusal<"slot_fixed">;

type Change = {
  readonly tractorPlate?: string | undefined;
  readonly trailerPlate?: string | null | undefined;
  readonly placeId?: string | undefined;
};

/**
 * Whether truck or crossing may be changed. Where the system fixes them with its confirmation this is refused with `slot_fixed`, which
 * says what it costs to cancel and book anew, and who is at fault and pays: the provider for its truck, whoever asks for another crossing.
 * Source: cgr.qoldau.kz, questions and answers.
 */
export function changeVehicle(
  slot: Slot,
  change: Change,
  of: { readonly side: Side; readonly rebookingFee: Money | null },
): Result<void, FixedRefusal> {
  if (BEFORE_CONFIRMATION.includes(slot.state)) return accept(undefined);
  if (slot.state !== "confirmed" && slot.state !== "called")
    return refuse("wrong_state", { state: slot.state, event: "move" });
  if (!SLOT_RULES[slot.system].isFixed) return accept(undefined);
  const isCrossing = change.placeId !== undefined && change.placeId !== slot.placeId;
  return refuse("slot_fixed", {
    what: isCrossing ? "crossing" : "plate",
    isFree: of.rebookingFee === null,
    fee: of.rebookingFee === null ? "0" : toDecimal(of.rebookingFee),
    currency: of.rebookingFee?.currency ?? "",
    atFault: isCrossing ? of.side : "provider",
  });
}

/** Whether the drivers may become these. Refuses `slot_drivers_stand` where one that was confirmed is missing and the system only adds. */
export function changeDrivers(
  slot: Slot,
  drivers: readonly SlotDriver[],
): Result<void, StateRefusal | Refusal<"slot_drivers_stand">> {
  if (!OPEN.includes(slot.state)) return refuse("wrong_state", { state: slot.state, event: "move" });
  if (BEFORE_CONFIRMATION.includes(slot.state) || SLOT_RULES[slot.system].drivers === "change")
    return accept(undefined);
  const isKept = (one: SlotDriver) =>
    drivers.some(({ document, name }) => document === one.document && name === one.name);
  return slot.drivers.every(isKept) ? accept(undefined) : refuse("slot_drivers_stand");
}

export type MoveRefusal = StateRefusal | WindowRefusal | Refusal<"slot_move_late">;

/**
 * Another window for the same truck and crossing. Refuses `slot_move_late` nearer to the window's beginning than
 * its system moves them; the new window is held to the rules of any.
 */
export function move(
  slot: Slot,
  window: SlotWindow,
  at: CrossingClock & { readonly now: Instant },
): Result<SlotState, MoveRefusal> {
  const state = next(slot, "move");
  if (!state.ok) return state;
  const minutes = SLOT_RULES[slot.system].movesUntilMinutes;
  if (slot.state === "confirmed" && at.now > slot.window.from - minutes * MINUTE_MS)
    return refuse("slot_move_late", { hours: minutes / 60 });
  const checked = checkWindow(slot.system, window, at);
  return checked.ok ? state : checked;
}

/** Given up by whoever booked it. Refuses `wrong_state` once the truck is in, or the slot over. */
export const cancel = (slot: Pick<Slot, "state">): Result<SlotState, StateRefusal> => next(slot, "cancel");

export const MARKS = ["called", "in", "crossed", "missed"] as const;
export type Mark = (typeof MARKS)[number];
const EVENT_OF: Readonly<Record<Mark, SlotEvent>> = {
  ...{ called: "call", in: "enter", crossed: "cross", missed: "forfeit" },
};

/** When a mark was told, and what was unusual of its time, which somebody then said is right. */
export type ToldMark = { readonly at: Instant; readonly unusual: Unusual | null };
/** When somebody said that the truck carries the goods of another order too, and which that is. */
export type SharedTruck = { readonly at: Instant; readonly orderId: string };
export type ToldMarks = { readonly [as in Mark]?: ToldMark } & { readonly shared?: SharedTruck };

/** What was told of a slot once its truck or window is another: that the truck is shared is of these alone. */
export function toldWith(told: ToldMarks | null, shared: SharedTruck | null): ToldMarks | null {
  const { shared: _, ...marks } = told ?? {};
  return shared === null ? told && marks : { ...marks, shared };
}

/** Whether a slot takes a mark now. Only a truck that was called is missed by somebody's word, and only where coming late loses the slot: before the call the clock says so. */
export const takesMark = ({ state, system }: Pick<Slot, "state" | "system">, as: Mark): boolean =>
  as === "missed" ? state === "called" && SLOT_RULES[system].arrival !== null : EVENT_OF[as] in SLOT_LIFECYCLE[state];

export type MarkRefusal =
  | StateRefusal
  | Refusal<"occurred_in_future" | "slot_mark_out_of_order" | "slot_forfeited" | "slot_plate_booked" | "not_yet">;

// A phone's clock may run ahead by so much without being called wrong.
const CLOCK_DRIFT_MS = 5 * MINUTE_MS;

type Markable = Slot & {
  /** When it was called or let in, whichever was told last. */
  readonly lastMarkAt: Instant | null;
  readonly isReplaced: boolean;
  /** Whether the order has another open slot for its truck. */
  readonly isPlateBooked: boolean;
};
type Marked = { readonly as: Mark; readonly at: Instant };

/** Whether the slot was lost before this happened: what counts is the call where there was one, else that the truck was let in. */
function isTooLate({ system, state, window, lastMarkAt }: Markable, { as, at }: Marked): boolean {
  if (state !== "confirmed" && state !== "forfeited") return false;
  const by = arriveBy(system, window);
  if (by === null || as === "crossed") return false;
  return (as === "called" ? at : (lastMarkAt ?? at)) > by;
}

/**
 * The truck was called, let in, has crossed, or was called and did not come, at `at`. Refuses `occurred_in_future`, a time before that of
 * the mark before (`slot_mark_out_of_order`), `not_yet` for a miss while the truck may still come, and a time after which the slot was lost
 * (`slot_forfeited`). One that was forfeited and of which it is told late that the truck was called or let in in time lives on, unless another
 * has taken its place. While its truck has another open slot that is refused with `slot_plate_booked`: one truck has one, and which of the two
 * is given up is for whoever booked them to say.
 */
export function mark(slot: Markable, marked: Marked, now: Instant): Result<SlotState, MarkRefusal> {
  const { as, at } = marked;
  if (!takesMark(slot, as)) return refuse("wrong_state", { state: slot.state, event: EVENT_OF[as] });
  if (at > now + CLOCK_DRIFT_MS) return refuse("occurred_in_future");
  if (slot.lastMarkAt !== null && at < slot.lastMarkAt) return refuse("slot_mark_out_of_order");
  if (as === "missed" && at < (arriveBy(slot.system, slot.window) ?? at)) return refuse("not_yet");
  if (isTooLate(slot, marked)) return refuse("slot_forfeited");
  if (slot.state !== "forfeited") return next(slot, EVENT_OF[as]);
  if (slot.isReplaced) return refuse("slot_forfeited");
  return slot.isPlateBooked
    ? refuse("slot_plate_booked", { plate: plateText(slot.tractorPlate) })
    : next(slot, EVENT_OF[as]);
}

/** Those that the market's clock ends. A truck that was called in time is waited for, and whether it came is told by hand. */
export const ENDED_BY_CLOCK: readonly SlotState[] = [...BEFORE_CONFIRMATION, "confirmed"];

/**
 * When the market's clock ends the slot: a confirmed one that was neither called nor let in by the time of its system is forfeited then; one
 * that was never confirmed is over with its window. Null where nothing is waited for.
 */
export function endsBy({ system, state, window }: Pick<Slot, "system" | "state" | "window">): Instant | null {
  if (BEFORE_CONFIRMATION.includes(state)) return window.to;
  return state === "confirmed" ? arriveBy(system, window) : null;
}

/** What is known of the slot's order when its time is over: when its goods crossed, and whether it was called off. */
export type OrderOfSlot = { readonly crossedAt: Instant | null; readonly isOver: boolean };

/**
 * What the clock makes of a slot whose time is over: lost where it was confirmed, called off where it never was or its order is over. Of
 * goods that have crossed the truck has too, though nobody said so of its slot. Refuses `not_yet`.
 */
export function runOut(
  slot: Pick<Slot, "system" | "state" | "window">,
  order: OrderOfSlot,
  now: Instant,
): Result<"forfeited" | "cancelled" | "crossed", StateRefusal | Refusal<"not_yet">> {
  const by = endsBy(slot);
  if (by === null) return refuse("wrong_state", { state: slot.state, event: "forfeit" });
  if (now < by) return refuse("not_yet");
  if (BEFORE_CONFIRMATION.includes(slot.state)) return accept("cancelled");
  if (order.crossedAt !== null) return accept("crossed");
  return accept(order.isOver ? "cancelled" : "forfeited");
}

export type RebookRefusal = StateRefusal | Refusal<"slot_replaced">;

/** Whether another may take the place of this one: what still stands is called off for it. Refuses `slot_replaced` where one has, and `wrong_state` once the truck is in. */
export function rebook(slot: Slot & { readonly isReplaced: boolean }): Result<SlotState, RebookRefusal> {
  if (slot.isReplaced) return refuse("slot_replaced");
  if (slot.state === "forfeited" || slot.state === "cancelled") return accept(slot.state);
  return cancel(slot);
}
