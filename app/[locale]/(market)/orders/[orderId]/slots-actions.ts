"use server";

import { z } from "zod";
import { timeIn } from "@/app/typed-fields";
import { zoneOfPlace } from "@/domain/hubs/place-zone";
import { cancelSlot, markSlot } from "@/server/orders/slots/mark-slot";
import { changeDriversOfSlot, changeVehicleOfSlot } from "@/server/orders/slots/change-vehicle";
import { confirmSlot, paySlot } from "@/server/orders/slots/confirm-slot";
import { moveSlot, rebookSlot, requestSlot } from "@/server/orders/slots/book-slot";
import { formAction } from "@/server/platform/form/form-action";
import { confirmedTick } from "@/server/platform/form/form-fields";

const text = z.string().optional();
const drivers = z
  .array(z.object({ name: text, document: text, phone: text }).optional())
  .default([])
  // A row left empty is no driver; where all are, the first one is asked for.
  .transform((rows) => {
    const filled = rows.flatMap((row) => (row?.name || row?.document || row?.phone ? [row] : []));
    return filled.length > 0 ? filled : [{}];
  });

const window = { windowFrom: text, windowTo: text };

type TypedWindow = { readonly windowFrom?: string | undefined; readonly windowTo?: string | undefined };

const withWindow = <Typed extends TypedWindow>({ windowFrom, windowTo, ...rest }: Typed, zone: string | undefined) => ({
  ...rest,
  windowFrom: timeIn(windowFrom, zone),
  windowTo: timeIn(windowTo, zone),
});

/** A window as the wall of the crossing that was chosen shows it. */
const atPlace = <Typed extends TypedWindow & { readonly placeId?: string | undefined }>(typed: Typed) =>
  withWindow(typed, zoneOfPlace(typed.placeId ?? "") ?? undefined);

const booking = { orderId: text, placeId: text, tractorPlate: text, trailerPlate: text, drivers, ...window };

const FIELD_OF: Readonly<Record<string, string>> = {
  slot_window_past: "windowFrom",
  slot_window_too_far: "windowFrom",
  slot_window_shut: "windowFrom",
  slot_window_inverted: "windowTo",
  slot_window_too_long: "windowTo",
  slot_place_unknown: "placeId",
  slot_plate_booked: "tractorPlate",
  slot_book_anew: "tractorPlate",
  slot_system_not_agreed: "systemReason",
  slot_undeclared: "declared",
  slot_mark_out_of_order: "occurredAt",
  slot_mark_early: "isConfirmed",
  slot_mark_late: "isConfirmed",
  slot_mark_shut: "isConfirmed",
  occurred_in_future: "occurredAt",
  not_yet: "occurredAt",
  file_unknown: "proofFileId",
};

const fieldOf = ({ code }: { readonly code: string }): string | null => FIELD_OF[code] ?? null;
const toSlot = ({ orderId, id }: { readonly orderId: string; readonly id: string }) => ({
  goTo: `/orders/${orderId}/slots/${id}`,
});
const ofSlot = { orderId: text, slotId: text };

export const requestSlotAction = formAction({
  command: requestSlot,
  form: z.object({ ...booking, kind: text, system: text, systemReason: text }).transform(atPlace),
  fieldOf,
  then: toSlot,
});

export const rebookSlotAction = formAction({
  command: rebookSlot,
  form: z.object({ ...booking, slotId: text, atFault: text, words: text }).transform(atPlace),
  fieldOf,
  then: toSlot,
});

export const paySlotAction = formAction({
  command: paySlot,
  form: z.object({ ...ofSlot, proofFileId: text }),
  fieldOf,
  then: toSlot,
});

export const confirmSlotAction = formAction({
  command: confirmSlot,
  form: z.object({ ...ofSlot, bookingNumber: text, declared: z.array(z.string()).default([]), proofFileId: text }),
  fieldOf,
  then: toSlot,
});

export const markSlotAction = formAction({
  command: markSlot,
  form: z
    .object({ ...ofSlot, as: text, occurredAt: text, zone: text, isConfirmed: confirmedTick })
    .transform(({ zone, occurredAt, ...rest }) => ({ ...rest, occurredAt: timeIn(occurredAt, zone) })),
  // The plate is no field of this form.
  fieldOf: (refusal) => (refusal.code === "slot_plate_booked" ? null : fieldOf(refusal)),
  then: toSlot,
});

export const changeDriversAction = formAction({
  command: changeDriversOfSlot,
  form: z.object({ ...ofSlot, drivers }),
  fieldOf: ({ code }) => (code === "slot_drivers_stand" ? "drivers[0].name" : null),
  then: toSlot,
});

export const moveSlotAction = formAction({
  command: moveSlot,
  form: z.object({ ...ofSlot, ...window, zone: text }).transform(({ zone, ...typed }) => withWindow(typed, zone)),
  fieldOf,
  then: toSlot,
});

export const changeVehicleAction = formAction({
  command: changeVehicleOfSlot,
  form: z.object({ ...ofSlot, tractorPlate: text, trailerPlate: text, placeId: text }),
  fieldOf,
  then: toSlot,
});

export const cancelSlotAction = formAction({
  command: cancelSlot,
  form: z.object({ ...ofSlot, words: text }),
  fieldOf,
  then: toSlot,
});
