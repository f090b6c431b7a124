import { z } from "zod";
import { SLOT_SYSTEMS } from "../../domain/services/logistics/choices";
import { instantField } from "../../domain/services/wire-fields";
import { accept, refuse } from "../../domain/shared/result";
import { SLOT_KINDS } from "../../domain/slots/fees";
import { FAULTS } from "../../domain/slots/sides";
import { MARKS, SLOT_STATES } from "../../domain/slots/slot";
import {
  bookingFields,
  bookingNumberField,
  declaredField,
  driversField,
  plateField,
  windowFields,
  wordsField,
} from "../../domain/slots/slot-fields";
import { cancelSlot } from "../commands/slots/cancel-slot";
import { changeDriversOfSlot } from "../commands/slots/change-drivers";
import { changeVehicleOfSlot } from "../commands/slots/change-vehicle";
import { confirmSlot } from "../commands/slots/confirm-slot";
import { markSlot } from "../commands/slots/mark-slot";
import { moveSlot } from "../commands/slots/move-slot";
import { paySlot } from "../commands/slots/pay-slot";
import { rebookSlot } from "../commands/slots/rebook-slot";
import { requestSlot } from "../commands/slots/request-slot";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { slotsView } from "../queries/slots";
import { idText, pathId } from "./shapes/fields";
import { slotsShape, writeSlots } from "./shapes/border/slot";

const ofOrder = z.strictObject({ orderId: pathId });
const ofSlot = z.strictObject({ orderId: pathId, slotId: pathId });
const WINDOW = ["slot_window_inverted", "slot_window_past", "slot_window_too_long", "slot_window_too_far"];
const BOOKING = [
  ...["slot_not_needed", "slot_too_early", "slot_too_late", "slot_plate_booked", "slots_full", "slots_too_many"],
  ...["slot_place_unknown", "gate_closed", "not_permitted", ...WINDOW],
];
const proof = z.string().max(64).optional().meta({ description: "A file of yours that is attached to nothing yet" });

const receiptShape = z
  .strictObject({ id: idText, orderId: idText, state: z.enum(SLOT_STATES), version: z.int() })
  .meta({ id: "SlotReceipt" });

const WINDOW_EXAMPLE = { windowFrom: "2026-12-12T04:00:00Z", windowTo: "2026-12-12T06:00:00Z" };
const DRIVERS_EXAMPLE = [{ name: "Ivan Petrov", document: "N 1234567" }];
const BOOKING_EXAMPLE = {
  placeId: "KZHOR",
  ...WINDOW_EXAMPLE,
  tractorPlate: "123 ABC 05",
  trailerPlate: "77 RR 05",
  drivers: DRIVERS_EXAMPLE,
};

export const listSlots = queryEndpoint({
  name: "listSlots",
  path: "/api/v1/orders/{orderId}/slots",
  summary: "The slots of an order's trucks at the border, to its two parties",
  scope: "orders:read",
  params: ofOrder,
  response: slotsShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await slotsView(database.read, actor, { orderId: params.orderId, now: clock() });
    return view ? accept(writeSlots(view)) : refuse("not_found");
  },
});

export const postSlot = commandEndpoint({
  name: "requestSlot",
  method: "POST",
  path: "/api/v1/orders/{orderId}/slots",
  summary: "Ask for a slot at the crossing, once the papers before it are complete",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({
    system: z.enum(SLOT_SYSTEMS).optional(),
    kind: z.enum(SLOT_KINDS.filter((kind) => kind !== "rebooking")).optional(),
    ...bookingFields,
  }),
  example: BOOKING_EXAMPLE,
  response: receiptShape,
  refusals: [...BOOKING, "slot_book_anew"],
  command: requestSlot,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  versionOf: (output) => output.version,
  status: 201,
});

export const postSlotPaid = commandEndpoint({
  name: "paySlot",
  method: "POST",
  path: "/api/v1/orders/{orderId}/slots/{slotId}/pay",
  summary: "The system's fee is paid",
  scope: "orders:write",
  params: ofSlot,
  body: z.strictObject({ proofFileId: proof }),
  example: {},
  response: receiptShape,
  refusals: ["wrong_state", "slot_free", "not_permitted", "file_unknown", "too_many_files"],
  command: paySlot,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postSlotConfirmed = commandEndpoint({
  name: "confirmSlot",
  method: "POST",
  path: "/api/v1/orders/{orderId}/slots/{slotId}/confirm",
  summary: "The system has confirmed the slot; the order's step `slot_reserved` is told with it",
  scope: "orders:write",
  params: ofSlot,
  body: z.strictObject({
    bookingNumber: bookingNumberField,
    declared: declaredField.optional().meta({ description: "What has been declared to the system" }),
    proofFileId: proof,
  }),
  example: { bookingNumber: "KGD-2026-118204" },
  response: receiptShape,
  refusals: [
    ...["wrong_state", "slot_unpaid", "slot_undeclared", "slot_window_past", "gate_closed", "not_permitted"],
    ...["file_unknown", "too_many_files"],
  ],
  command: confirmSlot,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postSlotRebooked = commandEndpoint({
  name: "rebookSlot",
  method: "POST",
  path: "/api/v1/orders/{orderId}/slots/{slotId}/rebook",
  summary: "Book anew in the place of this slot, and name whose fault that is: that side pays the fee",
  scope: "orders:write",
  params: ofSlot,
  body: z.strictObject({ ...bookingFields, atFault: z.enum(FAULTS), words: wordsField }),
  example: { ...BOOKING_EXAMPLE, atFault: "provider", words: "Another truck had to come" },
  response: receiptShape,
  refusals: ["wrong_state", "slot_replaced", ...BOOKING],
  command: rebookSlot,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 201,
});

export const postSlotMoved = commandEndpoint({
  name: "moveSlot",
  method: "POST",
  path: "/api/v1/orders/{orderId}/slots/{slotId}/move",
  summary: "Another window for the same truck and crossing, where the system moves slots",
  scope: "orders:write",
  params: ofSlot,
  body: z.strictObject(windowFields),
  example: WINDOW_EXAMPLE,
  response: receiptShape,
  refusals: ["wrong_state", "slot_move_late", "not_permitted", ...WINDOW],
  command: moveSlot,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postSlotDrivers = commandEndpoint({
  name: "changeSlotDrivers",
  method: "POST",
  path: "/api/v1/orders/{orderId}/slots/{slotId}/drivers",
  summary: "Who drives: the whole list, to which drivers may be added",
  scope: "orders:write",
  params: ofSlot,
  body: z.strictObject({ drivers: driversField }),
  example: { drivers: DRIVERS_EXAMPLE },
  response: receiptShape,
  refusals: ["wrong_state", "slot_drivers_stand", "not_permitted"],
  command: changeDriversOfSlot,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postSlotVehicle = commandEndpoint({
  name: "changeSlotVehicle",
  method: "POST",
  path: "/api/v1/orders/{orderId}/slots/{slotId}/vehicle",
  summary: "Another truck or crossing; of a confirmed slot most systems fix both",
  description: "`slot_fixed` says what it costs to cancel and book anew, and which side is at fault and pays.",
  scope: "orders:write",
  params: ofSlot,
  body: z.strictObject({
    tractorPlate: plateField,
    trailerPlate: plateField.optional(),
    placeId: z.string().min(1, "required").max(64).optional(),
  }),
  example: { tractorPlate: "999 XYZ 05" },
  response: receiptShape,
  refusals: ["wrong_state", "slot_fixed", "slot_place_unknown", "slot_plate_booked", "slot_book_anew", "not_permitted"],
  command: changeVehicleOfSlot,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postSlotCancelled = commandEndpoint({
  name: "cancelSlot",
  method: "POST",
  path: "/api/v1/orders/{orderId}/slots/{slotId}/cancel",
  summary: "Give a slot up, with the reason",
  scope: "orders:write",
  params: ofSlot,
  body: z.strictObject({ words: wordsField }),
  example: { words: "The goods are not ready" },
  response: receiptShape,
  refusals: ["wrong_state", "not_permitted"],
  command: cancelSlot,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postSlotMark = commandEndpoint({
  name: "markSlot",
  method: "POST",
  path: "/api/v1/orders/{orderId}/slots/{slotId}/mark",
  summary: "The truck was called, let in, or has crossed",
  scope: "orders:write",
  params: ofSlot,
  body: z.strictObject({ as: z.enum(MARKS), occurredAt: instantField }),
  example: { as: "in", occurredAt: "2026-12-12T04:30:00Z" },
  response: receiptShape,
  refusals: [
    "wrong_state",
    "occurred_in_future",
    "slot_mark_out_of_order",
    "slot_forfeited",
    "slot_plate_booked",
    "not_permitted",
  ],
  command: markSlot,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});
