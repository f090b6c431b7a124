import { z } from "zod";
import { saveSlot } from "@/db/repositories/slots";
import { readSoFar } from "@/domain/shared/wire-fields";
import { accept, checkAll, everyRefusal, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { slotFee } from "@/domain/orders/slots/fees";
import { hasOpenSlot, lostSlotOf } from "@/domain/orders/slots/order-of-slot";
import { checkTrailer, type ElsewhereRefusal } from "@/domain/orders/slots/double-booking";
import {
  changeDrivers,
  changeVehicle,
  type FixedRefusal,
  type StateRefusal,
  toldWith,
} from "@/domain/orders/slots/slot";
import { driversField, plateField, sharedField } from "@/domain/orders/slots/slot-fields";
import { command, type PrepareContext } from "../../platform/command";
import { crossingsAt, feeIndexAt } from "./slot-reference";
import {
  sharedTruck,
  checkOtherOrders,
  DRIVERS_EXAMPLE,
  type LoadedSlot,
  loadSlot,
  slotFacts,
  type SlotLoadRefusal,
  type SlotReceipt,
  slotReceiptShape,
  lockWithTruck,
} from "./load-slot";
import { lockDealOfOrder } from "../../../db/repositories/deals";

const changeVehicleInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  tractorPlate: plateField,
  trailerPlate: plateField.optional(),
  placeId: z.string().min(1, "required").max(64).optional(),
  isShared: sharedField,
  version: z.int().optional(),
});

type VehicleRefusal =
  | SlotLoadRefusal
  | FixedRefusal
  | ElsewhereRefusal
  | Refusal<"slot_place_unknown" | "slot_plate_booked" | "slot_book_anew" | "slot_trailer_is_tractor">;

type ReadChange = Partial<z.output<typeof changeVehicleInput>>;

/** Holds a change to its crossing and its truck, both at once; what cannot be read of it is held to neither. */
async function checkChange(
  { read, actor }: Pick<PrepareContext, "read" | "actor">,
  { slot, order, slots }: LoadedSlot,
  { tractorPlate: plate, trailerPlate, placeId = slot.placeId, isShared }: ReadChange,
): Promise<Result<void, VehicleRefusal>> {
  const isCrossing = (await crossingsAt(read, order.hubId, slot.system)).includes(placeId);
  const others = slots.filter(({ id }) => id !== slot.id);
  // Else the fee of booking anew would be saved by asking for another truck first.
  const isOther = plate !== undefined && plate !== slot.tractorPlate;
  const lost = isOther ? lostSlotOf(slots, { system: slot.system, tractorPlate: plate }) : undefined;
  return checkAll<VehicleRefusal>([
    isCrossing ? accept(undefined) : refuse("slot_place_unknown"),
    plate !== undefined && hasOpenSlot(others, plate) ? refuse("slot_plate_booked", { plate }) : accept(undefined),
    lost ? refuse("slot_book_anew", { plate: lost.tractorPlate, number: lost.number }) : accept(undefined),
    checkTrailer({ tractorPlate: plate, trailerPlate }),
    isOther
      ? await checkOtherOrders(read, actor, { orderId: order.id, window: slot.window, tractorPlate: plate, isShared })
      : accept(undefined),
  ]);
}

/** The slot whose truck or crossing is changed, where all that can be read of the change is possible. */
async function checkVehicle(
  { read, actor, now }: PrepareContext,
  asked: ReadChange,
): Promise<Result<LoadedSlot, VehicleRefusal>> {
  const { orderId = "", slotId = "", version, ...change } = asked;
  const loaded = await loadSlot(read, actor, { orderId, slotId, version, work: "drive" });
  if (!loaded.ok) return loaded;
  const { slot, side } = loaded.value;
  const rebookingFee = slotFee(slot.system, "rebooking", await feeIndexAt(read, now))?.fee ?? null;
  const allowed = changeVehicle(slot, change, { side, rebookingFee });
  if (!allowed.ok) return allowed;
  const possible = await checkChange({ read, actor }, loaded.value, change);
  return possible.ok ? loaded : possible;
}

/** Another truck, or another crossing: free until the confirmation, and where the system fixes both with it only by booking anew. */
export const changeVehicleOfSlot = command({
  name: "slots.change-vehicle",
  action: "slot.change",
  input: changeVehicleInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/vehicle",
    scope: "orders:write",
    operation: "changeSlotVehicle",
    status: 200,
    summary: "Another truck or crossing; of a confirmed slot most systems fix both",
    description: "`slot_fixed` says what it costs to cancel and book anew, and which side is at fault and pays.",
    example: { tractorPlate: "999 XYZ 05" },
    output: slotReceiptShape,
    refusals: [
      "wrong_state",
      "slot_fixed",
      "slot_place_unknown",
      "slot_plate_booked",
      "slot_book_anew",
      "slot_trailer_is_tractor",
      "slot_truck_elsewhere",
      "not_permitted",
    ],
  },
  lock: lockWithTruck,
  async refusedSoFar(context, members) {
    const checked = await checkVehicle(context, readSoFar(changeVehicleInput, members).value);
    return checked.ok ? [] : everyRefusal(checked.refusal);
  },
  async run(context, asked): Promise<Result<SlotReceipt, VehicleRefusal>> {
    const { tx, actor, publish, concerns } = context;
    const checked = await checkVehicle({ ...context, read: tx }, asked);
    if (!checked.ok) return checked;
    const { slot } = checked.value;
    const { orderId, slotId, tractorPlate, trailerPlate = null, placeId = slot.placeId } = asked;
    const shared = await sharedTruck(context, { orderId, window: slot.window, tractorPlate });
    await saveSlot(tx, slot, { tractorPlate, trailerPlate, placeId, told: toldWith(slot.told, shared) });
    publish({ type: "slot.changed", what: "vehicle", ...slotFacts(checked.value, slot, actor) });
    concerns(slotId);
    return accept({ id: slotId, orderId, state: slot.state, version: slot.version + 1 });
  },
});

const changeDriversInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  slotId: z.string().min(1).max(64),
  drivers: driversField,
  version: z.int().optional(),
});

/** Who drives: the whole list, to which a system that has confirmed lets drivers only be added. */
export const changeDriversOfSlot = command({
  name: "slots.change-drivers",
  action: "slot.change",
  input: changeDriversInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/slots/{slotId}/drivers",
    scope: "orders:write",
    operation: "changeSlotDrivers",
    status: 200,
    summary: "Who drives: the whole list, to which drivers may be added",
    example: { drivers: DRIVERS_EXAMPLE },
    output: slotReceiptShape,
    refusals: ["wrong_state", "slot_drivers_stand", "not_permitted"],
  },
  lock: lockDealOfOrder,
  async run(
    { tx, actor, publish, concerns },
    { orderId, slotId, drivers, version },
  ): Promise<Result<SlotReceipt, SlotLoadRefusal | StateRefusal | Refusal<"slot_drivers_stand">>> {
    const loaded = await loadSlot(tx, actor, { orderId, slotId, version, work: "drive" });
    if (!loaded.ok) return loaded;
    const { slot } = loaded.value;
    const allowed = changeDrivers(slot, drivers);
    if (!allowed.ok) return allowed;
    await saveSlot(tx, slot, { drivers });
    publish({ type: "slot.changed", what: "drivers", ...slotFacts(loaded.value, slot, actor) });
    concerns(slotId);
    return accept({ id: slotId, orderId, state: slot.state, version: slot.version + 1 });
  },
});
