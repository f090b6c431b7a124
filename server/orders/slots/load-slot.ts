import type { RefusalCode } from "@/domain/shared/refusal-codes";
import type { Reader, Writer } from "@/db/database";
import type { StoredMilestone, StoredOrder } from "@/db/repositories/orders";
import { lockDealOfOrder } from "@/db/repositories/deals";
import { lockNames } from "@/db/repositories/platform";
import { findSlot, type StoredSlot, slotsOfOrder, slotsWithin } from "@/db/repositories/slots";
import { readPlate } from "@/domain/orders/document-numbers";
import type { Actor } from "@/domain/access/policy";
import { checkElsewhere, type ElsewhereRefusal, slotElsewhere } from "@/domain/orders/slots/double-booking";
import type { SlotWindow } from "@/domain/orders/slots/window";
import { changesTrucks, platesOfSlots, type SlotPlates } from "@/domain/orders/slots/plates";
import { bookerOf, mayWork, type SharedTruck, type Side, SLOT_STATES, type SlotWork } from "@/domain/orders/slots/slot";
import { type CarriageContract, contractOf } from "../carriage-contract";
import type { GateRefusal } from "@/domain/orders/chain/holds";
import type { CommandContext } from "../../platform/command";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { passesGates } from "../chain/settle-chain";
import { z } from "zod";
import type { LineState } from "@/domain/shared/vocabulary";
import { orderFacts } from "@/domain/orders/order";
import { idText } from "../../platform/api/endpoint-kinds";
import { type LoadRefusal, loadOrder } from "../load-order";
import { type MilestoneFilesRefusal, putToMilestone } from "../../files/milestone-files";

/** An order with its slots, and which of its sides asks and which books. */
export type OrderWithSlots = {
  readonly order: StoredOrder & { readonly milestones: readonly StoredMilestone[] };
  readonly slots: readonly StoredSlot[];
  readonly side: Side;
  readonly booker: Side;
  readonly contract: CarriageContract;
};

/** Which side of an order the actor's organisation is; that it is one of them has been asked before. */
export const sideOf = (actor: Pick<Actor, "organisationId">, order: Pick<StoredOrder, "buyerOrganisationId">): Side =>
  actor.organisationId === order.buyerOrganisationId ? "buyer" : "provider";

export async function withSlots(
  tx: Reader,
  actor: Pick<Actor, "organisationId">,
  order: OrderWithSlots["order"],
): Promise<OrderWithSlots> {
  const contract = await contractOf(tx, order);
  const slots = await slotsOfOrder(tx, order.id);
  return { order, slots, contract, side: sideOf(actor, order), booker: bookerOf(contract.bookedBy) };
}

/** The plates that an order's slots name, and from where on its goods are on those trucks. */
export async function slotPlatesOf(read: Reader, order: Parameters<typeof contractOf>[1] & Pick<StoredOrder, "id">) {
  const slots = await slotsOfOrder(read, order.id);
  const isFromHub = slots.length > 0 && changesTrucks(await contractOf(read, order));
  return { ...platesOfSlots(slots), isFromHub } satisfies SlotPlates;
}

/** Whether the gates before a slot are open: papers that are not complete stop the booking itself, not only the news of it. */
export async function mayReserve(
  tx: Reader,
  order: StoredOrder & { readonly milestones: readonly StoredMilestone[] },
): Promise<Result<void, GateRefusal>> {
  return passesGates(tx, order, { code: "slot_reserved", occurredAt: null });
}

/** What a slot's command answers: the state that it led to, and the version to name in the next one. */
export const slotReceiptShape = z
  .strictObject({ id: idText, orderId: idText, state: z.enum(SLOT_STATES), version: z.int() })
  .meta({ id: "SlotReceipt" });
export type SlotReceipt = Readonly<z.output<typeof slotReceiptShape>>;

/** What a window may be refused for. */
export const WINDOW: readonly RefusalCode[] = [
  "slot_window_inverted",
  "slot_window_past",
  "slot_window_too_long",
  "slot_window_too_far",
  "slot_window_shut",
];
/** What a booking may be refused for. */
export const BOOKING: readonly RefusalCode[] = [
  "slot_not_needed",
  "slot_too_early",
  "slot_too_late",
  "slot_plate_booked",
  "slots_full",
  "slots_too_many",
  "slot_place_unknown",
  "slot_trailer_is_tractor",
  "slot_truck_elsewhere",
  "gate_closed",
  "not_permitted",
  ...WINDOW,
];

export const WINDOW_EXAMPLE = { windowFrom: "2026-12-12T04:00:00Z", windowTo: "2026-12-12T06:00:00Z" };
export const DRIVERS_EXAMPLE = [{ name: "Ivan Petrov", document: "N 1234567" }];
export const BOOKING_EXAMPLE = {
  placeId: "KZHOR",
  ...WINDOW_EXAMPLE,
  tractorPlate: "123 ABC 05",
  trailerPlate: "77 RR 05",
  drivers: DRIVERS_EXAMPLE,
};

export type SlotLoadRefusal = LoadRefusal | Refusal<"wrong_state">;

const OVER: readonly LineState[] = ["completed", "cancelled"];

/** The order whose slots a command is about, if the actor's side does this work of them and there is any left. To strangers it is not there. */
export async function loadSlots(
  tx: Reader,
  actor: Actor,
  of: { readonly orderId: string; readonly work: SlotWork },
): Promise<Result<OrderWithSlots, SlotLoadRefusal>> {
  const loaded = await loadOrder(tx, actor, { orderId: of.orderId, action: "slot.change" });
  if (!loaded.ok) return loaded;
  const all = await withSlots(tx, actor, loaded.value);
  if (!mayWork(of.work, all.side, all.booker)) return refuse("not_permitted");
  const { state } = loaded.value;
  return OVER.includes(state) ? refuse("wrong_state", { state, event: "progress" }) : accept(all);
}

type Wanted = {
  readonly orderId: string;
  readonly slotId: string;
  readonly work: SlotWork;
  readonly version?: number | undefined;
};
export type LoadedSlot = OrderWithSlots & { readonly slot: StoredSlot & { readonly isReplaced: boolean } };

/** One slot of the order; one of another order is not there. Where the caller said which version it saw, a later one is refused. */
export async function loadSlot(tx: Reader, actor: Actor, of: Wanted): Promise<Result<LoadedSlot, SlotLoadRefusal>> {
  const loaded = await loadSlots(tx, actor, of);
  if (!loaded.ok) return loaded;
  const slot = loaded.value.slots.find(({ id }) => id === of.slotId);
  if (!slot) return refuse("not_found");
  if (of.version !== undefined && of.version !== slot.version)
    return refuse("stale_version", { version: slot.version });
  const isReplaced = loaded.value.slots.some(({ replacesId }) => replacesId === slot.id);
  return accept({ ...loaded.value, slot: { ...slot, isReplaced } });
}

type OfOrder = { readonly orderId: string };
type OfSlot = { readonly slotId: string };

/** The lock of what the clock does with a slot: its order's deal. */
export async function lockDealOfSlot(tx: Writer, { slotId }: OfSlot): Promise<void> {
  const slot = await findSlot(tx, slotId);
  if (slot) await lockDealOfOrder(tx, slot);
}

/** The lock of what gives a truck another window: the order's deal, and the truck, which is held to its slots in all other orders. */
export async function lockWithTruck(
  tx: Writer,
  { orderId, tractorPlate }: OfOrder & { readonly tractorPlate: string },
): Promise<void> {
  await lockDealOfOrder(tx, { orderId });
  await lockNames(tx, [`truck ${readPlate(tractorPlate).value}`]);
}

/** The same with the truck that a slot has. */
export async function lockWithTruckOfSlot(tx: Writer, { orderId, slotId }: OfOrder & OfSlot): Promise<void> {
  await lockDealOfOrder(tx, { orderId });
  const slot = await findSlot(tx, slotId);
  if (slot) await lockWithTruck(tx, slot);
}

type Booked = {
  readonly orderId: string;
  readonly window: SlotWindow;
  readonly tractorPlate: string;
  readonly isShared?: boolean | undefined;
};

/** Holds a truck to the slots that it has in other orders in the same hours. */
export async function checkOtherOrders(
  read: Reader,
  { organisationId }: Pick<Actor, "organisationId">,
  { isShared = false, ...truck }: Booked,
): Promise<Result<void, ElsewhereRefusal>> {
  const others = await slotsWithin(read, { organisationId, window: truck.window });
  return checkElsewhere(truck, { others, isShared });
}

/** That a truck which was held to other orders' slots is in one of them in the same hours, as somebody has said then; null where it is in none. */
export async function sharedTruck(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  truck: Omit<Booked, "isShared">,
): Promise<SharedTruck | null> {
  const { organisationId } = actor;
  const found = slotElsewhere(truck, await slotsWithin(tx, { organisationId, window: truck.window }));
  return found ? { at: now, orderId: found.orderId } : null;
}

/** What every event of a slot says of it. */
export const slotFacts = (
  { order }: Pick<OrderWithSlots, "order">,
  slot: { readonly id: string; readonly number: number },
  actor: Actor,
) => ({ ...orderFacts(order), slotId: slot.id, number: slot.number, by: sideOf(actor, order) });

/** What a command is told of a receipt or a confirmation. */
export const proofField = z
  .string()
  .max(64)
  .optional()
  .meta({ description: "A file of yours that is attached to nothing yet" });

type Put = Result<{ readonly proofFileId?: string }, MilestoneFilesRefusal>;

/** Puts a receipt or a confirmation to the step that the slot is: both parties read it there, and nobody takes it away. */
export async function putProof(
  tx: Writer,
  proofFileId: string | undefined,
  of: { readonly orderId: string; readonly organisationId: string | null },
): Promise<Put> {
  if (proofFileId === undefined) return accept({});
  const put = await putToMilestone(tx, [proofFileId], { ...of, code: "slot_reserved" });
  return put.ok ? accept({ proofFileId }) : put;
}
