import { z } from "zod";
import { plateText } from "@/domain/orders/document-numbers";
import type { GateRefusal } from "@/domain/orders/chain/holds";
import { SLOT_SYSTEMS } from "@/domain/services/logistics/choices";
import { readSoFar } from "@/domain/shared/wire-fields";
import { accept, checkAll, everyRefusal, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { SLOT_KINDS, slotFee, type SlotKind } from "@/domain/orders/slots/fees";
import {
  bookingFields,
  sharedField,
  type SlotDriver,
  windowFields,
  wordsField,
} from "@/domain/orders/slots/slot-fields";
import { checkTrailer, type ElsewhereRefusal } from "@/domain/orders/slots/double-booking";
import { reasonForSystem, type SlotSystem, systemOn, type SystemRefusal } from "@/domain/orders/slots/systems";
import { settleChain } from "../chain/settle-chain";
import { command, type CommandContext, type PrepareContext } from "../../platform/command";
import {
  BOOKING,
  BOOKING_EXAMPLE,
  checkOtherOrders,
  type LoadedSlot,
  loadSlot,
  loadSlots,
  mayReserve,
  type OrderWithSlots,
  slotFacts,
  type SlotLoadRefusal,
  type SlotReceipt,
  slotReceiptShape,
  WINDOW,
  WINDOW_EXAMPLE,
  sharedTruck,
  lockWithTruck,
  lockWithTruckOfSlot,
} from "./load-slot";
import { insertSlot, saveSlot } from "@/db/repositories/slots";
import { type Instant, MARKET_ZONE } from "@/domain/shared/time";
import { lostSlotOf, mayBook, type NewSlotRefusal } from "@/domain/orders/slots/order-of-slot";
import {
  endsBy,
  type Fault,
  FAULTS,
  move,
  type MoveRefusal,
  payerOf,
  rebook,
  type RebookRefusal,
  type SlotState,
  usualPayer,
  toldWith,
} from "@/domain/orders/slots/slot";
import { checkWindow, type CrossingClock, type SlotWindow, type WindowRefusal } from "@/domain/orders/slots/window";
import { crossingClockAt, crossingsAt, feeIndexAt } from "./slot-reference";

const KINDS = SLOT_KINDS.filter((kind) => kind !== "rebooking");

const requestSlotInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  system: z
    .enum(SLOT_SYSTEMS)
    .optional()
    .meta({ description: "The bid's where it is not given, else that of the far side" }),
  systemReason: wordsField.optional().meta({
    description: "Why it is another system than the bid names, where it is; the buyer reads it",
  }),
  kind: z.enum(KINDS).optional(),
  ...bookingFields,
});

type RequestRefusal = SlotLoadRefusal | BookRefusal | GateRefusal | SystemRefusal;

/** The order of a slot that is asked for, and the system that it is booked in, where all that can be read of it may be booked. */
async function checkRequest(
  context: PrepareContext,
  { orderId, system: asked, systemReason, ...booking }: Partial<z.output<typeof requestSlotInput>>,
): Promise<
  Result<
    { readonly all: OrderWithSlots; readonly system: SlotSystem; readonly systemReason: string | null },
    RequestRefusal
  >
> {
  const { read, actor } = context;
  const loaded = await loadSlots(read, actor, { orderId: orderId ?? "", work: "book" });
  if (!loaded.ok) return loaded;
  const all = loaded.value;
  const open = await mayReserve(read, all.order);
  if (!open.ok) return open;
  const agreed = all.contract.terms.slot?.system;
  const system = asked ?? systemOn(agreed, all.order.corridor);
  const reason = reasonForSystem(agreed, { system, reason: systemReason });
  const checked = checkAll<RequestRefusal>([reason, await checkBooking(context, all, { system, ...booking })]);
  return checked.ok ? accept({ all, system, systemReason: reason.ok ? reason.value : null }) : checked;
}

/** Asks for a slot at the crossing, once the gates before it are open. The system is the bid's own where none is named, else that of the far side; another than the bid's is booked with a reason. */
export const requestSlot = command({
  name: "slots.request-slot",
  action: "slot.change",
  input: requestSlotInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots",
    scope: "orders:write",
    status: 201,
    summary: "Ask for a slot at the crossing, once the papers before it are complete",
    example: BOOKING_EXAMPLE,
    output: slotReceiptShape,
    refusals: [...BOOKING, "slot_book_anew", "slot_system_not_agreed"],
  },
  lock: lockWithTruck,
  async refusedSoFar(context, members) {
    const checked = await checkRequest(context, readSoFar(requestSlotInput, members).value);
    return checked.ok ? [] : everyRefusal(checked.refusal);
  },
  async run(context, asked): Promise<Result<SlotReceipt, RequestRefusal>> {
    const { tx, actor, publish, concerns } = context;
    const checked = await checkRequest({ ...context, read: tx }, asked);
    if (!checked.ok) return checked;
    const { all, system, systemReason } = checked.value;
    const { orderId, kind = "normal", windowFrom, windowTo, isShared: _, ...booking } = asked;
    const booked = await bookSlot(context, all, {
      ...booking,
      ...{ kind, system, systemReason },
      window: { from: windowFrom, to: windowTo },
    });
    publish({ type: "slot.requested", atFault: null, ...slotFacts(all, booked, actor) });
    await settleChain(context, all.order.dealId);
    concerns(booked.id);
    return accept({ id: booked.id, orderId, state: "requested", version: 1 });
  },
});

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

export type BookRefusal =
  | NewSlotRefusal
  | WindowRefusal
  | ElsewhereRefusal
  | Refusal<"slot_place_unknown" | "slot_book_anew" | "slot_trailer_is_tractor">;

/** A booking as far as it can be read. */
type ReadBooking = Pick<Booking, "system"> & {
  readonly placeId?: string | undefined;
  readonly windowFrom?: Instant | undefined;
  readonly windowTo?: Instant | undefined;
  readonly tractorPlate?: string | undefined;
  readonly trailerPlate?: string | undefined;
  readonly isShared?: boolean | undefined;
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
  return lost ? refuse("slot_book_anew", { plate: plateText(tractorPlate), number: lost.number }) : accept(undefined);
}

/** Holds a booking to the rules of its order, its crossing and its window, all at once; what cannot be read of it is held to none. */
export async function checkBooking(
  { read, now, actor }: Pick<PrepareContext, "read" | "now" | "actor">,
  all: OrderWithSlots,
  booking: ReadBooking,
): Promise<Result<void, BookRefusal>> {
  const { system, placeId, windowFrom: from, windowTo: to, tractorPlate, isShared } = booking;
  const { hubId, id: orderId } = all.order;
  const isCrossing = placeId !== undefined && (await crossingsAt(read, hubId, system)).includes(placeId);
  const clock = () => (isCrossing ? crossingClockAt(read, { hubId, placeId, now }) : NO_CLOCK);
  const window = from === undefined || to === undefined ? null : { from, to };
  return checkAll<BookRefusal>([
    checkTruck(all, booking),
    checkTrailer(booking),
    placeId === undefined || isCrossing ? accept(undefined) : refuse("slot_place_unknown"),
    window === null ? accept(undefined) : checkWindow(system, window, { now, ...(await clock()) }),
    window === null || tractorPlate === undefined
      ? accept(undefined)
      : await checkOtherOrders(read, actor, { orderId, window, tractorPlate, isShared }),
  ]);
}

/** Writes a slot that is asked for and was checked, with what its system charges and who pays. */
export async function bookSlot(
  context: Pick<CommandContext, "tx" | "actor" | "now" | "newId">,
  { order, slots, side, booker, contract }: OrderWithSlots,
  booking: Booking,
): Promise<{ readonly id: string; readonly number: number }> {
  const { tx, actor, now, newId } = context;
  const { system, kind, placeId, window, tractorPlate, instead } = booking;
  const shared = await sharedTruck(context, { orderId: order.id, window, tractorPlate });
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
    told: toldWith(null, shared),
    moveCount: 0,
    dueAt: endsBy({ system, state: "requested", window }),
    version: 1,
  });
  return { id, number };
}

const rebookSlotInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  ...bookingFields,
  atFault: z.enum(FAULTS, "required"),
  words: wordsField,
  version: z.int().optional(),
});

type AnewRefusal = SlotLoadRefusal | BookRefusal | GateRefusal | RebookRefusal;

/** The slot in whose place another is booked, and what becomes of it, where all that can be read of the booking may be booked. */
async function checkRebooking(
  context: PrepareContext,
  { orderId = "", slotId = "", version, ...booking }: Partial<z.output<typeof rebookSlotInput>>,
): Promise<Result<LoadedSlot & { readonly left: SlotState }, AnewRefusal>> {
  const { read, actor } = context;
  const loaded = await loadSlot(read, actor, { orderId, slotId, version, work: "book" });
  if (!loaded.ok) return loaded;
  const { slot, order } = loaded.value;
  const left = rebook(slot);
  if (!left.ok) return left;
  const open = await mayReserve(read, order);
  if (!open.ok) return open;
  const checked = await checkBooking(context, loaded.value, { ...booking, system: slot.system, insteadOf: slotId });
  return checked.ok ? accept({ ...loaded.value, left: left.value }) : checked;
}

/** Books anew in the place of a slot that was lost or is given up for it, and names whose fault that is: that side pays the fee. */
export const rebookSlot = command({
  name: "slots.rebook-slot",
  action: "slot.change",
  input: rebookSlotInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/rebook",
    scope: "orders:write",
    status: 201,
    summary: "Book anew in the place of this slot, and name whose fault that is: that side pays the fee",
    example: { ...BOOKING_EXAMPLE, atFault: "provider", words: "Another truck had to come" },
    output: slotReceiptShape,
    refusals: ["wrong_state", "slot_replaced", ...BOOKING],
  },
  lock: lockWithTruck,
  async refusedSoFar(context, members) {
    const checked = await checkRebooking(context, readSoFar(rebookSlotInput, members).value);
    return checked.ok ? [] : everyRefusal(checked.refusal);
  },
  async run(context, asked): Promise<Result<SlotReceipt, AnewRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const checked = await checkRebooking({ ...context, read: tx }, asked);
    if (!checked.ok) return checked;
    const { slot, order, left } = checked.value;
    const { orderId, slotId, windowFrom, windowTo, atFault, words, version: _, isShared: __, ...booking } = asked;
    const booked = await bookSlot(context, checked.value, {
      ...booking,
      ...{ system: slot.system, systemReason: slot.systemReason },
      kind: "rebooking",
      window: { from: windowFrom, to: windowTo },
      instead: { slotId, atFault, words },
    });
    if (left !== slot.state) {
      await saveSlot(tx, slot, { state: left, endedAt: now, endWords: words, dueAt: null });
      publish({ type: "slot.cancelled", reason: words, ...slotFacts(checked.value, slot, actor) });
    }
    publish({ type: "slot.requested", atFault, ...slotFacts(checked.value, booked, actor) });
    await settleChain(context, order.dealId);
    concerns(booked.id);
    return accept({ id: booked.id, orderId, state: "requested", version: 1 });
  },
});

const moveSlotInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  ...windowFields,
  isShared: sharedField,
  version: z.int().optional(),
});

/** The same truck at the same crossing in another window, as far as the system moves slots. */
export const moveSlot = command({
  name: "slots.move-slot",
  action: "slot.change",
  input: moveSlotInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/move",
    scope: "orders:write",
    status: 200,
    summary: "Another window for the same truck and crossing, where the system moves slots",
    example: WINDOW_EXAMPLE,
    output: slotReceiptShape,
    refusals: ["wrong_state", "slot_move_late", "slot_truck_elsewhere", "not_permitted", ...WINDOW],
  },
  lock: lockWithTruckOfSlot,
  async run(
    context,
    { orderId, slotId, windowFrom, windowTo, isShared, version },
  ): Promise<Result<SlotReceipt, SlotLoadRefusal | MoveRefusal | ElsewhereRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "book" });
    if (!loaded.ok) return loaded;
    const { slot, order } = loaded.value;
    const window = { from: windowFrom, to: windowTo };
    const clock = await crossingClockAt(tx, { hubId: order.hubId, placeId: slot.placeId, now });
    const state = move(slot, window, { now, ...clock });
    if (!state.ok) return state;
    const truck = { orderId, window, tractorPlate: slot.tractorPlate };
    const free = await checkOtherOrders(tx, actor, { ...truck, isShared });
    if (!free.ok) return free;
    const told = toldWith(slot.told, await sharedTruck(context, truck));
    const dueAt = endsBy({ ...slot, window, state: state.value });
    await saveSlot(tx, slot, { windowFrom, windowTo, dueAt, told, moveCount: slot.moveCount + 1 });
    publish({ type: "slot.changed", what: "window", ...slotFacts(loaded.value, slot, actor) });
    concerns(slotId);
    return accept({ id: slotId, orderId, state: state.value, version: slot.version + 1 });
  },
});
