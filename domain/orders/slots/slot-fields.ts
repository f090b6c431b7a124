import { z } from "zod";
import { boundedText, instantField, longText } from "../../shared/wire-fields";
import { readPlate } from "../document-numbers";
import { DECLARED } from "./systems";

export const DRIVERS_MAX = 6;
export const WORDS_MAX = 500;
export const BOOKING_NUMBER_MAX = 40;

/** A registration plate as the queue knows it: capital letters, single spaces; by the rule of the plates that steps report. */
export const plateField = z
  .string()
  .trim()
  .min(1, "required")
  .transform((text) => text.toUpperCase().replace(/\s+/g, " "))
  .refine((text) => readPlate(text).problem === null, "plate_malformed");

// Passports, identity cards and licences of China and the states around it have from seven characters (Vietnam, Russia without its series) to eighteen.
const DOCUMENT = /^[\p{L}\p{N}]{5,20}$/u;
// A national number without its area has six digits, an international one fifteen at most (ITU-T E.164).
const PHONE = /^\+?\d{6,15}$/;

/** What people write between the signs of a number and what no gate reads. */
const withoutParting = (text: string): string => text.normalize("NFKC").replace(/[\s()./\-–]/g, "");

/** A driver as a slot names it: the number of its document has 5 to 20 letters and digits, its telephone 6 to 15 digits. */
export const driverSchema = z.strictObject({
  name: boundedText(80),
  document: boundedText(40)
    .refine((text) => DOCUMENT.test(withoutParting(text)), "driver_document_malformed")
    .meta({ description: "Number of the passport or licence that the driver shows" }),
  phone: boundedText(30)
    .refine((text) => PHONE.test(withoutParting(text)), "driver_phone_malformed")
    .optional(),
});
export type SlotDriver = z.output<typeof driverSchema>;

export const driversField = z
  .array(driverSchema)
  .min(1, "driver_needed")
  .max(DRIVERS_MAX, "too_many")
  .refine((list) => new Set(list.map(({ document }) => document)).size === list.length, "named_twice");

export const windowFields = { windowFrom: instantField, windowTo: instantField };

export const sharedField = z.boolean().default(false).meta({
  description: "Whether the truck carries another order's goods too, whose slot has it in the same hours",
});

/** What is booked: where, when, with which truck and whom. */
export const bookingFields = {
  placeId: z.string().min(1, "required").max(64),
  ...windowFields,
  tractorPlate: plateField,
  trailerPlate: plateField.optional(),
  drivers: driversField,
  isShared: sharedField,
};

export const declaredField = z
  .array(z.enum(DECLARED))
  .max(DECLARED.length)
  .refine((list) => new Set(list).size === list.length, "named_twice");

export const wordsField = longText(WORDS_MAX);
export const bookingNumberField = longText(BOOKING_NUMBER_MAX);
