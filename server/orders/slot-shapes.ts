import { z } from "zod";
import { SLOT_SYSTEMS } from "@/domain/services/logistics/choices";
import { toIso } from "@/domain/shared/instant";
import { toWireMoney } from "@/domain/shared/money-schema";
import { SLOT_KINDS } from "@/domain/orders/slots/fees";
import { FAULTS, SIDES } from "@/domain/orders/slots/sides";
import { SLOT_STATES } from "@/domain/orders/slots/slot";
import { SLOT_STEPS } from "@/domain/orders/slots/slot-turn";
import type { ShownSlot, SlotsView } from "@/domain/orders/slots/slot-view";
import { DECLARED } from "@/domain/orders/slots/systems";
import { idText, isoOrNull, moneyShape, timeText } from "../platform/api/fields";

const NEXT = ["pay", "declare", "confirm", "arrive", "enter", "cross", "rebook", "nothing"] as const;

const slotShape = z
  .strictObject({
    id: idText,
    number: z.int().meta({ description: "Of its order, from 1" }),
    system: z.enum(SLOT_SYSTEMS),
    systemReason: z
      .string()
      .nullable()
      .meta({ description: "Why it is another system than the bid names; null where it is not" }),
    kind: z.enum(SLOT_KINDS),
    state: z.enum(SLOT_STATES),
    placeId: z.string(),
    windowFrom: timeText,
    windowTo: timeText,
    arriveFrom: timeText
      .nullable()
      .meta({ description: "Before it the system takes no truck; null where it says nothing" }),
    arriveBy: timeText
      .nullable()
      .meta({ description: "Who is not there by then has lost the slot; null where nothing is lost" }),
    tractorPlate: z.string(),
    trailerPlate: z.string().nullable(),
    drivers: z.array(z.strictObject({ name: z.string(), document: z.string(), phone: z.string().optional() })),
    declared: z.array(z.enum(DECLARED)),
    undeclared: z.array(z.enum(DECLARED)).meta({ description: "What the system wants to know before it confirms" }),
    bookingNumber: z.string().nullable(),
    fee: moneyShape.nullable().meta({ description: "Of the system; null where it charges none" }),
    feePaidBy: z.enum(SIDES).nullable(),
    rebookingFee: moneyShape.nullable().meta({ description: "What booking anew costs today" }),
    proofFileId: idText.nullable(),
    replaces: z.int().nullable().meta({ description: "The number of the slot whose place it takes" }),
    replacedBy: z.int().nullable(),
    atFault: z.enum(FAULTS).nullable(),
    faultWords: z.string().nullable(),
    requestedAt: timeText,
    paidAt: timeText.nullable(),
    confirmedAt: timeText.nullable(),
    calledAt: timeText.nullable(),
    enteredAt: timeText.nullable(),
    crossedAt: timeText.nullable(),
    endedAt: timeText.nullable(),
    endWords: z.string().nullable(),
    next: z.strictObject({ what: z.enum(NEXT), whose: z.enum(SIDES).nullable(), by: timeText.nullable() }),
    steps: z.array(z.enum(SLOT_STEPS)).meta({ description: "What your organisation may do to it now" }),
    version: z.int(),
  })
  .meta({ id: "BorderSlot" });

export const slotsShape = z.strictObject({
  orderId: idText,
  booker: z.enum(SIDES),
  system: z.enum(SLOT_SYSTEMS).meta({ description: "The system of a new slot where none is named" }),
  agreedSystem: z
    .enum(SLOT_SYSTEMS)
    .nullable()
    .meta({ description: "What the bid names: a slot of another system is asked for with a reason" }),
  placeIds: z.array(z.string()).meta({ description: "Where a new slot may be" }),
  slots: z.array(slotShape),
});

const writeSlot = (slot: ShownSlot): z.input<typeof slotShape> => ({
  ...{
    id: slot.id,
    number: slot.number,
    system: slot.system,
    systemReason: slot.systemReason,
    kind: slot.kind,
    state: slot.state,
    placeId: slot.placeId,
  },
  ...{ windowFrom: toIso(slot.window.from), windowTo: toIso(slot.window.to) },
  ...{ arriveFrom: isoOrNull(slot.arriveFrom), arriveBy: isoOrNull(slot.arriveBy) },
  ...{ tractorPlate: slot.tractorPlate, trailerPlate: slot.trailerPlate },
  drivers: slot.drivers.map((driver) => ({ ...driver })),
  declared: [...slot.declared],
  undeclared: [...slot.undeclared],
  bookingNumber: slot.bookingNumber,
  fee: slot.fee && toWireMoney(slot.fee),
  feePaidBy: slot.feePaidBy,
  rebookingFee: slot.rebookingFee && toWireMoney(slot.rebookingFee.fee),
  proofFileId: slot.proofFileId,
  replaces: slot.replacesNumber,
  replacedBy: slot.replacedByNumber,
  ...{ atFault: slot.atFault, faultWords: slot.faultWords },
  ...{ requestedAt: toIso(slot.requestedAt), paidAt: isoOrNull(slot.paidAt), confirmedAt: isoOrNull(slot.confirmedAt) },
  ...{ calledAt: isoOrNull(slot.calledAt), enteredAt: isoOrNull(slot.enteredAt), crossedAt: isoOrNull(slot.crossedAt) },
  ...{ endedAt: isoOrNull(slot.endedAt), endWords: slot.endWords },
  next: { ...slot.next, by: isoOrNull(slot.next.by) },
  steps: [...slot.steps],
  version: slot.version,
});

export const writeSlots = (view: SlotsView) => ({
  ...{ orderId: view.orderId, booker: view.booker, system: view.system },
  agreedSystem: view.agreedSystem,
  placeIds: view.crossings.map(({ id }) => id),
  slots: view.slots.map(writeSlot),
});
